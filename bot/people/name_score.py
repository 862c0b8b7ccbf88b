"""Weigh what speaks for and against a capitalised span being a person's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.name_parts import EAST_ASIAN_SURNAMES, GENERATION_NUMBERS
from bot.people.name_context import context_features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.people.lexicon import Lexicon
    from bot.people.name_spans import NameSpan
    from bot.people.surroundings import Surroundings
    from bot.people.tokens import Token

_HYPHENATED = re.compile(r"[^\W\d_]{1,7}-[^\W\d_]{1,7}\Z")
_LONG = 3
_ARTICLES = ("al-", "el-")
_BEFORE_SURNAMES = frozenset({"van", "der", "den", "ten", "ter", "von"})

# Fitted by logistic regression, see tests/benchmarks/fit_names.py; “aged”, “years_old”,
# “affiliated”, “kin”, “owned” and “double” were added by hand.
BIAS = -0.3
WEIGHTS: Mapping[str, float] = {
    "given": 3.0,
    "surname": 0.1,
    "asian": 0.9,
    "asian_hyphen": 4.2,
    "initial": 3.0,
    "particle": 2.7,
    "honorific": 3.9,
    "office": 3.3,
    "role_before": 3.1,
    "speech": 2.1,
    "action": 1.5,
    "apposition": 0.9,
    "age": 1.0,
    "aged": 1.5,
    "years_old": 3.0,
    "affiliated": 1.5,
    "kin": 2.0,
    "owned": 1.0,
    "double": 1.5,
    "organisation": -3.9,
    "place": -4.2,
    "place_word": -2.0,
    "acronym": -2.9,
    "the": -3.8,
    "preposition": -0.3,
    "calendar": -3.0,
    "lower": -3.5,
    "long": -1.0,
    "no_name": -0.8,
    "of_after": 0.2,
    "common_first": -0.8,
    "common_given": -1.3,
    "common_behind_given": -2.8,
    "common_last": -2.4,
    "common_surname": 0.2,
    "thing_before": -0.4,
    "thing_after": -1.1,
}


def name_features(span: NameSpan, around: Surroundings, lexicon: Lexicon) -> dict[str, float]:
    """Return what speaks for and against a span being a name: features of up to 1, none of 0."""
    words = tuple([token.text for token in span.tokens])
    of_words = around.features_of_words.get(words)
    if of_words is None:  # an article says most names again and again
        found = _of_its_parts(span, lexicon) | _of_the_whole(span, around, lexicon)
        of_words = {name: value for name, value in found.items() if value}
        around.features_of_words[words] = of_words
    features = of_words.copy()
    for name, value in context_features(span, around, lexicon).items():
        if value:
            features[name] = value
    return features


def name_score(features: Mapping[str, float]) -> float:
    """Return the log-odds that a span with these features names a person."""
    return BIAS + sum([WEIGHTS[name] * value for name, value in features.items()])


def _of_its_parts(span: NameSpan, lexicon: Lexicon) -> dict[str, float]:
    """Return the features of a name's first and last words."""
    rules, gazetteer = lexicon.rules, lexicon.gazetteer
    entries = [token.entry for token in span.tokens]
    first, last = entries[0], entries[-1]
    surname = (
        last in gazetteer.surnames or last in EAST_ASIAN_SURNAMES or last.startswith(_ARTICLES)
    )
    given = first in gazetteer.given_names and first not in rules.weekdays_and_months
    given = given and (first not in rules.particles or surname)  # “Van Elzen”, no “Van Morrison”
    common_first, common_last = first in gazetteer.common_words, last in gazetteer.common_words
    asian = len(entries) > 1 and not EAST_ASIAN_SURNAMES.isdisjoint((first, last))
    # “Nathan Law”, “Co van der Laan”: a word of organisations may be the surname.
    surnamed = (given and last in EAST_ASIAN_SURNAMES) or _is_behind_particle(span)
    organised = entries[:-1] if surnamed else entries
    return {
        "given": given,
        "surname": surname,
        "common_first": common_first and not given,
        "common_given": common_first and given and (common_last or not surname),
        "common_last": common_last and not surname and not given,
        "common_behind_given": common_last and not surname and given,
        "common_surname": common_last and surname and (common_first or not given),
        "asian": asian,
        "double": len(entries) > 1 and _is_double(span.tokens[-1], lexicon),
        "asian_hyphen": asian and any(_HYPHENATED.match(t.text) for t in span.tokens),
        "organisation": not rules.organisation_words.isdisjoint(organised),
        "calendar": not given and not rules.weekdays_and_months.isdisjoint(entries),
    }


def _is_behind_particle(span: NameSpan) -> bool:
    """Whether a Dutch or German particle stands before the last word: “van der Laan”."""
    return len(span.tokens) > 1 and span.tokens[-2].text in _BEFORE_SURNAMES


def _is_double(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is two surnames: “Obafemi-Pitt”, of which one is known at least."""
    first, hyphen, second = token.text.partition("-")
    if not hyphen or not first[:1].isupper() or not second[:1].isupper() or "-" in second:
        return False
    halves = token.entry.split("-")
    gazetteer = lexicon.gazetteer
    things = (lexicon.rules.organisation_words, gazetteer.places)
    known = not gazetteer.surnames.isdisjoint(halves)
    return known and all(some.isdisjoint((token.entry, *halves)) for some in things)


def _of_the_whole(span: NameSpan, around: Surroundings, lexicon: Lexicon) -> dict[str, float]:
    """Return the features of all the words of a name."""
    rules, gazetteer = lexicon.rules, lexicon.gazetteer
    entries = [token.entry for token in span.tokens]
    place = " ".join(entries) in gazetteer.places
    common = sum(
        [entry in around.lowercase or entry in rules.common_capitalised for entry in entries]
    )
    # “Arten von Bienen”: where every noun has a capital, a particle makes no name by itself.
    particle = not rules.particles.isdisjoint(entries[1:]) and (
        not rules.nouns_capitalised or entries[0] in gazetteer.given_names
    )
    tokens = span.tokens
    return {
        "initial": any(token.initial for token in tokens[:-1]),
        "particle": particle,
        "place": place,
        "place_word": not place
        and any(e in gazetteer.places and e not in gazetteer.given_names for e in entries),
        "acronym": any(t.acronym and t.entry not in GENERATION_NUMBERS for t in tokens),
        "lower": common / len(entries),
        "long": len(entries) > _LONG,
        "no_name": gazetteer.given_names.isdisjoint(entries)
        and gazetteer.surnames.isdisjoint(entries),
    }
