"""The same libraries from a terminal."""
