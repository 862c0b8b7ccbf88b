"""Weigh what speaks for and against a capitalised span being a person's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.name_parts import EAST_ASIAN_SURNAMES, GENERATION_NUMBERS
from bot.people.role_beside import AGED, has_role_before, is_of_several
from bot.people.roles_after import affiliation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.language.name_rules import NameRules
    from bot.people.lexicon import Lexicon
    from bot.people.name_spans import NameSpan
    from bot.people.surroundings import Surroundings
    from bot.people.tokens import Token

_HYPHENATED = re.compile(r"[^\W\d_]{1,7}-[^\W\d_]{1,7}\Z")
_STOP = re.compile(r"[.!?;:]")
_CLAUSE_STOP = re.compile(r"[.;:]")
_APPOSITION_WORDS = 9
_LONG = 3
_ARTICLES = ("al-", "el-")
_BEFORE_SURNAMES = frozenset({"van", "der", "den", "ten", "ter", "von"})

# Fitted by logistic regression, see tests/benchmarks/fit_names.py; “aged”, “affiliated”,
# “kin”, “owned” and “double” were added by hand.
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
        of_words = {name: float(value) for name, value in found.items() if value}
        around.features_of_words[words] = of_words
    of_context = _of_its_context(span, around, lexicon)
    return of_words | {name: float(value) for name, value in of_context.items() if value}


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


def _is_of_a_body(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a name owns the word of an organisation: “Dock Workers' Union”, “Cooper's Lane”.

    “John Major's Government” is somebody's all the same.
    """
    behind = span.behind
    if behind >= len(around.tokens):
        return False
    token = around.tokens[behind]
    gap = around.text[span.span[1] : token.start]
    plural = gap in {"' ", "’ "} and span.tokens[-1].text.endswith("s")
    bare = gap in {"'s ", "’s "} and len(span.tokens) == 1 and not span.prefix
    owned = plural or (bare and token.capitalised)
    return owned and token.entry in rules.organisation_words


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


def _of_its_context(span: NameSpan, around: Surroundings, lexicon: Lexicon) -> dict[str, float]:
    """Return the features of what stands around the name."""
    rules = lexicon.rules
    before, after = _neighbours(span, around)
    previous = before[-1].text if before and not span.prefix else ""
    following = after[0].text if after else ""
    article = previous.lower()  # “talk of an Oscar”, “the Nova Marta”
    the = article in rules.phrases.definite_articles or article in rules.phrases.indefinite_articles
    within = previous in rules.within_prepositions  # “the government in Tarn denied”
    parted = the and _is_parted(span, around)
    end = span.span[1]
    found: dict[str, float] = {
        "honorific": span.honorific,
        "office": span.office and not span.honorific,
        "role_before": has_role_before(span, before, around, lexicon),
        "speech": not within and not parted and _speaks(span, before, after, around, rules),
        "action": following in rules.action_verbs and not within,
        "apposition": _in_apposition(span, around, rules),
        "age": rules.phrases.age.match(around.text, end) is not None,
        "aged": len(span.tokens) > 1 and AGED.match(around.text, end) is not None,
        "affiliated": _is_affiliated(span, around, rules),
        "kin": bool(rules.kin_behind and rules.kin_behind.match(around.text, end)),
        "owned": _is_owned(span, around, lexicon),
        "thing_before": previous in rules.thing_nouns
        or (bool(previous) and is_of_several(span, previous, around, rules)),
        "thing_after": following in rules.thing_nouns,
        "the": the,
        "preposition": previous in rules.place_prepositions,
        "of_after": following in rules.beside_names,
    }
    if _is_of_a_body(span, around, rules):
        found["organisation"] = True
    return found


def _neighbours(span: NameSpan, around: Surroundings) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return up to three words before and two behind that no stop parts from the span."""
    begin = span.first - len(span.prefix)
    end = span.behind
    before = around.tokens[max(0, begin - 3) : begin]
    after = around.tokens[end : end + 2]
    while before and _STOP.search(around.text, before[0].end, span.start):
        before = before[1:]
    while after and _STOP.search(around.text, span.span[1], after[-1].start):
        after = after[:-1]
    return before, after


def _is_parted(span: NameSpan, around: Surroundings) -> bool:
    """Whether a comma follows: “of the Nova Marta, told” says nothing of who told."""
    return around.text.startswith(",", span.span[1])


def _speaks(
    span: NameSpan,
    before: Sequence[Token],
    after: Sequence[Token],
    around: Surroundings,
    rules: NameRules,
) -> bool:
    """Whether a verb of speech stands beside the name, with a word or an age between.

    “Farmer X, who gave Y away, said” shows nothing of Y: a comma stands before the verb alone.
    """
    if before and before[-1].text in rules.speech_verbs:
        return True
    if len(after) > 1 and after[1].text in rules.speech_verbs:
        behind = around.text[after[0].end : after[1].start]
        return "," not in behind or "," in around.text[span.span[1] : after[0].start]
    return bool(after) and after[0].text in rules.speech_verbs


def _is_affiliated(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a comma and a body that somebody is of follow a full name: “X, of TBC Bank,”."""
    end = span.span[1]
    if len(span.tokens) == 1 or not around.text.startswith(", ", end):
        return False
    return affiliation(around.text, end, len(around.text), rules) is not None


def _is_owned(span: NameSpan, around: Surroundings, lexicon: Lexicon) -> bool:
    """Whether a body or a land has a full name: “NASA's Ann Lee”."""
    first = span.first - len(span.prefix)
    if not first or len(span.tokens) == 1:
        return False
    before = around.tokens[first - 1]
    gap = around.text[before.end : span.start]
    begins = lexicon.begins_with_given_name(tuple(token.entry for token in span.tokens))
    return before.capitalised and gap in lexicon.rules.phrases.possessives and begins


def _in_apposition(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a comma and a role follow: “X, head of Y,”, “X, a retired teacher”."""
    end = span.span[1]
    if not around.text.startswith(", ", end):
        return False
    following = around.tokens[span.behind : span.behind + _APPOSITION_WORDS]
    limit = following[-1].start if following else end
    stop = _CLAUSE_STOP.search(around.text, end, limit)
    comma = around.text.find(",", end + 2, limit)
    for token in following:
        if stop and token.start > stop.start():
            return False
        if token.text.islower() and (
            rules.is_role(token.entry) or rules.is_role(rules.phrases.singular(token.entry))
        ):
            return True
        if 0 < comma < token.start:
            return False
    return False
