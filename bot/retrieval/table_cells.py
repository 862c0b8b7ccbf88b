"""Find the row of a table that has what a question asks for under a header that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.language.packs import pack_for
from bot.language.sentence_roles import is_table

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage, Span
    from bot.language.analyser import Analyser


class Cell(NamedTuple):
    """A cell of a table's row, with the header of its column, which may be empty."""

    header: str
    text: str


def cells_of(row: str) -> list[Cell]:
    """Return the cells of a row as articles are read: “Team: Oxmoor; Points: 27”."""
    parted = (cell.partition(": ") for cell in row.split("; "))
    return [Cell(header, text) if sign else Cell("", header) for header, sign, text in parted]


def asked_rows(terms: frozenset[str], article: Article, passage: Passage) -> list[Span]:
    """Return the rows of a table that a question is about and that have what it asks for.

    The question names all of the row's first cell and a header, and nothing else but what the
    headline or the sub-heading says.

    Args:
        terms: The question's terms.
        article: The article.
        passage: A paragraph of it, which may be no table.
    """
    analyser = pack_for(article.language).analyser
    if not is_table(passage):
        return []
    around = frozenset(analyser.terms(f"{article.title}\n{passage.heading or ''}"))
    rows = ((span, cells_of(passage.text[slice(*span)])) for span in passage.sentences)
    return [span for span, cells in rows if _has_asked(cells, terms, around, analyser)]


def _has_asked(
    cells: list[Cell], terms: frozenset[str], around: frozenset[str], analyser: Analyser
) -> bool:
    subject = frozenset(analyser.terms(cells[0].text))
    headers = [frozenset(analyser.terms(cell.header)) for cell in cells]
    if not subject or not subject <= terms:
        return False
    left = terms - subject
    if all(left.isdisjoint(header) for header in headers[1:]):
        return False
    return left <= around.union(*headers)
