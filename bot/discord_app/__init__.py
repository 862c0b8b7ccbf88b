"""The bot in Discord; the only package that imports discord.py."""
