"""The text that names are found in: its words, and the capitalised spans among them."""
