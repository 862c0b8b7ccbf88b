"""Find, rank and highlight the passage that answers a question, or tell that none does."""
