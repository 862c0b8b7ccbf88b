"""Choose the sentence of a passage that answers."""
