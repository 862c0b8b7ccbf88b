"""What the bot keeps between two runs: Protocols of the stores, and the values they exchange."""
