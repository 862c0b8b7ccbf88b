"""Tests of ``bot.ingest``."""
