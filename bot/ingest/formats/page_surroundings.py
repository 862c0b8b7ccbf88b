"""Take away what a page names as no part of its article: comments, notices, forms, contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = re.compile(
    r"(?:\A|[\s_-])(?:comments?|cookie\w{0,20}|newsletter|subscribe|popup|modal|recirc|"
    r"toc|navbox)(?:[\s_-]|\Z)",
    re.IGNORECASE,
)
_TAGS = frozenset({"div", "section", "aside", "ul", "ol", "form", "table"})
_DROPPED = "dropped"
_WIKI_MARKS = {"span": "mw-editsection", "sup": "reference"}
_MAX_NAME_LENGTH = 500
_MIN_LEFT = 300
"""Characters of paragraphs that have to be left, else the article itself has such a name."""


def drop_wiki_marks(tree: _Element) -> None:
    """Drop the links that a wiki sets into its text: to edit a section, and to a footnote."""
    for element in [*tree.iter(*_WIKI_MARKS)]:
        if _WIKI_MARKS[element.tag] in element.get("class", "")[:_MAX_NAME_LENGTH].split():
            element.tag = _DROPPED
    etree.strip_elements(tree, _DROPPED, with_tail=False)


def drop_surroundings(tree: _Element) -> None:
    """Drop the elements whose id or class names what no article consists of.

    Those that hold the headline stay, and those without which little of the page would be left.
    """
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    lengths: dict[_Element, int] = {}
    headed: set[_Element] = set()
    for element in reversed(elements):  # what is within an element comes before it
        own = len("".join(map(str, element.itertext())).strip()) if element.tag == "p" else 0
        lengths[element] = own or sum(lengths.get(child, 0) for child in element)
        if element.tag == "h1" or any(child in headed for child in element):
            headed.add(element)
    left = lengths[elements[0]]
    within: set[_Element] = set()
    for element in elements:
        if element.getparent() in within:
            within.add(element)
        elif element not in headed and left - lengths[element] >= _MIN_LEFT and _is_named(element):
            left -= lengths[element]
            within.add(element)
            element.tag = _DROPPED
    etree.strip_elements(tree, _DROPPED, with_tail=False)


def _is_named(element: _Element) -> bool:
    if element.tag not in _TAGS:
        return False
    named = f"{element.get('id', '')} {element.get('class', '')}"
    return len(named) <= _MAX_NAME_LENGTH and _NAMES.search(named) is not None
