"""Tests of ``bot.ingest.formats``."""
