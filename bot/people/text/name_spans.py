"""Find the capitalised spans of a text that may name a person, with what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.language.name_parts import EAST_ASIAN_SURNAMES, GENERATION_NUMBERS, GIVEN_OPENINGS
from bot.people.text.name_runs import may_be_in_name, run_end
from bot.people.text.nicknames import behind_nickname
from bot.people.text.offices import is_adjectival, is_office, is_rest_of_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.tokens import Token

_MAX_NAME_WORDS = 6
_SHORT_NAME = 2


class NameSpan(NamedTuple):
    """A span of a text that may be a person's name.

    Attributes:
        span: The name's place in the text.
        start: The offset at which the name begins, its prefix included.
        tokens: The words of the name, without honorific or office.
        entries: The entries of these words.
        prefix: What stands before the name in the same run: honorifics, offices, adjectives.
        first: The position of the name's first token among the text's tokens.
        behind: The position behind its last one; a nickname within it is none of its words.
        starts_sentence: Whether nothing of its sentence stands before the run.
        honorific: Whether an honorific stands before the name.
        office: Whether an office stands before the name.
    """

    span: Span
    start: int
    tokens: tuple[Token, ...]
    entries: tuple[str, ...]
    prefix: tuple[Token, ...]
    first: int
    behind: int
    starts_sentence: bool
    honorific: bool
    office: bool


def find_name_spans(
    text: str, tokens: Sequence[Token], sentence_starts: frozenset[int], lexicon: NameLexicon
) -> Iterator[NameSpan]:
    """Yield the spans that may name a person, in order.

    Args:
        text: The text.
        tokens: Its words, from :func:`tokenise`.
        sentence_starts: The offsets at which its sentences start.
        lexicon: What is known of names.
    """
    end = 0
    # Most words are in small letters, and time goes into asking more of them.
    written = [place for place, (word, _, _, entry) in enumerate(tokens) if word != entry]
    for position in written:
        token = tokens[position]
        if position < end or not may_be_in_name(token, lexicon):
            continue
        end = run_end(text, tokens, position, lexicon)
        if end == position + 1 and _opens(token, lexicon):
            continue
        begins = token.start
        starts = not sentence_starts.isdisjoint((begins, begins - 1, begins - 2))
        goes_on = behind_nickname(text, tokens, end, lexicon)
        if goes_on is None:
            span = _strip(tokens, position, end, lexicon, starts_sentence=starts)
            if span:
                yield span
            continue
        named, end = end, run_end(text, tokens, goes_on, lexicon)
        without = [*tokens[:named], *tokens[goes_on:end]]
        span = _strip(without, position, len(without), lexicon, starts_sentence=starts)
        if span and span.first < named < span.behind:
            yield span._replace(behind=span.behind + goes_on - named)


def _opens(token: Token, lexicon: NameLexicon) -> bool:
    """Whether a word is one like “The” or “But”, which, standing alone, is no name."""
    return token.entry in lexicon.rules.opening_words and token.entry not in (
        lexicon.gazetteer.places
    )


def _strip(
    tokens: Sequence[Token], start: int, end: int, lexicon: NameLexicon, *, starts_sentence: bool
) -> NameSpan | None:
    """Return a run without what is no part of a name at its ends, or None where nothing is left."""
    if end - start == 1:  # there is nothing to take off
        return _name_span(tokens, start, start, end, lexicon, starts_sentence=starts_sentence)
    rules = lexicon.rules
    first = _skip_opening_words(tokens, start, end, lexicon, starts_sentence=starts_sentence)
    if end - first > _SHORT_NAME and _is_added_letters(tokens[end - 2], tokens[end - 1]):
        end -= 1
    begin = first
    opens = starts_sentence and begin == start
    if opens and end - first > 1 and rules.is_role(tokens[first].entry):
        first += 1
    elif opens and end - first > 1 and _is_mere_word(tokens[first : first + 2], lexicon):
        first += 1
        begin = first
    if end - first > _SHORT_NAME and start and is_rest_of_office(tokens, first, rules):
        first += 1
    if end - first > 1:
        first = _skip_offices(tokens, first, end, lexicon)
        first = _skip_to_given_name(tokens, first, end, lexicon)
    last = end
    while last - first > 1 and (
        tokens[last - 1].entry in rules.trailing_words
        or (last - first > _SHORT_NAME and tokens[last - 1].entry in rules.weekdays_and_months)
    ):
        last -= 1
    if not 0 < last - first <= _MAX_NAME_WORDS:
        return None
    return _name_span(tokens, begin, first, last, lexicon, starts_sentence=opens)


def _name_span(
    tokens: Sequence[Token],
    begin: int,
    first: int,
    last: int,
    lexicon: NameLexicon,
    *,
    starts_sentence: bool,
) -> NameSpan:
    """Return the span of a name whose words begin at one position, behind the prefix before it."""
    named, prefix = tuple(tokens[first:last]), tuple(tokens[begin:first])
    rules = lexicon.rules
    return NameSpan(
        span=(named[0].start, named[-1].end),
        start=tokens[begin].start,
        tokens=named,
        entries=tuple([token.entry for token in named]),
        prefix=prefix,
        first=first,
        behind=last,
        starts_sentence=starts_sentence,
        honorific=bool(prefix) and any(token.entry in rules.honorifics for token in prefix),
        office=bool(prefix)
        and any(is_office(token, rules) or _is_role(token, rules) for token in prefix),
    )


def _is_role(token: Token, rules: NameRules) -> bool:
    """Whether a word is what somebody is, and not what stands before it: “Senior”, “Veteran”."""
    return rules.is_role(token.entry) and token.entry not in rules.role_adjectives


def _skip_opening_words(
    tokens: Sequence[Token], start: int, end: int, lexicon: NameLexicon, *, starts_sentence: bool
) -> int:
    """Return where a run goes on behind “The”, “But” or “Monday”, unless it is “New York”."""
    rules, first = lexicon.rules, start
    while first < end:
        entry = tokens[first].entry
        begins = first == start and starts_sentence
        if not begins and _is_given_name(tokens[first : min(first + 2, end)], lexicon):
            break  # “Ann Lee and Will Moor”
        long = end - first > _SHORT_NAME
        if entry not in rules.opening_words and not (long and entry in rules.weekdays):
            break
        pair = " ".join([token.entry for token in tokens[first : min(first + 2, end)]])
        if pair in lexicon.gazetteer.places and not (long and entry in rules.weekdays):
            break
        first += 1
    return first


def _is_given_name(tokens: Sequence[Token], lexicon: NameLexicon) -> bool:
    """Whether a word that may open a sentence is somebody's given name: “Will Moor”."""
    if tokens[0].entry not in GIVEN_OPENINGS or len(tokens) == 1 or tokens[0].acronym:
        return False
    surname = tokens[1].entry
    if tokens[0].entry in lexicon.rules.weekdays_and_months:
        return surname in lexicon.gazetteer.surnames
    return tokens[1].capitalised and not is_office(tokens[1], lexicon.rules)


def _is_added_letters(before: Token, token: Token) -> bool:
    """Whether a word is letters behind a name, as in “Clive Hartnoll QC”."""
    added = token.acronym and token.entry not in GENERATION_NUMBERS
    return added and not before.acronym and not before.initial


def _is_mere_word(pair: Sequence[Token], lexicon: NameLexicon) -> bool:
    """Whether the first of two words is a common one and no name, no office and no place's."""
    gazetteer, rules = lexicon.gazetteer, lexicon.rules
    token = pair[0]
    return (
        token.entry in gazetteer.common_words
        and token.entry not in gazetteer.given_names
        and token.entry not in gazetteer.places
        and token.entry not in rules.organisation_words
        and token.entry not in rules.parties
        and token.entry not in rules.honorifics
        and not is_office(token, rules)
        and " ".join([part.entry for part in pair]) not in gazetteer.places
    )


def _skip_offices(tokens: Sequence[Token], first: int, end: int, lexicon: NameLexicon) -> int:
    """Return where the name begins behind offices, nationalities, parties and acronyms.

    “National Harrow” has no office: a word that only stands before one is part of the name.
    """
    name = first
    held = False
    for position in range(first, end):
        token = tokens[position]
        left = end - position - 1
        titled = token.entry in lexicon.rules.honorifics or is_office(token, lexicon.rules)
        ends = titled and not left and position > name
        if ends and lexicon.may_precede_surname(tokens[position - 1]):
            break  # “John Major”, “Jochem de Boer”
        is_portfolio = position > first and (
            token.entry in lexicon.rules.portfolios and _is_titled(tokens[position - 1], lexicon)
        )
        if titled or is_portfolio or token.text in lexicon.rules.office_joiners:
            if titled and left == 0 and name == position and position == first:
                break
            name = position + 1
            held = held or (titled and not is_adjectival(token, lexicon.rules))
        elif left and name == position and _qualifies(tokens, position, end, lexicon):
            name = position + 1
            held = True
    return min(name, end) if held else first


def _skip_to_given_name(tokens: Sequence[Token], first: int, end: int, lexicon: NameLexicon) -> int:
    """Return where a full name begins behind other words: “Refugee Council Enver Solomon”."""
    for position in range(first + 1, end - 1):
        before = tokens[position - 1]
        if before.entry in lexicon.rules.saints:
            return first
        unknown = not (
            before.entry in lexicon.gazetteer.given_names
            or before.entry in EAST_ASIAN_SURNAMES
            or before.initial
            or before.text in lexicon.rules.particles
        )
        of_place = position > 1 and tokens[position - 2].text in lexicon.rules.genitives
        placed = (
            before.entry in lexicon.gazetteer.places
            and (of_place or before.entry not in lexicon.gazetteer.given_names)
        ) or before.entry in lexicon.rules.organisation_words
        if placed or (unknown and before.entry not in lexicon.gazetteer.surnames):
            surname = tokens[position + 1]
            given = tokens[position].entry in lexicon.gazetteer.given_names
            named = (
                given
                and tokens[position].capitalised
                and f"{before.entry} {tokens[position].entry}" not in lexicon.gazetteer.places
                and not (
                    surname.entry in lexicon.rules.organisation_words
                    or tokens[position].entry in lexicon.rules.organisation_words
                )
            )
            if named:
                return position
    return first


def _is_titled(token: Token, lexicon: NameLexicon) -> bool:
    return (
        token.entry in lexicon.rules.offices
        or token.text in lexicon.rules.office_joiners
        or token.entry in lexicon.rules.portfolios
    )


def _qualifies(tokens: Sequence[Token], position: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a word qualifies the name behind it: a place, a party, an acronym."""
    token = tokens[position]
    following = tokens[position + 1]
    left = end - position - 1
    titled = following.entry in lexicon.rules.offices or following.entry in lexicon.rules.honorifics
    pair = f"{token.entry} {following.entry}" in lexicon.gazetteer.places
    if token.entry in lexicon.rules.parties or token.acronym:
        return titled or left > 1
    if pair and left > _SHORT_NAME and tokens[position + 2].capitalised:  # “San Juan de la Vega”
        return True
    placed = token.entry in lexicon.gazetteer.places and token.entry not in lexicon.rules.saints
    if placed and token.entry not in lexicon.gazetteer.given_names:
        return titled or left > 1
    return placed and titled
