"""SQLite through aiosqlite; the only package that knows its SQL."""
