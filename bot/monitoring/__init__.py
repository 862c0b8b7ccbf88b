"""Logs, metrics and health, for whoever runs the bot; and how the process ends."""
