"""Tests of ``bot.people.lookup``."""
