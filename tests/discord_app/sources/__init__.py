"""Tests of ``bot.discord_app.sources``."""
