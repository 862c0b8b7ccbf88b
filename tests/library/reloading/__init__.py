"""Tests of ``bot.library.reloading``."""
