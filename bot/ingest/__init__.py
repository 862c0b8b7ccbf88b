"""Turn files on disk into articles made of passages made of sentences."""
