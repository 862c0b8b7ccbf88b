"""Tell what a response holds (a page, feed, text or PDF), by its headers and its bytes."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Literal

from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Collection

Kind = Literal["page", "feed", "text", "pdf"]

PAGES: frozenset[Kind] = frozenset({"page", "text", "pdf"})
"""What a link may lead to."""

FEEDS: frozenset[Kind] = frozenset({"feed"})

ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, "
    "text/plain;q=0.9, text/markdown;q=0.9, application/pdf;q=0.9"
)

_KINDS: dict[str, tuple[Kind, ...]] = {
    "text/html": ("page", "feed"),
    "application/xhtml+xml": ("page",),
    "application/rss+xml": ("feed",),
    "application/atom+xml": ("feed",),
    "application/rdf+xml": ("feed",),
    "application/xml": ("feed", "page"),
    "text/xml": ("feed", "page"),
    "application/feed+json": ("feed",),
    "application/json": ("feed",),
    "text/plain": ("text", "feed"),
    "text/markdown": ("text",),
    "application/pdf": ("pdf",),
    "application/x-pdf": ("pdf",),
}
_SAMPLE = 4096
# The maximum length of a content type in an error message.
_TYPE_SHOWN = 60
_FEED = re.compile(rb"<(?:[a-z]{1,8}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    rb"<(?:!doctype html|html|head|body|title|meta|article|p|div)[\s>]", re.IGNORECASE
)
_DECLARED = re.compile(
    rb"<meta[^<>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{2,30})", re.IGNORECASE
)
_IN_XML = re.compile(
    rb"\A(\s{0,9}<\?xml\s[^<>]{1,60}?)\sencoding\s{0,9}=\s{0,9}[\"'][\w:.-]{2,30}[\"']"
)
_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,30})", re.IGNORECASE)
_ENCODINGS = (
    *("ascii", "utf-16", "utf-32", "iso8859", "iso2022", "cp", "koi8", "mac", "kz1048", "ptcp154"),
    *("gb", "hz", "big5", "euc", "shift_jis", "johab", "tis-620"),
)
"""How the names of the encodings that pages are in begin. Python knows others, which no page is
in, and some of them take hours for a few MiB (punycode)."""

_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
"""Encodings under whose names pages are in larger ones, as browsers read them."""

_WIDE = ("utf-16", "utf-32")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)


def kind_of(content_type: str, content: bytes) -> Kind:
    """Return the kind of a response, if its header and its body agree.

    Args:
        content_type: The header; if empty, the body alone decides.
        content: The body.

    Raises:
        FetchError: It is of a kind that can't be read.
    """
    media = content_type.partition(";")[0].strip().lower()
    may_be: Collection[Kind] = _KINDS.get(media, ()) if media else PAGES | FEEDS
    if not may_be:
        message = f"it is not a page, feed, text or PDF, but {media[:_TYPE_SHOWN]}"
        raise FetchError(message)
    found = _by_content(content)
    if media and {found, *may_be} >= {"page", "text"}:
        # It may be an HTML fragment or a text about HTML: only the type tells.
        found = "page" if "page" in may_be else "text"
    if found is None or found not in may_be:
        message = (
            f"its content is not of the type that it declares ({media[:_TYPE_SHOWN] or 'no type'})"
        )
        raise FetchError(message)
    return found


def in_utf8(content_type: str, content: bytes) -> bytes:
    """Return a text in UTF-8 if its encoding is declared; otherwise the reader detects it.

    Args:
        content_type: The header, whose declaration takes precedence over the page's own.
        content: The body.
    """
    if content.startswith(_WIDE_MARKS):
        return content
    try:
        encoding = _declared(content_type, content[:_SAMPLE])
        if encoding:
            # The encoding in the XML declaration is no longer true.
            return _IN_XML.sub(rb"\1", content.decode(encoding).encode(), count=1)
    except (LookupError, UnicodeError, ValueError):
        pass
    return content


def _declared(content_type: str, sample: bytes) -> str | None:
    """Return the declared encoding; ``None`` if the page can't be in that encoding.

    Raises:
        LookupError: The encoding is unknown.
    """
    said, own = _IN_TYPE.search(content_type), _DECLARED.search(sample)
    if not said and not own:
        return None
    name = codecs.lookup(said[1] if said else own[1].decode("ascii", "ignore") if own else "").name
    if name.startswith(_WIDE) and b"\0" not in sample:
        return None
    known = name.startswith((*_ENCODINGS, "utf-8"))
    return _LARGER.get(name, name) if known else None


def _by_content(content: bytes) -> Kind | None:
    """Return the kind of a body by its beginning, or ``None`` if it can't be read."""
    sample = content[:_SAMPLE]
    start = sample.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"{"):
        return "feed" if b"jsonfeed.org" in sample else None
    feed, page = _FEED.search(sample), _PAGE.search(sample)
    if feed and start.startswith(b"<") and not (page and page.start() < feed.start()):
        return "feed"
    if page:
        return "page"
    if b"\0" in sample and not sample.startswith(_WIDE_MARKS):
        return None
    return "text" if start else None
