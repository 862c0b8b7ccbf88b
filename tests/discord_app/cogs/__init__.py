"""Tests of ``bot.discord_app.cogs``."""
