"""Throw anything at what reads what people write: with hypothesis always, atheris for long."""
