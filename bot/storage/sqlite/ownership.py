"""Tell a database of Footnote's, sound or damaged, from another program's files."""

from __future__ import annotations

import os.path
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from bot.storage.errors import DatabaseError

APPLICATION_ID = 0x466E6F74
"""Marks a SQLite file as Footnote's (``Fnot``)."""

_HEADER = b"SQLite format 3\0"
_ID_AT = slice(68, 72)
"""Where in the file SQLite writes the application's id."""

_TABLES = ("migrations", "articles", "passages", "synced_commands")
"""The tables that a database of every version has."""

_ENOUGH = 3
"""Of them in the remains of a damaged file: one may be what was damaged."""

_CHUNK = 1 << 20
_MAX_CHUNKS = 64
"""What is searched of a file that is no database; the tables are named near its beginning."""


def without_links(path: Path) -> Path:
    """Return the file itself where a path is a link to it.

    Its lock and its journal stand beside it, and it is what is set aside or replaced.
    """
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def refuse_foreign(path: Path) -> None:
    """Raise an error if a file is another program's; it is only read.

    A database of Footnote's is known by its application id, which every version set, or by its
    tables where that was lost: in a copy made of a dump, or where its first page was damaged.

    Args:
        path: The file, which may be missing; no link to it.

    Raises:
        DatabaseError: It is the database of another program, no database and no remains of one
            of Footnote's, or no file at all but a pipe or a device.
        OSError: It can't be read.
        sqlite3.OperationalError: Another program keeps it from being read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        # A pipe would be waited for without end, and a device may be read without end.
        message = f"{path} is a pipe or a device: name a file in FOOTNOTE_DATABASE"
        raise DatabaseError(message)
    try:
        with path.open("rb") as file:
            start = file.read(_ID_AT.stop)
    except FileNotFoundError:
        return
    if not start:
        return
    is_database = start.startswith(_HEADER)
    if is_database and start[_ID_AT] == APPLICATION_ID.to_bytes(4, "big"):
        return
    if (is_database and _says_ours(path)) or _has_remains(path):
        return
    what = "the database of another program" if is_database else "no database of Footnote's"
    message = (
        f"{path} is {what}, so it was left as it is: name another file in FOOTNOTE_DATABASE, or "
        "move this one away"
    )
    raise DatabaseError(message)


def _says_ours(path: Path) -> bool:
    """Return whether a database says that it is Footnote's, or holds nothing yet.

    Raises:
        sqlite3.OperationalError: Another program keeps it from being read.
    """
    # Without a journal nothing may be written beside it either, which reading one can't do without.
    journal = path.with_name(path.name + "-wal").exists()
    mode = "mode=ro" if journal else "mode=ro&immutable=1"
    address = f"file:{quote(str(path.resolve()))}?{mode}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            (marked,) = connection.execute("PRAGMA application_id").fetchone()
            rows = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    names = {name for (name,) in rows}
    return marked == APPLICATION_ID or names.issuperset(_TABLES) or not (marked or names)


def _has_remains(path: Path) -> bool:
    """Return whether a file has the names of Footnote's tables as SQLite writes them, or nothing.

    A disk that lost what was written may leave zeros alone.
    """
    wanted = {f"table{name}{name}".encode() for name in _TABLES}
    longest = max(map(len, wanted))
    found: set[bytes] = set()
    is_empty = True
    before = b""
    with path.open("rb") as file:
        for _ in range(_MAX_CHUNKS):
            chunk = file.read(_CHUNK)
            if not chunk:
                break
            is_empty = is_empty and not chunk.strip(b"\0")
            read = before + chunk
            found.update(name for name in wanted if name in read)
            before = chunk[-longest:]
    return is_empty or len(found) >= _ENOUGH
