"""Walk the corpus folder and read every article in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ingest.reader import digest_of, parse_article, read_content
from bot.ingest.refusal import Refusal, RefusedFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bot.articles.article import Article

_IGNORED = frozenset({"thumbs.db", "desktop.ini"})


class CorpusFolderError(Exception):
    """Tell that the corpus folder itself can't be read, and the mend."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Hold what a folder of articles came to.

    Attributes:
        articles: The articles, in the order of their paths.
        refused: The files that can't be articles, with the reasons.
        unchanged: The ids of the articles taken over from before, their files being the same.
    """

    articles: tuple[Article, ...]
    refused: tuple[Refusal, ...]
    unchanged: frozenset[str] = frozenset()


def list_files(folder: Path) -> list[tuple[str, Path]]:
    """List the files of a corpus folder and the folders in it, sorted by path.

    Hidden files are passed over, and so is whatever a link leads to outside of the folder.

    Returns:
        For each file its path in the corpus, with forward slashes, and where it is.

    Raises:
        CorpusFolderError: The folder is missing or can't be read.
    """
    try:
        root = folder.resolve(strict=True)
        if not root.is_dir():
            raise NotADirectoryError(20, "it is no folder")
        found = sorted(_walk(root, root, frozenset({root})))
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "a link in it leads back to itself"
        message = (
            f"the corpus folder {folder} can't be read ({why.lower()}): "
            "create it, or name another with --corpus or FOOTNOTE_CORPUS"
        )
        raise CorpusFolderError(message) from error
    return found


def _walk(root: Path, folder: Path, above: frozenset[Path]) -> list[tuple[str, Path]]:
    found: list[tuple[str, Path]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.lower() in _IGNORED:
                continue
            path = folder / entry.name
            target = _inside(root, path) if entry.is_symlink() else path
            if target is None:
                continue
            if entry.is_dir():
                if target not in above:
                    found.extend(_walk_within(root, path, above | {target}))
            elif entry.is_file():
                found.append((path.relative_to(root).as_posix(), path))
    return found


def _walk_within(root: Path, folder: Path, above: frozenset[Path]) -> list[tuple[str, Path]]:
    try:
        return _walk(root, folder, above)
    except FileNotFoundError:  # it has vanished meanwhile
        return []
    except OSError as error:
        message = (
            f"the folder {folder} in the corpus can't be read ({(error.strerror or '').lower()}): "
            "let the bot read it, or take it out of the corpus"
        )
        raise CorpusFolderError(message) from error


def _inside(root: Path, link: Path) -> Path | None:
    """Give what a link leads to, where that is in the corpus folder."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return target if target.is_relative_to(root) else None


def read_corpus(
    folder: Path,
    known: Mapping[str, Article] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Corpus:
    """Read every article of a folder.

    Args:
        folder: The corpus folder.
        known: Articles read before, by file; one whose file has not changed is taken over.
        progress: Called with the number of files done and of all files.

    Raises:
        CorpusFolderError: The folder is missing or can't be read.
    """
    files = list_files(folder)
    articles: list[Article] = []
    refused: list[Refusal] = []
    unchanged: set[str] = set()
    owners: dict[str, str] = {}
    for done, (file, path) in enumerate(files, start=1):
        try:
            content = read_content(path, file)
            before = known.get(file) if known else None
            same = before is not None and before.digest == digest_of(content)
            article = before if before is not None and same else parse_article(content, file)
            _check_id(article, owners)
        except RefusedFileError as error:
            refused.append(Refusal(error.file, error.reason))
        else:
            owners[article.id] = file
            articles.append(article)
            if same:
                unchanged.add(article.id)
        if progress:
            progress(done, len(files))
    return Corpus(tuple(articles), tuple(refused), frozenset(unchanged))


def _check_id(article: Article, owners: Mapping[str, str]) -> None:
    """Refuse a file whose article would have the id of another's."""
    owner = owners.get(article.id)
    if owner is not None:
        reason = f"its name is too like that of {owner} to tell them apart: rename one of them"
        raise RefusedFileError(article.file, reason)
