"""Tests of ``bot.storage``."""
