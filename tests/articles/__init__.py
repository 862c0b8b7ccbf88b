"""Tests of ``bot.articles``."""
