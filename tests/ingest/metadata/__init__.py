"""Tests of ``bot.ingest.metadata``."""
