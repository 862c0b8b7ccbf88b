"""Tests of ``bot.people.identity``."""
