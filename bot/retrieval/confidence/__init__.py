"""Rate how sure it is that a passage answers."""
