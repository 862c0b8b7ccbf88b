"""Find the rows and entries that have what a question asks for: “Ship: Petrel”, “Maren – cook”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.language.packs import pack_for
from bot.language.sentences.line_marks import LIST_ITEM, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from bot.articles.article import Article, Passage, Span
    from bot.language.analysis.analyser import Analyser

_ENTRY = re.compile(r"([^\n]{1,60}?)(?:: | [-–—] )(\S[^\n]*)")
_LEAST = 2
"""Entries that a paragraph has at least, unless they have marks."""

_ALIKE = 4
_LONGER = 2
"""Letters that two forms of a word begin with alike at least, and that one is longer at most."""


class Cell(NamedTuple):
    """A cell of a table's row, with the header of its column, which may be empty."""

    header: str
    text: str


def cells_of(row: str) -> list[Cell]:
    """Return the cells of a row as articles are read: “Team: Oxmoor; Points: 27”."""
    parted = (cell.partition(": ") for cell in row.split("; "))
    return [Cell(header, text) if sign else Cell("", header) for header, sign, text in parted]


def asked_rows(
    terms: frozenset[str], value: re.Pattern[str] | None, article: Article, passage: Passage
) -> list[Span]:
    """Return the rows and entries that a question is about and that have what it asks for.

    The question names what they are about, and says nothing else but what their headers, the
    headline or the sub-heading do; and they have a value under a header that it names, or one of
    the kind that it asks for.

    Args:
        terms: The question's terms.
        value: Matches a value of the kind that is asked for, where the question tells it.
        article: The article.
        passage: A paragraph of it.
    """
    analyser = pack_for(article.language).analyser
    around = frozenset(analyser.terms(f"{article.title}\n{passage.heading or ''}"))
    facts = _Facts(terms, value, around, analyser)
    rows = [span for span in passage.sentences if ROW.match(passage.text, *span)]
    cells = [cells_of(passage.text[slice(*span)]) for span in rows]
    firsts = [frozenset(analyser.terms(row[0].text)) for row in cells]
    found = [
        span
        for place, (span, row) in enumerate(zip(rows, cells, strict=True))
        if facts.are_in_row(row, firsts[:place] + firsts[place + 1 :])
    ]
    entries = () if rows else _entries(passage)
    return found + [span for span, label, said in entries if facts.are_in_entry(label, said)]


def asked_list(
    terms: frozenset[str], value: re.Pattern[str] | None, article: Article, passage: Passage
) -> list[Span]:
    """Return what begins a list that stands under what a question asks for, and nothing else.

    That is the sentence that leads in to it, or the first item; the others are shown with it.

    Args:
        terms: The question's terms.
        value: Matches a value of the kind that is asked for, where the question tells it.
        article: The article.
        passage: A paragraph of it.
    """
    items = [span for span in passage.sentences if LIST_ITEM.match(passage.text, *span)]
    if len(items) < _LEAST or len(items) < len(passage.sentences) - 1 or not passage.heading:
        return []
    analyser = pack_for(article.language).analyser
    heading = frozenset(analyser.terms(passage.heading.rpartition(" – ")[2]))
    around = frozenset(analyser.terms(f"{article.title}\n{passage.heading}"))
    facts = _Facts(terms, value, around, analyser)
    return [passage.sentences[0]] if facts.are_in_list(passage.text, heading) else []


def _entries(passage: Passage) -> Iterator[tuple[Span, str, str]]:
    """Yield the entries of a paragraph, each with its label and what it says of that."""
    found = []
    for span in passage.sentences:
        mark = LIST_ITEM.match(passage.text, *span)
        entry = _ENTRY.fullmatch(passage.text, mark.end() if mark else span[0], span[1])
        if entry:
            found.append((mark is not None, span, entry[1], entry[2]))
    for is_item, span, label, said in found:
        if is_item or len(found) >= _LEAST:
            yield span, label, said


class _Facts(NamedTuple):
    """What is asked for.

    Attributes:
        terms: The question's terms.
        value: Matches a value of the kind that is asked for, if it is known.
        around: The terms of the headline and the sub-heading.
        analyser: Reads the language.
    """

    terms: frozenset[str]
    value: re.Pattern[str] | None
    around: frozenset[str]
    analyser: Analyser

    def are_in_list(self, text: str, heading: frozenset[str]) -> bool:
        """Return whether a list has them that stands under a sub-heading."""
        is_named = bool(heading) and self._are_said(heading, self.terms)
        return is_named and self._are_said(self.terms, self.around) and self._fits(text)

    def are_in_row(self, cells: list[Cell], firsts: list[frozenset[str]]) -> bool:
        """Return whether a row of a table has them, of which the others begin with other cells."""
        texts = [frozenset(self.analyser.terms(cell.text)) for cell in cells]
        headers = [frozenset(self.analyser.terms(cell.header)) for cell in cells]
        named = [self._is_named(cells[i], texts[i], headers[i]) for i in range(len(cells))]
        begun = frozenset(term for term in texts[0] & self.terms if not term.isdigit())
        named[0] |= bool(begun) and not any(map(begun.issubset, firsts))
        subject = frozenset().union(
            *(text for text, is_in in zip(texts, named, strict=True) if is_in)
        )
        left = self.terms - subject
        if not subject or not self._are_said(left, self.around.union(*headers)):
            return False
        others = [i for i, is_in in enumerate(named) if not is_in]
        if any(self._fits(cells[i].text) and not left.isdisjoint(headers[i]) for i in others):
            return True
        told = [cells[i].text if i in others else cells[i].header for i in range(len(cells))]
        return self.value is not None and any(map(self._fits, told))

    def are_in_entry(self, label: str, said: str) -> bool:
        """Return whether an entry has them: what its label names, or whom."""
        named = frozenset(self.analyser.terms(label))
        if not named:
            return False
        if self._are_said(named, self.terms):
            return self._fits(said) and self._are_said(self.terms, named | self.around)
        told = frozenset(self.analyser.terms(said))
        is_about = bool(self.terms & told) and self._are_said(self.terms, told | self.around)
        return is_about and self.value is not None and self._fits(label)

    def _is_named(self, cell: Cell, text: frozenset[str], header: frozenset[str]) -> bool:
        """Return whether a question names what a cell says, a number with its header."""
        if not text or not text <= self.terms:
            return False
        is_number = all(map(str.isdigit, text))
        return not (is_number and cell.header) or not header.isdisjoint(self.terms)

    def _fits(self, text: str) -> bool:
        return self.value is None or self.value.search(text) is not None

    def _are_said(self, terms: AbstractSet[str], said: AbstractSet[str]) -> bool:
        """Return whether all terms are among those said, or forms of the same words."""
        return all(term in said or any(_are_alike(term, other) for other in said) for term in terms)


def _are_alike(one: str, other: str) -> bool:
    """Return whether one word is the other with an ending: *teach* and *teacher*."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _ALIKE and len(long) - len(short) <= _LONGER and long.startswith(short)
