"""What a language needs to be searched, gathered in one pack for each language."""
