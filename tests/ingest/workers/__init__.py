"""Tests of ``bot.ingest.workers``."""
