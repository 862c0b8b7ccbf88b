"""Compare texts by meaning, with a small network that runs on the CPU."""
