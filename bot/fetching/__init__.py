"""Fetch what people name: the only place that opens connections to addresses from outside."""
