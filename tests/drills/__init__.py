"""Drills: faults and load, run by hand at full length and by the tests in small."""
