"""The domain values that every package shares: articles, passages and quotations."""
