"""Read what a page shows of its article's author, day and site without declaring it."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from bot.ingest.metadata.article_opening import author_of
from bot.ingest.metadata.front_matter import FrontMatter, parse_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAME_WORDS = range(2, 5)
_HOST = re.compile(r"(?i:\bwww\.)|\w\.[a-z]{2,10}\)?\Z")
_PORT = re.compile(r":\d{1,5}\Z")
_NOT_COMPARED = re.compile(r"[\W_]++")
_MAX_LENGTH = 120
_DECLARES_NAME = re.compile(r"author|byl|creator", re.IGNORECASE)
_MAX_NAMES = 20
"""Elements that declare authors that are looked at: each name is compared with all others."""

_MAX_DECLARED_LENGTH = 1000
"""Characters of a declaration that is looked at, and of those of all authors."""


def read_shown_metadata(tree: _Element) -> FrontMatter:
    """Return the source, the author and the date that a page shows, as trafilatura finds them.

    They are in elements whose class says so, in ``time`` elements, in the title and the address;
    a site without a name has that of its host.

    Args:
        tree: The page; it stays as it is.
    """
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - pages alone need it

    page = deepcopy(tree)
    etree.strip_elements(page, "script", "style", "template", "noscript", "img", with_tail=False)
    _drop_long_declarations(page)
    found = extract_metadata(page, extensive=False)
    # Before an at sign stands who may read the address, or the name of another site.
    site = _PORT.sub("", (found.sitename or "").rpartition("@")[2])[:_MAX_LENGTH]
    source = site or None
    names = [name.strip() for name in (found.author or "").split(";")]
    return FrontMatter(
        source=source,
        author=without_sites(", ".join(name for name in names if _names_person(name)), source),
        date=parse_date(found.date) if found.date else None,
    )


def without_sites(author: str | None, source: str | None) -> str | None:
    """Return the names of an article's authors without those that are the site's own.

    Args:
        author: Names with commas between them.
        source: The site's name, if it is known.
    """
    names = [name.strip() for name in (author or "").split(",")]
    site = _bare(source or "")
    kept = [name for name in names if name and _bare(name) != site and not _HOST.search(name)]
    return ", ".join(kept) or None


def _drop_long_declarations(page: _Element) -> None:
    """Leave a page no more declarations than trafilatura reads in reasonable time."""
    names = letters = 0
    for element in page.iter("meta"):
        length = len(element.get("content", ""))
        if length > _MAX_DECLARED_LENGTH:
            element.set("content", "")
        elif _DECLARES_NAME.search(" ".join(map(str, element.values()))):
            names, letters = names + 1, letters + length
            if names > _MAX_NAMES or letters > _MAX_DECLARED_LENGTH:
                element.set("content", "")


def _names_person(text: str) -> bool:
    """Return whether a text is no more than a name; one of Latin letters has several words."""
    count = len(text.split())
    if author_of(f"By {text}") != text:
        return False
    return count in _NAME_WORDS or (count == 1 and not text.isascii())


def _bare(text: str) -> str:
    return _NOT_COMPARED.sub("", text).casefold()
