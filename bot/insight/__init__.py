"""Tell what articles say: their summary, and the people in them."""
