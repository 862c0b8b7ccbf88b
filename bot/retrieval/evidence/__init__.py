"""Gather what speaks for each candidate, and rank them by it."""
