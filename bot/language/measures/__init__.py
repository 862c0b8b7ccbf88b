"""Words for money, percentages, lengths, areas and weights, by language."""
