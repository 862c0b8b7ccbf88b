"""Which of the capitalised spans of an article are people's names."""
