"""Show whoever runs the bot that it works: logs, metrics, health, and an end to a dead one."""
