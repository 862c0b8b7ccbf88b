"""Find what of a page's text is in no article: what was extracted is subtracted from the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles.article import Removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_NOT_WORD = re.compile(r"\W++")
_SPACES = re.compile(r"\s++")
_INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "sup", "sub", "code", "q", "br"})
_MAX_COMPARISONS = 200_000_000
_WHY = "outside of the article"


class Remains:
    """The texts of a page's elements, in the order in which they stand.

    Args:
        tree: The page; it may change later.

    Attributes:
        texts: Each with that of the inline elements in it, its white space folded.
    """

    def __init__(self, tree: _Element) -> None:
        self.texts = list(_texts(tree))

    def without(self, extracted: Iterable[str]) -> Iterator[Removal]:
        """Yield what is not among the texts that were extracted; neighbours are joined."""
        pieces = [_bare(text) for text in extracted]
        known = set(pieces)
        whole = "".join(pieces)
        search = len(whole) * len(self.texts) <= _MAX_COMPARISONS
        waiting: list[str] = []
        for text in self.texts:
            bare = _bare(text)
            if bare in known or (search and bare in whole):
                if waiting:
                    yield Removal(" · ".join(waiting), _WHY)
                waiting = []
            elif bare:
                waiting.append(text)
        if waiting:
            yield Removal(" · ".join(waiting), _WHY)


def _texts(tree: _Element) -> Iterator[str]:
    """Yield the text of each element that holds text, with that of the inline elements in it."""
    pieces: list[str] = []
    body = next(tree.iter("body"), tree)
    for text, begins in _pieces(body):
        if begins and pieces:
            yield from _joined(pieces)
            pieces = []
        pieces.append(text)
    yield from _joined(pieces)


def _pieces(body: _Element) -> Iterator[tuple[str, bool]]:
    """Yield runs of text, and whether each begins a new element that is no inline one."""
    waiting: list[tuple[_Element, bool]] = [(body, True)]
    while waiting:
        element, opens = waiting.pop()
        inline = element.tag in _INLINE
        if not opens:
            yield element.tail or "", not inline
            continue
        if isinstance(element.tag, str) and element.tag != "head":
            yield element.text or "", not inline
            for child in reversed(element):
                waiting.append((child, False))
                waiting.append((child, True))


def _joined(pieces: list[str]) -> Iterator[str]:
    text = _SPACES.sub(" ", "".join(pieces)).strip()
    if text:
        yield text


def _bare(text: str) -> str:
    return _NOT_WORD.sub("", text)
