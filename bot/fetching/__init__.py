"""Fetch user-supplied addresses: the only package that opens connections to them."""
