"""Tests of ``bot.library.answering``."""
