"""Read what a server brings in, keep it up to date, and announce what is new."""
