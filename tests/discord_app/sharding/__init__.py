"""Tests of ``bot.discord_app.sharding``."""
