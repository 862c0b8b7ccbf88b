"""Meet people in Discord; the only package that knows discord.py."""
