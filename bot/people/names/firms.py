"""Recognise firms that are called as people are: “Ernst & Young”, “shares in Hughes Aircraft”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.surroundings import Surroundings
    from bot.people.text.tokens import Token

_REACH = 40
_SIGN = "&"
_APOSTROPHES = ("'", "’")
_BESIDE = 3
_MOST_WORDS = 4
_CLOSED = frozenset({",", ".", ";", ")"})


def is_firm(span: NameSpan, around: Surroundings, lexicon: NameLexicon) -> bool:
    """Whether what stands beside a name shows that it is a firm's: “an analyst at Morgan Hale”.

    Args:
        span: The name.
        around: The text that it stands in.
        lexicon: What is known of names.
    """
    rules = lexicon.rules
    if span.prefix:
        return False
    behind = rules.firm_behind and rules.firm_behind.match(around.text, span.span[1])
    return (
        bool(behind)
        or _is_behind_firm_words(span, around, rules)
        or _is_of_plural(span, around, rules)
        or _is_called_firm(span, around, rules)
        or _are_several(span, around, rules)
        or _is_possessive(span, around, rules)
    )


def _is_behind_firm_words(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether “shares in” or the like stands before a name."""
    if rules.firm_before is None or not span.first:
        return False
    joiner = around.tokens[span.first - 1].text  # asked first, as searching takes longer
    phrases, places = rules.phrases, rules.place_prepositions
    if joiner not in phrases.of_words and joiner not in places and joiner not in rules.maker_words:
        return False
    start = span.span[0]
    return bool(rules.firm_before.search(around.text, max(0, start - _REACH), start))


def is_part_of_firm(span: NameSpan, around: Surroundings, lexicon: NameLexicon) -> bool:
    """Whether a word is half of a firm's name: “Ernst & Young”, “Marks and Spencer”.

    “Tomas & Eero Vasko” are two people: one half of theirs is a full name.
    """
    if len(span.tokens) > 1 or span.prefix:
        return False
    first, behind = span.first, span.behind
    # Asked first, as most texts have no sign, and most words none beside them.
    start, end = max(0, span.start - _BESIDE), span.span[1] + _BESIDE
    if _SIGN in around.text and _SIGN in around.text[start:end]:
        gaps = (_gap(around, *pair) for pair in ((first - 1, first), (first, behind)))
        if any(_SIGN in gap for gap in gaps) and not _is_beside_full_name(span, around, lexicon):
            return True
    joiners = lexicon.rules.phrases.conjunctions
    joined = (first > 0 and around.tokens[first - 1].text in joiners) or (
        behind < len(around.tokens) and around.tokens[behind].text in joiners
    )
    if not joined:
        return False
    if _is_second_pair(span, around, lexicon.rules):
        return True
    trios = ((span.first - 2, span.first), (span.first, span.first + 2))
    return any(
        first >= 0
        and last < len(around.tokens)
        and around.tokens[first + 1].text in joiners
        and f"{around.tokens[first].entry} {around.tokens[last].entry}"
        in lexicon.rules.known_organisations
        for first, last in trios
    )


def _is_second_pair(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether another “and” stands before two words that one joins: “and Hale and Wicks”."""
    joiners, tokens = rules.phrases.conjunctions, around.tokens
    for first in (span.first - 2, span.first):
        if first < 1 or first + 2 >= len(tokens):
            continue
        before, name, joiner, second = tokens[first - 1 : first + 3]
        joined = before.text in joiners and joiner.text in joiners
        if joined and name.capitalised and second.capitalised:
            beside = around.text[before.end : second.start]
            return beside == f" {name.text} {joiner.text} "
    return False


def is_somebody(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether what follows a name is said of people alone: “X, the founder,”, “X, a designer,”.

    Args:
        span: The name.
        around: The text that it stands in.
        rules: The language's words.
    """
    if not around.text.startswith(", ", span.span[1]):
        return False
    behind = span.behind
    following = around.tokens[behind : behind + _MOST_WORDS]
    if not following or not rules.phrases.is_determiner(following[0].text):
        return False
    words = [token.text for token in following[1:]]
    ends = (place for place, word in enumerate(words) if word in rules.phrases.head_ends)
    head = words[: next(ends, len(words))]
    shared = (rules.shared_roles, rules.company_roles)
    return any(rules.is_role(word) and not any(word in some for some in shared) for word in head)


def firm_keys(
    names: Sequence[tuple[tuple[str, ...], bool]], rules: NameRules
) -> set[tuple[str, ...]]:
    """Return what is a firm, also where it is called for short: “Mary Kay” of “Mary Kay Inc”.

    Args:
        names: The entries of each name, and whether what stands beside it shows that it is a firm.
        rules: The language's words.
    """
    firms = {key for key, shown in names if shown}
    ended = {key for key, _ in names if len(key) > 1 and key[-1] in rules.firm_endings}
    return firms | ended | {key[:-1] for key in ended}


def _gap(around: Surroundings, first: int, last: int) -> str:
    """Return what stands between two words, nothing where there are none."""
    if first < 0 or last >= len(around.tokens):
        return ""
    return around.text[around.tokens[first].end : around.tokens[last].start]


def _is_beside_full_name(span: NameSpan, around: Surroundings, lexicon: NameLexicon) -> bool:
    """Whether a full name that begins with a given one stands behind “&”."""
    behind = around.tokens[span.first + 1 : span.first + 3]
    full = len(behind) > 1 and all(token.capitalised for token in behind)
    given = lexicon.gazetteer.given_names
    return (
        full
        and _gap(around, span.first + 1, span.first + 2) == " "
        and behind[0].entry in given
        and span.tokens[0].entry in given
        and behind[1].entry not in lexicon.rules.organisation_words
    )


def _is_called_firm(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a noun for a firm stands beside a name: “the Van Elzen group”, “the firm Van Elzen”.

    “The firm Ann Lee founded” is no such firm: what follows has to show that the phrase ends.
    """
    behind = span.behind
    before = around.tokens[span.first - 1] if span.first else None
    if before and before.text in rules.firm_nouns:
        beside = _gap(around, span.first - 1, span.first)
        follower = around.tokens[behind] if behind < len(around.tokens) else None
        gap = _gap(around, behind - 1, behind)
        if beside != " ":  # “the brewery, Hale Wicks, said”
            closed = beside == ", " and gap[:1] in _CLOSED
            return closed and not _is_led_by_preposition(around.tokens, span.first - 1, rules)
        if gap != " " or follower is None or follower.text in rules.phrases.head_ends:
            return True
        # “the firm Hale Wicks said”
        return follower.text in rules.clause_verbs
    if not before or before.entry not in rules.phrases.definite_articles:
        return False
    noun = behind < len(around.tokens) and around.tokens[behind].text in rules.firm_nouns
    return noun and _gap(around, behind - 1, behind) == " "


def _is_led_by_preposition(tokens: Sequence[Token], noun: int, rules: NameRules) -> bool:
    """Whether a noun is what somebody is of: “a delegate from the Norvane group, Ann Lee, said”."""
    for position in range(noun - 1, max(0, noun - 1 - _MOST_WORDS), -1):
        if rules.phrases.is_determiner(tokens[position].text.lower()):
            return tokens[position - 1].text in rules.phrases.head_ends
    return False


def _is_possessive(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a name with a possessive ending is a firm's: “Wardle's said”, “the Wardle's stores”.

    Nobody speaks so, and before somebody's name stands no *the*.
    """
    behind = span.behind
    if len(span.tokens) > 1 or behind >= len(around.tokens):
        return False
    if not around.text.startswith(_APOSTROPHES, span.span[1]):
        return False  # as behind most names, and the rest takes longer
    if _gap(around, behind - 1, behind) not in rules.phrases.possessives:
        return False
    before = around.tokens[span.first - 1].entry if span.first and not span.prefix else ""
    speaks = around.tokens[behind].text in rules.speech_verbs
    return speaks or before in rules.phrases.definite_articles


def _are_several(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a sentence begins with a name and a verb in the plural: “Iron Orchard have won”."""
    behind = span.behind
    if not span.starts_sentence or behind >= len(around.tokens):
        return False
    verb = around.tokens[behind].text in rules.plural_verbs
    return verb and _gap(around, behind - 1, behind) == " "


def _is_of_plural(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a sentence begins with what several are, and a single name: “Lawyers Hale Wicks”."""
    if not span.first or len(span.tokens) < len(("Hale", "Wicks")):
        return False
    word = around.tokens[span.first - 1]
    if not word.capitalised or _gap(around, span.first - 1, span.first) != " ":
        return False
    if word.entry in rules.offices or not rules.is_plural_role(word.entry):
        return False
    return not any(around.text.startswith(gap, span.span[1]) for gap in rules.list_gaps)
