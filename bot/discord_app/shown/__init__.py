"""Show results: pure functions from results to embeds."""
