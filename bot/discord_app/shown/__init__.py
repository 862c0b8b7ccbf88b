"""How results are shown: pure functions from results to layouts."""
