"""Find where the words of a role begin: “the former England captain”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.name_rules import ELIDED
from bot.people.roles.phrases import is_role_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.tokens import Token

_MAX_BEFORE = 7
_MAX_MODIFIERS = 3
_GAPS = frozenset({" ", ". "})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_GERMAN_ADJECTIVES = ("e", "en", "er", "em", "es")
"""The endings that adjectives have where every noun has a capital letter, and few verbs."""


def extend_left(text: str, tokens: Sequence[Token], first: int, rules: NameRules) -> int:
    """Return where the words of a role begin: adjectives, names of places and bodies.

    Args:
        text: The text.
        tokens: Its words.
        first: The position of the first word that is known to be of the role.
        rules: The language's words.
    """
    begin = first
    while begin and first - begin < _MAX_BEFORE and not ELIDED.match(tokens[begin].text):
        gap = text[tokens[begin - 1].end : tokens[begin].start]
        if gap != " " and gap not in rules.phrases.possessives:
            break
        rank = rank_begin(text, tokens, begin - 1, rules)
        if rank is not None:
            begin = rank  # “No 9 seed”
            continue
        joining = tokens[begin - 1].text in rules.phrases.conjunctions and begin > 1
        joins = joining and (
            _joins(tokens, begin - 2, rules) or _within_one(tokens[begin - 2], tokens[begin], rules)
        )
        own = gap != " " and is_role_noun(tokens[begin - 1].entry, rules, plural=True)
        if not (joins or own or _within_name(tokens, begin - 1, rules)) and not (
            _is_role_word(tokens, begin - 1, rules)
        ):
            break
        begin -= 1
    while begin < first and tokens[begin].text in rules.phrases.conjunctions:
        begin += 1
    modified = _with_modifiers(text, tokens, begin, rules, office=tokens[first].capitalised)
    joined = modified < begin and modified > 1 and _is_joined(text, tokens, modified, rules)
    if joined:
        return extend_left(text, tokens, modified - 2, rules)
    return modified - _has_participle(text, tokens, modified, rules)


def rank_begin(text: str, tokens: Sequence[Token], number: int, rules: NameRules) -> int | None:
    """Return where the rank of “world No 4” or “number 12” begins, None where there is none.

    Args:
        text: The text.
        tokens: Its words.
        number: The position of what may be its number.
        rules: The language's words.
    """
    if not number or not tokens[number].text.isdigit():
        return None
    gap = text[tokens[number - 1].end : tokens[number].start]
    return number - 1 if tokens[number - 1].entry in rules.rank_words and gap in _GAPS else None


def _has_participle(text: str, tokens: Sequence[Token], begin: int, rules: NameRules) -> bool:
    """Whether a role begins with a participle: “to suspected fighter X”, no “who ousted X”."""
    if begin < len(("to", "suspected")) or tokens[begin - 1].text not in rules.role_participles:
        return False
    before = tokens[begin - 2].text.lower()
    leads = before in rules.phrase_openings and before not in rules.phrases.conjunctions
    return leads and text[tokens[begin - 2].end : tokens[begin].start].count(" ") == len("  ")


def _is_joined(text: str, tokens: Sequence[Token], begin: int, rules: NameRules) -> bool:
    """Whether “and” joins a role to another before it: “party secretary and strike leader”."""
    noun, joiner = tokens[begin - 2 : begin]
    gaps = (text[noun.end : joiner.start], text[joiner.end : tokens[begin].start])
    return (
        joiner.text in rules.phrases.conjunctions
        and set(gaps) == {" "}
        and is_role_noun(noun.entry, rules)
    )


def _joins(tokens: Sequence[Token], position: int, rules: NameRules) -> bool:
    """Whether “and” behind a word joins two roles: “Foreign Minister and vice-chairman”.

    “the match and Australian captain X” are none: behind an adjective stands another one.
    """
    token = tokens[position]
    if is_role_noun(token.entry, rules):
        return True
    return (
        token.text.islower()
        and tokens[position + 2].text.islower()
        and _is_role_word(tokens, position, rules)
    )


def _within_one(before: Token, behind: Token, rules: NameRules) -> bool:
    """Whether “and” stands within a body's name: “Hale and Co”, “Trade and Industry Minister”."""
    pair = f"{before.entry} {behind.entry}"
    capitals = before.capitalised and behind.capitalised
    ends = behind.entry in rules.firm_endings
    office = before.entry in rules.portfolios and behind.entry in rules.portfolios
    return pair in rules.known_organisations or (capitals and (ends or office))


def _with_modifiers(
    text: str, tokens: Sequence[Token], begin: int, rules: NameRules, *, office: bool
) -> int:
    """Return where a role begins with the words before it: “left-arm spinner”, “rookie centre”.

    They count only where what stands before them shows that the phrase begins with them: before
    an office in capitals, or before “former”, a determiner (“to tell President X”).
    """
    first = hyphenated = begin
    if ELIDED.match(tokens[begin].text):
        return begin
    whole = office or tokens[begin].capitalised or tokens[begin].text in rules.once_words
    whole = whole and not rules.nouns_capitalised
    while first and begin - first < _MAX_MODIFIERS:
        token = tokens[first - 1]
        if text[token.end : tokens[first].start] != " ":
            break
        if _opens_phrase(token, rules) or token.entry in rules.speech_verbs:
            small = whole and not rules.phrases.is_determiner(token.text.lower())
            # “a news conference EC Commissioner X”: it stands right before no office.
            other = office and not rules.is_role(tokens[begin].entry)
            return hyphenated if small or other else first
        if token.capitalised and first < begin and _is_participle(text, token, rules):
            return first  # “Quoting legendary manager X”
        if token.capitalised and first < begin:
            # “Robles plays Briton Andy Marsh”: what looks like a plural may be the verb.
            nouns = not any(t.text[-2:-1] != "s" and t.text[-1] == "s" for t in tokens[first:begin])
            capitals = _capitalised_modifiers(text, tokens, first, rules) if nouns else None
            return hyphenated if capitals is None else capitals
        if token.capitalised or not may_modify(token, rules):
            return hyphenated
        first -= 1
        if "-" in token.text and hyphenated == first + 1:
            hyphenated = first
    if whole:
        return hyphenated
    stop = first and text[tokens[first - 1].end : tokens[first].start] != " "
    return first if stop or not first else begin


def _opens_phrase(token: Token, rules: NameRules) -> bool:
    """Whether a noun phrase begins behind a word, as in “The royalist leader X”."""
    small = token.text.lower()
    return token.text in rules.phrase_openings or rules.phrases.is_determiner(small)


def _is_participle(text: str, token: Token, rules: NameRules) -> bool:
    """Whether a sentence begins with a participle: “Quoting …”, “Led by …”."""
    begins = text[max(0, token.start - 3) : token.start].rstrip(' "“')[-1:] in {"", ".", "!", "?"}
    verbal = token.entry.endswith(rules.phrases.verbal_endings)
    return begins and verbal and token.entry not in rules.role_adjectives


def _capitalised_modifiers(
    text: str, tokens: Sequence[Token], first: int, rules: NameRules
) -> int | None:
    """Return where a role begins with a capital: “Estonian record holder”, or None if it doesn't.

    What stands before has to show that nothing else of the clause is taken along.
    """
    begin = first
    while begin and first - begin < _MAX_MODIFIERS and tokens[begin - 1].capitalised:
        if text[tokens[begin - 1].end : tokens[begin].start] != " ":
            return begin if begin < first else None
        if tokens[begin - 1].text.lower() in rules.phrase_openings:
            return begin if begin < first else None
        if not _is_role_word(tokens, begin - 1, rules) or (
            tokens[begin - 1].entry in rules.weekdays_and_months
        ):
            return None
        begin -= 1
    if not begin or text[tokens[begin - 1].end : tokens[begin].start] != " ":
        return begin
    return begin if tokens[begin - 1].text in rules.phrase_openings else None


def may_modify(token: Token, rules: NameRules) -> bool:
    """Whether a word in lower case may stand before a noun, as no verb and no small word may."""
    if token.entry in rules.clause_verbs or token.entry in rules.action_verbs:
        return False
    if rules.nouns_capitalised and not token.entry.endswith(_GERMAN_ADJECTIVES):
        return False
    if token.text.isdigit():
        return False  # “Ann Lee, 47, cameraman Bo Ek”, with a comma lost
    small = token.entry in rules.phrase_openings or token.entry in rules.common_capitalised
    participle = token.entry.endswith(rules.phrases.verbal_endings) and "-" not in token.entry
    return not small and not participle


def _within_name(tokens: Sequence[Token], position: int, rules: NameRules) -> bool:
    """Whether a small word joins two parts of a name: “Council for the Welfare of Y”."""
    before, word = tokens[max(0, position - 1)], tokens[position]
    phrases = rules.phrases
    if word.text in phrases.definite_articles and before.text in phrases.of_words:
        before = tokens[max(0, position - 2)]
    elif word.text not in phrases.of_words:
        return False
    follower = tokens[position + 1]
    capitalised = follower.capitalised or follower.text in phrases.definite_articles
    return capitalised and before.capitalised and before.entry not in rules.common_capitalised


def _is_role_word(tokens: Sequence[Token], position: int, rules: NameRules) -> bool:
    token = tokens[position]
    adjective = token.entry in rules.role_adjectives or _is_ordinal(token, rules)
    if token.capitalised:
        common = token.entry in rules.common_capitalised and not adjective
        # “Volgens trainer X”, but “United States envoy X”
        opens = not position or not tokens[position - 1].capitalised
        common = common or (opens and token.entry in rules.speech_verbs)
        return not common and token.entry not in rules.forms_of_address
    return adjective or rules.is_role(token.entry) or token.entry in rules.parties


def _is_ordinal(token: Token, rules: NameRules) -> bool:
    """Whether a word is an ordinal in digits: “19th seed”."""
    return bool(rules.rank_words) and _ORDINAL.fullmatch(token.text) is not None
