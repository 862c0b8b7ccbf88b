"""Tests of ``bot.retrieval``."""
