"""Find the feed that a page names in its head, as readers of feeds do.

That is the first ``<link rel="alternate">`` of a feed's type (WHATWG HTML, 4.6.7.1 and RSS
Autodiscovery 2006); sites that have several name the one of all their articles first.
"""

from __future__ import annotations

from urllib.parse import urljoin

from lxml import etree

from bot.ingest.metadata.front_matter import is_web_address

_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_HEAD = 200_000
"""Bytes of a page in which its head is looked for."""


def feed_link(content: bytes, address: str) -> str | None:
    """Return the address of the feed that a page names, or ``None``.

    Args:
        content: The page, in UTF-8.
        address: Where it is from; the feed's address may be relative to that.
    """
    parser = etree.HTMLParser(encoding="utf-8")
    try:
        page = etree.fromstring(content[:_HEAD], parser)
    except etree.XMLSyntaxError:
        return None
    # What is no markup at all is no page either.
    for link in page.iter("link") if page is not None else ():
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if kind not in _TYPES or "alternate" not in link.get("rel", "").lower().split():
            continue
        try:
            found = str(urljoin(address, link.get("href", "").strip()))
        except ValueError:
            continue
        if found != address and is_web_address(found):
            return found
    return None
