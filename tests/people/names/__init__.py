"""Tests of ``bot.people.names``."""
