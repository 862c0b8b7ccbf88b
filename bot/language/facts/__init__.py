"""Words for facts that are asked for: a birth, a death, a founding, a wedding, who wrote."""
