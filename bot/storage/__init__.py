"""Keep in SQLite what must outlive a restart; the only package that knows SQL."""
