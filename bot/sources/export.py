"""Export the articles of a server: a zip of Markdown files with front matter."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import yaml

from bot.sources.errors import NOT_SMALL, NOTHING_TO_EXPORT, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article

_NOT_IN_NAME = re.compile(r"[^a-z0-9]++")
_NAME_LENGTH = 60
# What Markdown reads as more than the sign itself: anywhere, and where a line begins.
_SIGNS = re.compile(r"[\\`*_\[\]<>~|^]|&(?=#?\w+;)")
_FIRST = re.compile(r"^([^\S\n]*)(?=[#+\-=:])|^([^\S\n]*\d{1,9})(?=[.)])", re.MULTILINE)


def exported(articles: Sequence[Article], most: int) -> bytes:
    """Return a zip with a Markdown file for each article, which Footnote reads again.

    Args:
        articles: The articles.
        most: How many bytes it may have.

    Raises:
        SourceError: There is no article, or the zip has more.
    """
    if not articles:
        raise SourceError(NOTHING_TO_EXPORT)
    out = io.BytesIO()
    taken: Counter[str] = Counter()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for article in articles:
            archive.writestr(_name(article, taken), markdown_of(article))
            if out.tell() > most:
                raise SourceError(NOT_SMALL)
    if out.tell() > most:
        raise SourceError(NOT_SMALL)
    return out.getvalue()


def markdown_of(article: Article) -> str:
    """Return an article as Markdown with front matter."""
    fields = {
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "lang": article.language,
    }
    known = {name: value for name, value in fields.items() if value}
    front = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n" + "\n\n".join(_blocks(article)) + "\n"


def _blocks(article: Article) -> Iterable[str]:
    heading, number = None, 0
    parts: list[str] = []
    for passage in article.passages:
        if passage.number == number:
            parts[-1] += " " + _escaped(passage.text)
            continue
        if passage.heading and passage.heading != heading:
            parts.append(f"## {_escaped(passage.heading)}")
        heading, number = passage.heading, passage.number
        parts.append(_escaped(passage.text))
    return parts


def _escaped(text: str) -> str:
    """Return a text as Markdown that reads as this text does, whatever signs are in it."""
    escaped = _SIGNS.sub(r"\\\g<0>", text)
    return _FIRST.sub(lambda found: f"{found[1] or found[2] or ''}\\", escaped)


def _name(article: Article, taken: Counter[str]) -> str:
    """Return a name that no other file has: only a number is put after one with a dot."""
    folded = unicodedata.normalize("NFKD", article.title).encode("ascii", "ignore").decode()
    stem = _NOT_IN_NAME.sub("-", folded.lower()).strip("-")[:_NAME_LENGTH] or "article"
    taken[stem] += 1
    return f"{stem}.md" if taken[stem] == 1 else f"{stem}.{taken[stem]}.md"
