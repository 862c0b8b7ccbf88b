"""Find the files of a corpus folder."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_IGNORED = frozenset({"thumbs.db", "desktop.ini"})
_LOCK = "~$"
"""How the files begin that Word keeps beside a document while it is open."""

_BACKUP = "~"
"""How the files end that editors keep of what a file said before."""

_UNSHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})


class CorpusFolderError(Exception):
    """The corpus folder itself can't be read; the message says how to fix that."""


def list_files(folder: Path) -> list[tuple[str, Path]]:
    """List the files of a corpus folder and the folders in it, sorted by path.

    Hidden files are passed over, and so are those that editors keep beside a file, and whatever a
    link leads to outside of the folder. A folder that several links lead to is read once, under its
    own name if it has one that shows.

    Returns:
        For each file its path in the corpus, with forward slashes, and where it is. What can't
        be shown in a path (a byte that is no UTF-8, a control character) is written as an escape.

    Raises:
        CorpusFolderError: The folder is missing or can't be read.
    """
    try:
        root = folder.resolve(strict=True)
        if not root.is_dir():
            raise NotADirectoryError(20, "it is not a folder")
        found = sorted(_walk(root))
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "a link in it leads back to itself"
        message = (
            f"the corpus folder {folder} can't be read ({why.lower()}): "
            f"{_mend(error)}name another with --corpus or FOOTNOTE_CORPUS"
        )
        raise CorpusFolderError(message) from error
    return found


def _mend(error: Exception) -> str:
    """Return advice besides naming another folder, if there is any."""
    if isinstance(error, FileNotFoundError):
        return "create it, or "
    return "let the bot read it, or " if isinstance(error, PermissionError) else ""


def _walk(root: Path) -> list[tuple[str, Path]]:
    """Walk the folders themselves first, then those that only links lead to."""
    found: list[tuple[str, Path]] = []
    visited: set[tuple[int, int]] = set()
    folders: list[Path] = [root]
    links: list[Path] = []
    while folders or links:
        folder = folders.pop() if folders else links.pop()
        for entry in _entries(folder, root, visited):
            path = folder / entry.name
            if entry.is_symlink() and not _leads_inside(root, path):
                continue
            if entry.is_dir():
                (links if entry.is_symlink() else folders).append(path)
            elif entry.is_file():
                found.append((_shown(path.relative_to(root).as_posix()), path))
    return found


def _entries(folder: Path, root: Path, visited: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """List what shows of a folder, last name first; nothing where it was visited before."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in visited:
            return []
        visited.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            shown = [
                entry
                for entry in entries
                if entry.name.lower() not in _IGNORED
                and not entry.name.startswith((".", _LOCK))
                and not entry.name.endswith(_BACKUP)
            ]
    except OSError as error:
        if folder == root:
            raise
        if isinstance(error, FileNotFoundError):  # it has vanished meanwhile
            return []
        message = (
            f"the folder {folder} in the corpus can't be read ({(error.strerror or '').lower()}): "
            "let the bot read it, or take it out of the corpus"
        )
        raise CorpusFolderError(message) from error
    return sorted(shown, key=lambda entry: entry.name, reverse=True)


def _leads_inside(root: Path, link: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _shown(name: str) -> str:
    """Write what no path shows as escapes, so that every name can be printed and stored."""
    if not any(unicodedata.category(character) in _UNSHOWN for character in name):
        return name
    decoded = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        ascii(character)[1:-1] if unicodedata.category(character) in _UNSHOWN else character
        for character in decoded
    )
