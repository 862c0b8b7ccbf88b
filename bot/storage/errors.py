"""The error of every store, whatever database is behind it."""

from __future__ import annotations

NOT_INSTALLED = 'PostgreSQL is not installed for Footnote: pip install -e ".[postgres]"'
"""The message if the driver of PostgreSQL, an extra, is missing."""


class DatabaseError(Exception):
    """The database can't be used; the message says why, and how to fix it."""


class AwayError(DatabaseError):
    """The database is out of reach for now; nothing was changed."""
