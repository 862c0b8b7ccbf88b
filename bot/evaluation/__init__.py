"""Measure the quality of the answers, against questions whose answers are known."""
