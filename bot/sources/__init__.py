"""What servers bring in themselves: files, texts, links and feeds, read, kept and kept fresh."""
