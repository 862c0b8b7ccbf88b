"""Tests of ``bot.library.analysis``."""
