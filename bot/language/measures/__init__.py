"""What each language says of money, shares, lengths, areas and weights."""
