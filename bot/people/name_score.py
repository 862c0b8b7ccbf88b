"""Weigh what speaks for and against a capitalised span being a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.english.name_words import (
    ACTION_VERBS,
    ASIAN_SURNAMES,
    COMMON_CAPITALISED,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_PREPOSITIONS,
    ROLE_NOUNS,
    SPEECH_VERBS,
    WEEKDAYS_AND_MONTHS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.people.gazetteer import Gazetteer
    from bot.people.name_spans import NameSpan, Token

_HYPHENATED = re.compile(r"[^\W\d_]{1,7}-[^\W\d_]{1,7}\Z")
_AGE = re.compile(r"\s?,? (?:aged )?\d{1,3}\b(?! per| million)|, (?:who|whose|whom)\b")
_APPOSITION_WORDS = 9

# Fitted on the development gold by logistic regression, then rounded.
_WEIGHTS: Mapping[str, float] = {
    "bias": -1.4,
    "given": 2.9,
    "surname": 1.0,
    "asian": 2.0,
    "asian_hyphen": 2.7,
    "initial": 1.5,
    "particle": 1.0,
    "honorific": 4.0,
    "office": 2.4,
    "role_before": 1.9,
    "speech": 1.8,
    "action": 0.9,
    "apposition": 1.5,
    "age": 1.5,
    "organisation": -4.0,
    "place": -4.2,
    "place_word": -1.6,
    "acronym": -3.0,
    "the": -3.0,
    "preposition": -0.8,
    "calendar": -3.0,
    "lower": -2.0,
    "long": -1.0,
    "no_name": -1.0,
    "of_after": -0.4,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold the text around a span.

    Attributes:
        text: The text that the span is in.
        tokens: Its words.
        lowercase: The words that the article writes in lower case.
    """

    text: str
    tokens: Sequence[Token]
    lowercase: frozenset[str]


def name_features(span: NameSpan, around: Surroundings, gazetteer: Gazetteer) -> dict[str, float]:
    """Collect what speaks for and against a span naming a person; each feature is 0 to 1."""
    entries = [token.entry for token in span.tokens]
    first, last = entries[0], entries[-1]
    count = len(entries)
    given = first in gazetteer.given_names and first not in WEEKDAYS_AND_MONTHS
    surname = last in gazetteer.surnames or last in ASIAN_SURNAMES
    asian = count > 1 and (first in ASIAN_SURNAMES or last in ASIAN_SURNAMES)
    hyphen = asian and any(_HYPHENATED.match(token.text) for token in span.tokens)
    whole = " ".join(entries)
    before, after = _neighbours(span, around)
    return {
        "bias": -1.4,
        "given": float(given),
        "surname": float(surname),
        "asian": float(asian),
        "asian_hyphen": float(hyphen),
        "initial": float(count > 1 and any(token.initial for token in span.tokens[:-1])),
        "particle": float(not PARTICLES.isdisjoint(entries[1:])),
        "honorific": float(span.honorific),
        "office": float(span.office and not span.honorific),
        "role_before": float(_noun_before(before) in ROLE_NOUNS),
        "speech": float(_speaks(before, after)),
        "action": float(bool(after) and after[0].text in ACTION_VERBS),
        "apposition": float(_in_apposition(span, around)),
        "age": float(bool(_AGE.match(around.text, span.span[1]))),
        "organisation": float(not ORGANISATION_WORDS.isdisjoint(entries)),
        "place": float(whole in gazetteer.places),
        "place_word": float(
            whole not in gazetteer.places and not gazetteer.places.isdisjoint(entries)
        ),
        "acronym": float(any(token.acronym for token in span.tokens)),
        "the": float(bool(before) and not span.prefix and before[-1].entry == "the"),
        "preposition": float(
            bool(before) and not span.prefix and before[-1].text in PLACE_PREPOSITIONS
        ),
        "calendar": float(not WEEKDAYS_AND_MONTHS.isdisjoint(entries) and not given),
        "lower": sum(
            1.0 for entry in entries if entry in around.lowercase or entry in COMMON_CAPITALISED
        )
        / count,
        "long": float(count > 3),  # noqa: PLR2004
        "no_name": float(
            gazetteer.given_names.isdisjoint(entries) and gazetteer.surnames.isdisjoint(entries)
        ),
        "of_after": float(bool(after) and after[0].text in {"of", "and", "&"}),
    }


def name_score(features: Mapping[str, float]) -> float:
    """Sum the evidence; above 0 a name is likelier than not."""
    return sum(_WEIGHTS[name] * value for name, value in features.items())


def _neighbours(span: NameSpan, around: Surroundings) -> tuple[Sequence[Token], Sequence[Token]]:
    """Give the three words on each side that no stop parts from the span."""
    begin = span.first - len(span.prefix)
    end = span.first + len(span.tokens)
    before = around.tokens[max(0, begin - 3) : begin]
    after = around.tokens[end : end + 3]
    start = (span.prefix or span.tokens)[0].start
    while before and re.search(r"[.!?;:]", around.text[before[0].end : start]):
        before = before[1:]
    while after and re.search(r"[.!?;:]", around.text[span.span[1] : after[-1].start]):
        after = after[:-1]
    return before, after


def _noun_before(before: Sequence[Token]) -> str:
    return before[-1].entry.removesuffix("s") if before and before[-1].text.islower() else ""


def _speaks(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether a verb of speech stands right before or behind, at most an adverb between."""
    return any(token.text in SPEECH_VERBS for token in after[:2]) or (
        bool(before) and before[-1].text in SPEECH_VERBS
    )


def _in_apposition(span: NameSpan, around: Surroundings) -> bool:
    """Tell whether a comma and a role follow: «X, head of Y,», «X, a retired teacher»."""
    end = span.span[1]
    if around.text[end : end + 2] != ", ":
        return False
    behind = span.first + len(span.tokens)
    for token in around.tokens[behind : behind + _APPOSITION_WORDS]:
        if re.search(r"[.;:]", around.text[end : token.start]):
            return False
        if token.text.islower() and token.entry.removesuffix("s") in ROLE_NOUNS:
            return True
        if "," in around.text[end + 2 : token.start]:
            return False
    return False
