"""What a library knows of its articles: their words, their meaning and their people."""
