"""Footnote's tests; the folders mirror those of ``bot``."""
