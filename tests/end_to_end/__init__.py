"""Tests of the whole, as a person meets it."""
