"""Read what an HTML page says about its article: JSON-LD, OpenGraph, and plain HTML."""

from __future__ import annotations

import html
import json
import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.ingest.metadata.article_opening import author_of, day_of
from bot.ingest.metadata.front_matter import FrontMatter, is_web_address, parse_date
from bot.ingest.metadata.plain_yaml import whole_characters
from bot.ingest.metadata.shown_metadata import read_shown_metadata, without_sites
from bot.ingest.text.cleaner import SITE_NAME

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_MAX_SCRIPT_LENGTH = 500_000
_MAX_NODES = 500
_MAX_LENGTH = 500
_MAX_H1 = 20
_LANGUAGE = re.compile(r"\A([a-zA-Z]{2,3})(?:[-_]|\Z)")
_TITLE_JOINT = re.compile(r"[|:：»«•·/–—-]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ARTICLE_TYPES = ("Article", "Posting", "Report", "NewsArticle")


def read_metadata(tree: _Element) -> FrontMatter:
    """Return what a page says about its article; whatever is broken counts as not said.

    The article's own JSON-LD counts first, then OpenGraph, then the rest of the page.
    """
    data = _article_data(tree)
    meta = _meta(tree)
    byline = _byline(tree)
    shown = read_shown_metadata(tree)
    source = _name(data.get("publisher")) or meta.get("og:site_name") or shown.source
    author = _names(data.get("author")) or _author(meta) or author_of(byline)
    return FrontMatter(
        title=_title(tree, data, meta, source),
        source=source,
        author=without_sites(author or shown.author, source),
        date=_date(data, meta) or day_of(byline) or shown.date,
        url=_address(tree, data, meta),
        language=_language(tree, data, meta),
    )


def descriptions(tree: _Element) -> tuple[str, ...]:
    """Return what a page says that its article is about, in the words of its ``meta`` elements."""
    meta = _meta(tree)
    said = (meta.get(f"{prefix}description") for prefix in ("og:", "", "twitter:"))
    return tuple(dict.fromkeys(text for text in said if text))


def _byline(tree: _Element) -> str:
    """Return the text of an element that calls itself a byline and names somebody."""
    for element in tree.iter("p", "div", "span", "address"):
        if "byline" not in (element.get("class") or "").lower():
            continue
        text = " ".join("".join(map(str, element.itertext())).split())
        if 0 < len(text) <= _MAX_LENGTH and author_of(text):
            return text
    return ""


def _article_data(tree: _Element) -> Mapping[str, object]:
    """Return the JSON-LD object that describes the article, or an empty one."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _MAX_SCRIPT_LENGTH:
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names):
                return node
    return {}


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects of JSON-LD: one alone, several in a list or in a graph."""
    waiting = [value]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:_MAX_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend((node.get("@graph"), node.get("mainEntity")))


def _meta(tree: _Element) -> dict[str, str]:
    """Return the page's ``meta`` elements by name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        content = _text(element.get("content"))
        if name and content and len(found) < _MAX_NODES:
            found.setdefault(name, content)
    return found


def _title(
    tree: _Element, data: Mapping[str, object], meta: Mapping[str, str], source: str | None
) -> str | None:
    """Return the heading that one of the page's titles repeats, else the first of these titles.

    What a title has before or behind the heading is the site's name, a section or a day.
    """
    texts = ("".join(map(str, heading.itertext())) for heading in islice(tree.iter("h1"), _MAX_H1))
    headings = [_text(text) for text in texts]
    element = next(tree.iter("title"), None)
    page_title = _text(element.text) if element is not None else None
    said = [_text(data.get("headline")), meta.get("og:title"), meta.get("twitter:title")]
    for title in (*said, page_title):
        for heading in headings:
            if title and heading and heading != source and _stands_in(heading, title):
                return heading
    for title in said:
        if title:
            return _without_site(title, meta)
    if len(headings) == 1 and headings[0]:
        return headings[0]
    site = SITE_NAME.search(page_title) if page_title else None
    return page_title[: site.start()] if page_title and site else page_title


def _stands_in(heading: str, title: str) -> bool:
    """Return whether a title is a heading with no more around it than a site's name."""
    before, found, behind = title.casefold().partition(heading.casefold())
    return (
        bool(found)
        and len(before) + len(behind) <= len(heading)
        and (not before or _TITLE_JOINT.search(before[-3:]) is not None)
        and (not behind or _TITLE_JOINT.search(behind[:3]) is not None)
    )


def _without_site(title: str, meta: Mapping[str, str]) -> str:
    site = SITE_NAME.search(title)
    name = meta.get("og:site_name")
    return title[: site.start()] if site and name and title.endswith(name) else title


def _author(meta: Mapping[str, str]) -> str | None:
    for name in ("author", "article:author", "parsely-author", "dc.creator"):
        author = meta.get(name)
        if author and "://" not in author:
            return author
    return None


def _date(data: Mapping[str, object], meta: Mapping[str, str]) -> dt.date | None:
    changed = _text(data.get("dateModified"))
    is_wiki = meta.get("generator", "").startswith("MediaWiki")
    for value in (
        changed if is_wiki else None,
        _text(data.get("datePublished")),
        meta.get("article:published_time"),
        meta.get("og:published_time"),
        meta.get("date"),
        meta.get("dc.date"),
        changed,
    ):
        day = _DAY.match(value) if value else None
        parsed = parse_date(day[0] if day else value) if value else None
        if parsed is not None:
            return parsed
    return None


def _address(tree: _Element, data: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    links = (
        link.get("href") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower()
    )
    page = data.get("mainEntityOfPage")
    for value in (
        next(links, None),
        meta.get("og:url"),
        data.get("url"),
        page.get("@id") if isinstance(page, dict) else page,
    ):
        if isinstance(value, str) and is_web_address(value.strip()):
            return value.strip()
    return None


def _language(tree: _Element, data: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    root = next(tree.iter("html"), None)
    declared = root.get("lang") if root is not None else None
    for value in (_text(data.get("inLanguage")), declared, meta.get("og:locale")):
        code = _LANGUAGE.match(value.strip()) if value else None
        if code:
            return code[1].lower()
    return None


def _names(value: object) -> str | None:
    values = value[:20] if isinstance(value, list) else [value]
    names = dict.fromkeys(name for name in map(_name, values) if name)
    return _text(", ".join(names))


def _name(value: object) -> str | None:
    """Return a name that stands alone or in an object, unless it is an address."""
    name = _text(value.get("name") if isinstance(value, dict) else value)
    return None if name is None or "://" in name else name


def _text(value: object) -> str | None:
    """Return a text with its white space folded, or ``None`` for anything else."""
    if not isinstance(value, str):
        return None
    folded = " ".join(html.unescape(value[: 4 * _MAX_LENGTH]).split())[:_MAX_LENGTH]
    return whole_characters(folded) or None
