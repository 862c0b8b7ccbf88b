"""Read the article out of an HTML page, without the page around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import trafilatura
from lxml import etree
from trafilatura.settings import Document, use_config

from bot.articles.article import Removal
from bot.ingest.formats.page_lead import add_lead, lead_of
from bot.ingest.formats.page_questions import (
    INLINE,
    mark_bold_lines,
    part_definitions,
    part_paragraphs,
)
from bot.ingest.formats.page_remains import Remains
from bot.ingest.formats.page_surroundings import drop_surroundings, drop_wiki_marks
from bot.ingest.formats.page_tables import add_page_table, prepare_tables
from bot.ingest.metadata.page_metadata import descriptions, read_metadata
from bot.ingest.text.lists_and_tables import add_list
from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import Block, level_of
from bot.language.plain_text import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from configparser import ConfigParser

    from lxml.etree import _Element

    from bot.ingest.metadata.front_matter import FrontMatter

_SPACES = re.compile(r"\s++")
_TAG = re.compile(r"<[^<>]*+>")
_CLOCK = re.compile(
    r"\A\d{1,2}(?:[:.]|\s?h\s?)\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?\Z", re.IGNORECASE
)
_APART = frozenset({"p", "item", "cell"})
_FULL_STOPS = ".!…。！।۔"
_MAX_HEADING_WORDS = 12
_MAX_TAGS = 30_000
_MAX_SPACES_IN_TAG = 2000
_MIN_TIMES = 2
_MIN_LENGTH = "40"


class PageError(ValueError):
    """The page can't be read; the message says how to mend it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of its article, the article's blocks, and what stands around it."""

    fields: FrontMatter
    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...]


def read_page(text: str) -> Page | None:
    """Extract the article from a page's HTML; nothing is fetched.

    Args:
        text: The page, decoded.

    Returns:
        The article, white space folded as a browser shows it, or ``None`` where there is none.

    Raises:
        PageError: It has too many elements or attributes to be read in reasonable time.
    """
    tree = _load(text)
    if tree is None:
        return None
    fields = read_metadata(tree)
    described = descriptions(tree)
    etree.strip_elements(tree, "script", "style", "template", "noscript", with_tail=False)
    drop_wiki_marks(tree)
    captions = list(_take_captions(tree))
    _move_times(tree)
    part_definitions(tree)
    part_paragraphs(tree)
    prepare_tables(tree)
    bold = mark_bold_lines(tree)
    etree.strip_tags(tree, *INLINE)
    remains = Remains(tree)
    drop_surroundings(tree)
    body = _extract(tree)
    blocks: list[Block] = []
    _add_blocks(body, blocks)
    if not blocks:
        return None
    blocks = [replace(block, is_bold=_fold(block.text) in bold) for block in blocks]
    lead = lead_of(described, remains.texts, blocks)
    if lead:
        blocks = add_lead(lead, blocks, fields.title)
    left = remains.without((lead, *(_fold(piece) for piece in body.itertext())))
    return Page(fields, tuple(blocks), (*captions, *left))


def _load(text: str) -> _Element | None:
    """Parse a page, or a part of one; what has no elements is neither."""
    _check_size(text)
    tree = trafilatura.load_html(text)
    if tree is None and text.lstrip().startswith("<"):
        tree = trafilatura.load_html(f"<html>{text}")
    return tree


def _extract(tree: _Element) -> _Element:
    """Return the article in a page, in trafilatura's elements; an empty one where there is none."""
    document = trafilatura.bare_extraction(
        tree, with_metadata=False, include_comments=False, config=_configuration()
    )
    if isinstance(document, Document) and document.body is not None:
        return document.body
    return etree.Element("body")


def _configuration() -> ConfigParser:
    """Accept short articles, too; otherwise trafilatura takes the page's whole text for one."""
    configuration = use_config()
    configuration.set("DEFAULT", "MIN_EXTRACTED_SIZE", _MIN_LENGTH)
    configuration.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return configuration


def _check_size(text: str) -> None:
    """Refuse what takes time in the square of its length to parse."""
    if text.count("<") > _MAX_TAGS:
        message = f"the page has over {_MAX_TAGS:,} elements: save the article alone, or as text"
        raise PageError(message)
    for tag in _TAG.finditer(text):
        if len(tag[0]) > _MAX_SPACES_IN_TAG and len(tag[0].split()) > _MAX_SPACES_IN_TAG:
            message = "an element of the page has too many attributes: save the article as text"
            raise PageError(message)


def _take_captions(tree: _Element) -> Iterator[Removal]:
    """Remove the captions of pictures from the page: they don't answer anything."""
    for caption in tree.iter("figcaption"):
        text = _all_text(caption)
        if text:
            yield Removal(text, "caption")
    etree.strip_elements(tree, "figcaption", with_tail=False)


def _move_times(tree: _Element) -> None:
    """Move the times of a live blog into the paragraphs that they stand above."""
    clocks = {t: clock for t in tree.iter("time") if _CLOCK.match(clock := _all_text(t))}
    if len(clocks) < _MIN_TIMES:
        return
    waiting: tuple[_Element, str] | None = None
    for element in tree.iter("time", "p"):
        if element in clocks:
            waiting = element, clocks[element]
        elif element.tag == "p" and waiting and _all_text(element) not in {"", waiting[1]}:
            time, clock = waiting
            tail = time.tail
            time.clear()
            time.tail = tail
            element.text = f"{clock} {element.text or ''}"
            waiting = None


def _all_text(element: _Element) -> str:
    return _fold("".join(map(str, element.itertext())))


def _add_blocks(body: _Element, blocks: list[Block]) -> None:
    """Walk the outermost blocks of what was extracted."""
    for element in body:
        if element.tag == "list":
            defined = element.get("rend") == "dl"
            add_list(blocks, list(_definitions(element) if defined else _items(element, 0)))
        elif element.tag == "table":
            _add_table(element, blocks)
        elif element.tag == "code":
            lines = "".join(map(str, element.itertext())).strip("\n")
            if lines.strip():
                blocks.append(Block(lines, is_heading=False, by_line=True))
        elif element.tag in {"p", "head", "ab"} or (element.tag == "quote" and not len(element)):
            blocks.extend(_paragraphs(element))
        else:
            if element.text and element.text.strip():
                blocks.append(Block(_fold(element.text), is_heading=False))
            _add_blocks(element, blocks)
        if element.tail and element.tail.strip():
            blocks.append(Block(_fold(element.tail), is_heading=False))


def _paragraphs(element: _Element) -> Iterator[Block]:
    """Yield what a heading or a paragraph says, the paragraph in the lines that a reader sees."""
    is_heading = element.tag == "head" and not _is_prose(_text(element))
    if is_heading:
        level = level_of(element.get("rend", ""))
        yield Block(_text(element), is_heading=True, level=level)
        return
    lines = map(_fold, _raw_text(element, "\n").split("\n"))
    text = "\n".join(filter(None, lines))
    if text:
        yield Block(text, is_heading=False)


def _is_prose(heading: str) -> bool:
    """Return whether what is marked as a heading is a lead, or another paragraph."""
    stops = ends_like_sentence(heading, _FULL_STOPS)
    return stops and count_words(heading) > _MAX_HEADING_WORDS


def _items(element: _Element, depth: int) -> Iterator[str]:
    """Yield a list's items with marks, those of a list within it indented."""
    numbered = element.get("rend") == "ol"
    for number, item in enumerate(element.iter("item") if depth < 0 else element, start=1):
        mark = f"{number}." if numbered else "•"
        own = _fold(" ".join(_own_texts(item)))
        if own:
            yield f"{'  ' * depth}{mark} {own}"
        for inner in item.iter("list"):
            if inner.getparent() is item:
                yield from _items(inner, depth + 1)


def _definitions(element: _Element) -> Iterator[str]:
    """Yield the items of a list of definitions, each behind the terms that it defines."""
    terms: list[str] = []
    are_defined = False
    for item in element:
        text = _text(item)
        if item.get("rend", "").startswith("dt"):
            terms = [] if are_defined else terms
            terms += [text.rstrip(": ")] if text else []
            are_defined = False
        elif text:
            yield f"• {', '.join(terms)}: {text}" if terms else f"• {text}"
            are_defined = True
    if not are_defined:
        yield from (f"• {term}" for term in terms)


def _own_texts(item: _Element) -> Iterator[str]:
    """Yield an item's text without that of the lists in it."""
    if item.text:
        yield item.text
    for child in item:
        if child.tag != "list":
            yield from map(str, child.itertext())
        if child.tail:
            yield child.tail


def _add_table(element: _Element, blocks: list[Block]) -> None:
    rows = [[cell for cell in row if cell.tag == "cell"] for row in element.iter("row")]
    add_page_table(rows, [[_text(cell) for cell in row] for row in rows], blocks)


def _text(element: _Element) -> str:
    return _fold(_raw_text(element, " "))


def _raw_text(element: _Element, line_break: str) -> str:
    """Return an element's text; a line feed of the file's is white space like any other."""
    pieces = [element.text or ""]
    for child in element.iterdescendants():
        pieces.append("\0" if child.tag == "lb" else " " if child.tag in _APART else "")
        pieces.append(child.text or "")
        pieces.append(child.tail or "")
    return _SPACES.sub(" ", "".join(pieces)).replace("\0", line_break)


def _fold(text: object) -> str:
    return _SPACES.sub(" ", str(text)).strip()
