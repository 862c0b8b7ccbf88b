"""Tell which SQLite errors come from a damaged file."""

from __future__ import annotations

import sqlite3

_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY_CODE = 0xFF
# A vote may come in while its answer is being deleted. A sound file keeps all other constraints.
_ORDINARY_CONSTRAINT = sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
_PHRASES = (
    "foreign key mismatch",
    "no such table",
    "no such column",
    "has no column",
    "could not decode to utf-8",
    "malformed json",
)


def is_damage(error: BaseException) -> bool:
    """Return whether an error says that the database's file is damaged.

    The statements of this package and its schema fit together, so a table that is missing, a
    text that is not UTF-8 or a row that breaks a constraint can only come from the file.
    """
    if isinstance(error, UnicodeDecodeError):
        return True
    if not isinstance(error, sqlite3.Error):
        return False
    code = getattr(error, "sqlite_errorcode", 0)
    if code & _PRIMARY_CODE in _CODES:
        return True
    if isinstance(error, sqlite3.IntegrityError):
        return code != _ORDINARY_CONSTRAINT
    return any(phrase in str(error).lower() for phrase in _PHRASES)
