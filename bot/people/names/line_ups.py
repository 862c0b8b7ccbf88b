"""Find line-ups, as “Rovers: Pinas; Kok, Smit, Van Es; Brands (12. Visser) and Bos”."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from bot.language.name_parts import PARTICLES
from bot.people.text.name_spans import NameSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Span
    from bot.people.text.tokens import Token

_FEWEST = 7
_MOST_WORDS = 4
_LONGEST_NOTE = 10
_SEPARATOR = re.compile(r"[,;()–—]|(?<!\b[A-Z])\.(?=\s)|\s-\s|\s(?:and|en|et|und|ed|y|e)\s")
_LINES_PARTED = re.compile(r"[;–—]|\s-\s")
_WORD = re.compile(r"\S+")
_SPARE = re.compile(
    r"(?:not used|unused|sub(?:s|stitutes)?|bench|reserves|replacements|remplaçants|wissels"
    r"|ersatzbank|suplentes|panchina)\Z",
    re.IGNORECASE,
)
_LONGEST_LABEL = 20


def find_line_ups(text: str) -> list[list[Span]]:
    """Return the places of the names in each line-up of a text.

    A line-up stands behind a colon, has at least seven names, and its lines of players are parted
    by something else than a comma, so that it is no list of towns. Those behind it who are not
    used may be fewer.
    """
    if ":" not in text or not _LINES_PARTED.search(text):
        return []
    colons = [place for place, character in enumerate(text) if character == ":"]
    ends = [*colons[1:], len(text)]
    found: list[list[Span]] = []
    for colon, end in zip(colons, ends, strict=True):
        names = list(_names_between(text, colon + 1, end))
        spare = found and _SPARE.search(text[max(0, colon - _LONGEST_LABEL) : colon])
        if (names and spare) or (
            len(names) >= _FEWEST and _LINES_PARTED.search(text, names[0][0], names[-1][1])
        ):
            found.append(names)
    return found


def is_in_line_up(start: int, line_ups: Sequence[Sequence[Span]]) -> bool:
    """Return whether a place of a text is within one of its line-ups."""
    before = bisect_right(line_ups, start, key=lambda names: names[0][0]) - 1
    return before >= 0 and start < line_ups[before][-1][1]


def line_up_spans(tokens: Sequence[Token], names: Sequence[Span]) -> Iterator[NameSpan]:
    """Yield the names of a line-up as spans of a text's words."""
    starts = [token.start for token in tokens]
    for start, end in names:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        named = tuple(tokens[first:last])
        if named:
            yield NameSpan(
                span=(named[0].start, named[-1].end),
                start=named[0].start,
                tokens=named,
                entries=tuple([token.entry for token in named]),
                prefix=(),
                first=first,
                behind=last,
                starts_sentence=False,
                honorific=False,
                office=False,
            )


def _names_between(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the names from one place on, until something else stands there."""
    while start < end:
        separator = _SEPARATOR.search(text, start, end)
        stop = separator.start() if separator else end
        name = _name_in(text, start, stop)
        if name:
            yield name
        elif len(text[start:stop].strip()) > _LONGEST_NOTE or _has_capital(text[start:stop]):
            return
        if separator is None or (separator[0] == "." and name):
            return
        start = separator.end()


def _name_in(text: str, start: int, stop: int) -> Span | None:
    """Return the place of the name that is all there is between two separators.

    Minutes and marks may stand beside it: “46. Visser”, “12' st Visser”, “Visser 6.5”.
    """
    words = list(_WORD.finditer(text, start, stop))
    while words and not (_is_capital(words[0][0]) or words[0][0] in PARTICLES):
        del words[0]
    while words and words[-1][0][0].isdigit():
        del words[-1]
    if not 0 < len(words) <= _MOST_WORDS or not _is_capital(words[-1][0]):
        return None
    if all(_is_capital(word[0]) or word[0] in PARTICLES for word in words):
        return words[0].start(), words[-1].end()
    return None


def _is_capital(word: str) -> bool:
    return word.lstrip("'’")[:1].isupper()


def _has_capital(text: str) -> bool:
    return any(character.isupper() for character in text)
