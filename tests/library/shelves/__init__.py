"""Tests of ``bot.library.shelves.shelves``."""
