"""Who is the same person, within an article and over all of them."""
