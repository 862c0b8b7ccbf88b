"""Weigh what speaks for and against a capitalised span being a person's name."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bot.language.name_parts import EAST_ASIAN_SURNAMES, GENERATION_NUMBERS
from bot.people.names.context import context_features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.language.name_rules import NameRules
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.surroundings import Surroundings
    from bot.people.text.tokens import Token

_HYPHENATED = re.compile(r"[^\W\d_]{1,7}-[^\W\d_]{1,7}\Z")
_LONG = 3
_ARTICLES = ("al-", "el-")
_BEFORE_SURNAMES = frozenset({"van", "der", "den", "ten", "ter", "von"})

# Fitted by logistic regression, see tests/benchmarks/fit_names.py; “aged”, “years_old”, “stated”,
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
    "stated": 1.2,
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


def name_features(span: NameSpan, around: Surroundings, lexicon: NameLexicon) -> dict[str, float]:
    """Return what speaks for and against a span being a name, each of up to 1.

    Those that don't hold are 0.
    """
    found = _of_its_ends(span, lexicon)
    found.update(_of_the_whole(span, around, lexicon))
    found.update(context_features(span, around, lexicon))
    return found


def name_score(features: Mapping[str, float]) -> float:
    """Return the log-odds that a span with these features names a person."""
    holding = itertools.compress(features, features.values())
    return BIAS + sum([WEIGHTS[name] * features[name] for name in holding])


def _of_its_ends(span: NameSpan, lexicon: NameLexicon) -> dict[str, float]:
    """Return the features of a name's first and last words; those that don't hold are 0."""
    rules, gazetteer = lexicon.rules, lexicon.gazetteer
    entries = span.entries
    first, last = entries[0], entries[-1]
    surname = (
        last in gazetteer.surnames or last in EAST_ASIAN_SURNAMES or last.startswith(_ARTICLES)
    )
    given = first in gazetteer.given_names and first not in rules.weekdays_and_months
    given = given and (first not in rules.particles or surname)  # “Van Elzen”, no “Van Morrison”
    common_first, common_last = first in gazetteer.common_words, last in gazetteer.common_words
    several = len(entries) > 1
    asian = several and (first in EAST_ASIAN_SURNAMES or last in EAST_ASIAN_SURNAMES)
    return {
        "given": given,
        "surname": surname,
        "common_first": common_first and not given,
        "common_given": common_first and given and (common_last or not surname),
        "common_last": common_last and not surname and not given,
        "common_behind_given": common_last and not surname and given,
        "common_surname": common_last and surname and (common_first or not given),
        "asian": asian,
        "double": several and _is_double(span.tokens[-1], lexicon),
        "asian_hyphen": asian and any(_HYPHENATED.match(t.text) for t in span.tokens),
        "organisation": not rules.organisation_words.isdisjoint(entries)
        and not _is_organised_surname(span, rules, given=given),
        "calendar": not given and not rules.weekdays_and_months.isdisjoint(entries),
    }


def _is_organised_surname(span: NameSpan, rules: NameRules, *, given: bool) -> bool:
    """Whether a word of organisations is but the surname: “Nathan Law”, “Co van der Laan”."""
    behind_particle = len(span.tokens) > 1 and span.tokens[-2].text in _BEFORE_SURNAMES
    surnamed = behind_particle or (given and span.entries[-1] in EAST_ASIAN_SURNAMES)
    return surnamed and rules.organisation_words.isdisjoint(span.entries[:-1])


def _is_double(token: Token, lexicon: NameLexicon) -> bool:
    """Whether a word is two surnames: “Obafemi-Pitt”, of which one is known at least."""
    first, hyphen, second = token.text.partition("-")
    if not hyphen or not first[:1].isupper() or not second[:1].isupper() or "-" in second:
        return False
    halves = token.entry.split("-")
    gazetteer = lexicon.gazetteer
    things = (lexicon.rules.organisation_words, gazetteer.places)
    known = not gazetteer.surnames.isdisjoint(halves)
    return known and all(some.isdisjoint((token.entry, *halves)) for some in things)


def _of_the_whole(span: NameSpan, around: Surroundings, lexicon: NameLexicon) -> dict[str, float]:
    """Return the features of all the words of a name; those that don't hold are 0."""
    rules, gazetteer = lexicon.rules, lexicon.gazetteer
    tokens, entries = span.tokens, span.entries
    several = len(entries) > 1
    place = " ".join(entries) in gazetteer.places
    no_given = [entry for entry in entries if entry not in gazetteer.given_names]
    common = sum(
        [entry in around.lowercase or entry in rules.common_capitalised for entry in entries]
    )
    # “Arten von Bienen”: where every noun has a capital, a particle makes no name by itself.
    particle = (several and not rules.particles.isdisjoint(entries[1:])) and (
        not rules.nouns_capitalised or entries[0] in gazetteer.given_names
    )
    return {
        "initial": several and any(token.initial for token in tokens[:-1]),
        "particle": particle,
        "place": place,
        "place_word": not place and not gazetteer.places.isdisjoint(no_given),
        "acronym": any(t.acronym and t.entry not in GENERATION_NUMBERS for t in tokens),
        "lower": common / len(entries),
        "long": len(entries) > _LONG,
        "no_name": len(no_given) == len(entries) and gazetteer.surnames.isdisjoint(entries),
    }
