"""The short, stable slugs that name articles."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MAX_LENGTH = 60
_DIGEST_LENGTH = 8
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]++")


def article_id_of(file: str) -> str:
    """Return the slug of a file's path (``world/Nov 13.md`` → ``world-nov-13``).

    A slug that had to be shortened, or that lost accents or letters, ends in a digest of the path.
    """
    stem, slug = _slug(file)
    return slug if slug and len(slug) <= _MAX_LENGTH and stem.isascii() else _digested(file)


def assign_ids(files: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Assign every file an id that no other has.

    Args:
        files: The paths of all files in the corpus folder.
        known: The ids that articles had before, by file; each file keeps its own.

    Returns:
        The ids by file. Of new files with the same slug, the one whose name is nearest to it has
        it; the others' slugs end in a digest of the path.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for file in sorted(files, key=lambda file: (file not in known, *_distance(file))):
        wanted = known.get(file, article_id_of(file))
        digits = _DIGEST_LENGTH
        while wanted in taken:
            wanted = _digested(file, digits)
            digits += 1
        ids[file] = wanted
        taken.add(wanted)
    return ids


def _distance(file: str) -> tuple[bool, str]:
    """Order files by whether the name is the slug already, then by path."""
    stem, slug = _slug(file)
    return stem != slug, file


def _slug(file: str) -> tuple[str, str]:
    stem = file.rpartition(".")[0] or file
    folded = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return stem, _NOT_IN_SLUG.sub("-", folded).strip("-")


def _digested(file: str, digits: int = _DIGEST_LENGTH) -> str:
    digest = hashlib.sha256(file.encode("utf-8", "backslashreplace")).hexdigest()[:digits]
    return f"{_slug(file)[1][: _MAX_LENGTH - digits - 1].strip('-')}-{digest}".strip("-")
