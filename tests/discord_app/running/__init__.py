"""Tests of ``bot.discord_app.running``."""
