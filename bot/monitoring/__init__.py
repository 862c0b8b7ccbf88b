"""What whoever runs the bot sees of it: logs, metrics, health; and how it ends."""
