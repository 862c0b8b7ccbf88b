"""Find the people whom articles name, and look them up."""
