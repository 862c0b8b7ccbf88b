"""Copy the database, also while the bot runs."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 10.0


def back_up(path: Path, copy: Path) -> None:
    """Write a consistent copy of a database; the original is only read.

    Args:
        path: The database's file.
        copy: The file to write. It appears when it is whole, or not at all.

    Raises:
        DatabaseError: There is no database, or the copy is there already or can't be written.
    """
    if not path.is_file():
        message = f"there is no database {path}: name the right one in FOOTNOTE_DATABASE"
        raise DatabaseError(message)
    if copy.exists():
        message = f"{copy} is there already: name a file that is not"
        raise DatabaseError(message)
    half = copy.with_name(copy.name + ".half")
    source = f"file:{quote(str(path.resolve()))}?mode=ro"
    try:
        half.unlink(missing_ok=True)
        with closing(sqlite3.connect(source, uri=True, timeout=_WAIT)) as connection:
            connection.execute("VACUUM INTO ?", (str(half),))
        half.rename(copy)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        message = f"{copy} can't be written ({error}): check the database and the folder"
        raise DatabaseError(message) from error
