"""Rule out capitalised spans that name nobody by themselves: places, offices, firms, works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.people.names.called_things import is_title_of_work
from bot.people.names.firms import is_part_of_firm

if TYPE_CHECKING:
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.surroundings import Surroundings

_NO_NAME = re.compile(r"\d|\A[^\W\d_]+-(?:in|up|on|out|off|down)\Z")
"""Matches a word that is in no name: “Fulmar-1”, “Check-in”."""


_SHORTENED = re.compile(r"(?:[A-Z][a-z][A-Z]|[A-Z]{2}[a-z])\Z")
"""Matches a shortened name with small letters in it: “BAe”, “BoE”."""


_SHORT = len("BAe")


def can_be_name(span: NameSpan, lexicon: NameLexicon) -> bool:
    """Rule out a place, “Witness F”, “Fulmar-1”, and a lone office, day, or word in capitals.

    Args:
        span: The span.
        lexicon: What is known of names.
    """
    rules, gazetteer = lexicon.rules, lexicon.gazetteer
    alphabetic = "".join(span.entries).isalpha()  # asked first, as most names are
    if not alphabetic and any(_NO_NAME.search(token.text) for token in span.tokens):
        return False
    if len(span.tokens) > 1:
        if span.honorific:
            return True
        lettered = (
            len(span.tokens[-1].text) == 1 and span.tokens[0].entry not in gazetteer.given_names
        )
        return not lettered and not _is_place(span, lexicon) and not _is_never(span, lexicon)
    token = span.tokens[0]
    if token.entry in rules.never_names or token.acronym or token.initial:
        return False
    if len(token.text) == _SHORT and _SHORTENED.match(token.text):
        return False
    if rules.is_role(token.entry) and not span.honorific:  # “the Energy Ombudsman”
        return token.entry in gazetteer.surnames or token.entry in gazetteer.given_names
    placed = token.entry in gazetteer.places or token.entry in rules.organisation_words
    return not placed or span.honorific or token.entry in gazetteer.given_names


def _is_never(span: NameSpan, lexicon: NameLexicon) -> bool:
    """Whether no word of a name is one by itself, and the first no given name: “Latin America”."""
    if span.entries[0] in lexicon.gazetteer.given_names:
        return False
    return lexicon.rules.never_names.issuperset(span.entries)


def _is_place(span: NameSpan, lexicon: NameLexicon) -> bool:
    """Whether a name is a place's, or one of three words of which two are: “Hong Kong Land”."""
    entries, places = span.entries, lexicon.gazetteer.places
    pair = entries[:2]
    if " ".join(entries) in places:
        return True
    if len(entries) == len(pair) or lexicon.gazetteer.given_names.issuperset(pair):
        return False
    return " ".join(pair) in places


def is_thing(span: NameSpan, around: Surroundings, lexicon: NameLexicon, *, somebody: bool) -> bool:
    """Whether a span alone shows that it names a known thing, a part of a firm, or a work.

    Args:
        span: The span.
        around: The text that it stands in.
        lexicon: What is known of names.
        somebody: Whether what follows it is said of people alone.
    """
    known = not somebody and _is_known_thing(span, lexicon)
    work = known or is_title_of_work(span, around.text)
    return work or is_part_of_firm(span, around, lexicon)


def _is_known_thing(span: NameSpan, lexicon: NameLexicon) -> bool:
    """Whether a name is a known firm's or the like: “Morgan Stanley”, “Dr Pepper”."""
    known = lexicon.rules.known_organisations
    bare = " ".join(span.entries)
    if not span.honorific and bare in known:
        return True
    if not span.prefix and "." not in bare:
        return False
    return " ".join([token.entry.rstrip(".") for token in (*span.prefix, *span.tokens)]) in known
