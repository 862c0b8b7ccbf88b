"""Read the article out of an HTML page, without the page around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import trafilatura
from trafilatura.settings import Document

from bot.ingest.front_matter import FrontMatter, is_web_address, parse_date
from bot.ingest.splitter import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)
_BLOCK_TAGS = frozenset({"p", "quote", "item", "head", "ab", "cell"})
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """Hold what a page says of its article, and the article's blocks."""

    fields: FrontMatter
    blocks: tuple[Block, ...]


def read_page(text: str) -> Page | None:
    """Extract the article from a page's HTML; nothing is fetched.

    Args:
        text: The page, decoded.

    Returns:
        The article, white space folded as a browser shows it, or ``None`` where there is none.
    """
    document = trafilatura.bare_extraction(text, with_metadata=True, include_comments=False)
    if not isinstance(document, Document) or document.body is None:
        return None
    blocks = tuple(_blocks(document.body))
    if not blocks:
        return None
    language = _LANGUAGE.search(text[:20_000])
    url = document.url or ""
    fields = FrontMatter(
        title=document.title or None,
        source=document.sitename or document.hostname or None,
        author=document.author or None,
        date=parse_date(document.date) if document.date else None,
        url=url if is_web_address(url) else None,
        language=language[1].lower() if language else None,
    )
    return Page(fields, blocks)


def _blocks(body: _Element) -> Iterator[Block]:
    """Walk the outermost blocks; a paragraph inside a quote is part of the quote."""
    for element in body:
        if element.tag in _BLOCK_TAGS:
            text = _SPACES.sub(" ", "".join(map(str, element.itertext()))).strip()
            if text:
                yield Block(text, is_heading=element.tag == "head")
        else:
            yield from _blocks(element)
