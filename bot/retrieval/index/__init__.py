"""Number the words of articles, and search what is numbered."""
