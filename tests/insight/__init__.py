"""Tests of ``bot.insight``."""
