"""Condense articles into sentences quoted from them."""
