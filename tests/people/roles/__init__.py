"""Tests of ``bot.people.roles.find_roles``."""
