"""How a library answers a question."""
