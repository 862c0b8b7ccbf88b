"""The error of every store, whatever database is behind it."""

from __future__ import annotations


class DatabaseError(Exception):
    """The database can't be used; the message says why, and how to mend it."""


class AwayError(DatabaseError):
    """The database is out of reach for now; nothing was changed."""
