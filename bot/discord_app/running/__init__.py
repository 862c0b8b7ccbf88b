"""Run the bot: on Discord, or in a local preview."""
