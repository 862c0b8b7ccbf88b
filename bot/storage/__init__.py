"""What is stored between two runs: protocols of the stores, and the values they exchange."""
