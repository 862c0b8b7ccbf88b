"""The values that everything else is about: articles, passages and quotations."""
