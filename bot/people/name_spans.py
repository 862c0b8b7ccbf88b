"""Find the capitalised spans of a text that may name a person, with what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.language.english.name_words import (
    ASIAN_SURNAMES,
    COMMON_CAPITALISED,
    HONORIFICS,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PARTIES,
    PORTFOLIOS,
    WEEKDAYS_AND_MONTHS,
)
from bot.language.plain_text import word_set
from bot.people.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.articles.article import Span
    from bot.people.gazetteer import Gazetteer

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]\.(?= ?[^\W\d_a-z])|[^\W_]+(?:[-’'‑][^\W_]+)*")
_ABBREVIATED = word_set(
    "mr mrs ms dr prof gen col lt maj sgt capt sen rep gov st rev hon jr sr fr brig adm cmdr pres"
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MAX_NAME_WORDS = 6
_SHORT_NAME = 2
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_TRAILING = word_set(
    "in on at the a an as by for from image photo file video monday tuesday wednesday thursday "
    "friday saturday sunday"
)


class Token(NamedTuple):
    """Hold a word of a text, its place, and the word as the lists have it."""

    text: str
    start: int
    end: int
    entry: str

    @property
    def capitalised(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Tell whether it is written in capitals throughout (``NATO``, ``U.S.``)."""
        letters = self.text.replace(".", "")
        return len(letters) > 1 and letters.isupper()

    @property
    def initial(self) -> bool:
        """Tell whether it is a single letter, with or without a stop."""
        return len(self.text.rstrip(".")) == 1


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Hold a span that may be a name.

    Attributes:
        tokens: The words of the name, without honorific or office.
        prefix: What stands before the name in the same run: honorifics, offices, adjectives.
        first: The position of the name's first token among the text's tokens.
        starts_sentence: Whether nothing of its sentence stands before the run.
    """

    tokens: tuple[Token, ...]
    prefix: tuple[Token, ...]
    first: int
    starts_sentence: bool

    @property
    def span(self) -> Span:
        """Give the name's place in the text."""
        return self.tokens[0].start, self.tokens[-1].end

    @property
    def honorific(self) -> bool:
        """Tell whether an honorific stands before the name."""
        return any(token.entry in HONORIFICS for token in self.prefix)

    @property
    def office(self) -> bool:
        """Tell whether an office stands before the name."""
        return any(token.entry in OFFICES for token in self.prefix)


def tokenize(text: str) -> list[Token]:
    """List the words of a text; a possessive ``'s`` is left out of the word."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        bare = word
        if word[-1] in "'’s":
            bare = word.removesuffix("s") if word[-2:] in {"'s", "’s"} else word
            bare = bare.rstrip("'’") or word
        start = match.start()
        # Most words are their own entry but for the case, and most time goes into asking.
        entry = bare.lower() if bare.isascii() else entry_of(bare)
        tokens.append(Token(bare, start, start + len(bare), entry))
    return tokens


def find_name_spans(
    text: str, tokens: list[Token], sentence_starts: frozenset[int], gazetteer: Gazetteer
) -> Iterator[NameSpan]:
    """Yield the spans that may name a person, in order.

    Args:
        text: The text.
        tokens: Its words, from :func:`tokenize`.
        sentence_starts: The offsets at which its sentences start.
        gazetteer: The lists of names and places.
    """
    position = 0
    while position < len(tokens):
        if not tokens[position].capitalised:
            position += 1
            continue
        end = _run_end(text, tokens, position)
        begins = tokens[position].start
        starts = any(begins - gap in sentence_starts for gap in range(3))
        yield from _strip(tokens, position, end, gazetteer, starts_sentence=starts)
        position = end


def _run_end(text: str, tokens: list[Token], position: int) -> int:
    """Find where a run of capitalised words ends."""
    end = position + 1
    while end < len(tokens):
        gap = text[tokens[end - 1].end : tokens[end].start]
        abbreviated = gap == ". " and (
            tokens[end - 1].entry in _ABBREVIATED or tokens[end - 1].initial
        )
        if gap not in {" ", "\n"} and not abbreviated:
            if gap == ", " and tokens[end].entry in _SUFFIXES and tokens[end].capitalised:
                end += 1
            break
        if tokens[end].capitalised:
            end += 1
            continue
        after = _after_particles(text, tokens, end)
        if after is None:
            break
        end = after
    return end


def _after_particles(text: str, tokens: list[Token], end: int) -> int | None:
    """Step over ``de``, ``van der``, or the ``of`` in ``Secretary of State``, to a capital."""
    if tokens[end].text == "of" and tokens[end - 1].entry in OFFICES:
        skip = end + 1
        if skip < len(tokens) and tokens[skip].text == "the":
            skip += 1
        if skip < len(tokens) and tokens[skip].entry in PORTFOLIOS and tokens[skip].capitalised:
            return skip + 1
        return None
    skip = end
    while skip < len(tokens) and tokens[skip].text in PARTICLES and skip < end + 3:
        skip += 1
        if skip < len(tokens) and text[tokens[skip - 1].end : tokens[skip].start] != " ":
            return None
    if end < skip < len(tokens) and tokens[skip].capitalised:
        return skip + 1
    return None


def _strip(
    tokens: list[Token], start: int, end: int, gazetteer: Gazetteer, *, starts_sentence: bool
) -> Iterator[NameSpan]:
    """Take what is no part of the name off a run's ends."""
    first = start
    while first < end and (
        (tokens[first].entry in COMMON_CAPITALISED and tokens[first].entry not in _ABBREVIATED)
        or (tokens[first].entry in _WEEKDAYS and end - first > _SHORT_NAME)
    ):
        first += 1
    begin = first
    first = _skip_offices(tokens, first, end, gazetteer)
    first = _skip_to_given_name(tokens, first, end, gazetteer)
    last = end
    while last - first > 1 and (
        tokens[last - 1].entry in _TRAILING
        or (last - first > _SHORT_NAME and tokens[last - 1].entry in WEEKDAYS_AND_MONTHS)
    ):
        last -= 1
    if first < last and last - first <= _MAX_NAME_WORDS:
        yield NameSpan(
            tuple(tokens[first:last]),
            tuple(tokens[begin:first]),
            first,
            starts_sentence and begin == start,
        )


def _skip_offices(tokens: list[Token], first: int, end: int, gazetteer: Gazetteer) -> int:
    """Find where the name begins behind offices, nationalities, parties and acronyms."""
    name = first
    for position in range(first, end):
        token = tokens[position]
        left = end - position - 1
        titled = token.entry in HONORIFICS or token.entry in OFFICES
        is_portfolio = position > first and (
            token.entry in PORTFOLIOS and _is_titled(tokens[position - 1])
        )
        if titled or is_portfolio or token.text in {"of", "the", "and"}:
            if titled and left == 0 and name == position and position == first:
                break
            name = position + 1
        elif left and name == position and _qualifies(tokens, position, end, gazetteer):
            name = position + 1
    return min(name, end)


def _skip_to_given_name(tokens: list[Token], first: int, end: int, gazetteer: Gazetteer) -> int:
    """Find a full name behind words that are none: «Refugee Council Enver Solomon»."""
    for position in range(first + 1, end - 1):
        before = tokens[position - 1]
        unknown = not (
            before.entry in gazetteer.given_names
            or before.entry in ASIAN_SURNAMES
            or before.initial
            or before.text in PARTICLES
        )
        placed = before.entry in gazetteer.places or before.entry in ORGANISATION_WORDS
        if placed or (unknown and before.entry not in gazetteer.surnames):
            surname = tokens[position + 1]
            named = tokens[position].entry in gazetteer.given_names and not (
                surname.entry in ORGANISATION_WORDS or tokens[position].entry in ORGANISATION_WORDS
            )
            if named:
                return position
    return first


def _is_titled(token: Token) -> bool:
    return token.entry in OFFICES or token.text in {"of", "the", "and"} or token.entry in PORTFOLIOS


def _qualifies(tokens: list[Token], position: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a word qualifies the name behind it: a place, a party, an acronym."""
    token = tokens[position]
    following = tokens[position + 1]
    left = end - position - 1
    titled = following.entry in OFFICES or following.entry in HONORIFICS
    pair = f"{token.entry} {following.entry}" in gazetteer.places
    if token.entry in PARTIES or token.acronym:
        return titled or left > 1
    if pair and left > _SHORT_NAME:
        return True
    if token.entry in gazetteer.places and token.entry not in gazetteer.given_names:
        return titled or left > 1
    return token.entry in gazetteer.places and titled
