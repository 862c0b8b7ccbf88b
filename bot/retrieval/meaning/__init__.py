"""Compare texts by what they mean, with a small network that runs on the processor."""
