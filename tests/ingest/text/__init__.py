"""Tests of ``bot.ingest.text``."""
