"""Copy the database, even while the bot runs, and restore a copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.storage.errors import DatabaseError
from bot.storage.sqlite.damage import is_damage
from bot.storage.sqlite.lock import DatabaseLock
from bot.storage.sqlite.opening import move_aside
from bot.storage.sqlite.ownership import APPLICATION_ID, refuse_foreign, without_links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WAIT = 10.0


def back_up(path: Path, copy: Path) -> None:
    """Write a consistent copy of a database; the original is only read.

    Args:
        path: The database's file.
        copy: The file to write, readable for this user only. It appears only once it is complete.

    Raises:
        DatabaseError: There is no database, it is empty or another program's, or the copy exists
            already or can't be written.
    """
    path = without_links(path)
    if not path.is_file():
        message = f"there is no database {path}: name the right one in FOOTNOTE_DATABASE"
        raise DatabaseError(message)
    if copy.exists():
        message = f"{copy} exists already: name a file that does not"
        raise DatabaseError(message)
    _refuse_foreign(path)
    mend = "the next start sets it aside and builds a new one from the articles"
    with _whole_copy(path, copy, mend) as half:
        if _is_empty(half):
            message = f"{path} holds nothing yet: name the right database in FOOTNOTE_DATABASE"
            raise DatabaseError(message)
        half.rename(copy)


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy in the place of the database; what it replaces is kept under another name.

    Args:
        path: The database's file; the bot must not be running on it.
        copy: A copy that :func:`back_up` wrote; it is only read.

    Returns:
        The file that holds what was replaced, or ``None`` if there was nothing.

    Raises:
        DatabaseError: The copy is not a sound database of Footnote's, what it would replace is
            another program's, a process has the database open, or the files can't be written.
    """
    path = without_links(path)
    if not copy.is_file():
        message = f"there is no file {copy}: name a copy that backup wrote"
        raise DatabaseError(message)
    _refuse_foreign(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = DatabaseLock(path)
    except OSError as error:
        message = f"{path} can't be written ({error}): check the folder and its permissions"
        raise DatabaseError(message) from error
    try:
        with _whole_copy(copy, path, "name a copy that backup wrote") as half:
            _check(half, copy)
            # The old journal is moved along, or it would be replayed over the copy.
            replaced = move_aside(path, "replaced") if path.exists() else None
            half.rename(path)
            return replaced
    finally:
        lock.release()


def _refuse_foreign(path: Path) -> None:
    try:
        refuse_foreign(path)
    except (OSError, sqlite3.OperationalError) as error:
        message = f"{path} can't be read ({error}): check its permissions and who uses it"
        raise DatabaseError(message) from error


@contextmanager
def _whole_copy(source: Path, target: Path, mend: str) -> Iterator[Path]:
    """Write a copy of a database beside the file that it is meant for, for the block to rename.

    Args:
        source: The database.
        target: The file that the copy is meant for.
        mend: The advice in the message if the source is damaged, or no database.

    Raises:
        DatabaseError: The source can't be read, or the copy can't be written.
    """
    half = target.with_name(target.name + ".half")
    address = f"file:{quote(str(source.resolve()))}?mode=ro"
    try:
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        with closing(sqlite3.connect(address, uri=True, timeout=_WAIT)) as connection:
            connection.execute("VACUUM INTO ?", (str(half),))
        yield half
    except (OSError, sqlite3.Error) as error:
        if is_damage(error):
            message = f"{source} can't be read ({error}): {mend}"
            raise DatabaseError(message) from error
        message = f"{target} can't be written ({error}): check the database and the folder"
        raise DatabaseError(message) from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _is_empty(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _check(half: Path, copy: Path) -> None:
    with closing(sqlite3.connect(half)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if application_id != APPLICATION_ID:
        message = f"{copy} is not a database of Footnote's: name a copy that backup wrote"
        raise DatabaseError(message)
    if verdict != "ok":
        message = f"{copy} is damaged ({verdict}): restore another copy"
        raise DatabaseError(message)
