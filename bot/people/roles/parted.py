"""Find roles that a comma or a verb parts from the name: “the coach, X”, “the coach is X”."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from bot.language.analysis.analyser import fold
from bot.language.possessives import POSSESSIVES
from bot.people.roles.phrases import is_passing, names_a_role

if TYPE_CHECKING:
    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan

_REACH = 160
_COMMA_REACH = len(", the ")


def role_before_comma(
    text: str, sentence_start: int, start: int, name: NameSpan, rules: NameRules
) -> Span | None:
    """Return a role that a comma parts from the name: “Malaysia's Prime Minister, X”.

    Args:
        text: The passage's text.
        sentence_start: Where the sentence begins.
        start: Where the name begins, with the role right before it.
        name: The mention.
        rules: The language's words.
    """
    if ", " not in text[max(0, start - _COMMA_REACH) : start]:
        return None  # asked first, as searching takes longer
    if any(text.startswith(mark.rstrip(), name.span[1]) for mark in rules.phrases.possessives):
        return None  # “The town's MP, Ann Lee's nephew”
    begin = max(sentence_start, start - _REACH)
    clause = text[begin:start]
    leading = clause.partition(" ")[0]
    acting = leading.lower() in rules.phrases.in_capacity_words
    if acting:  # “As mayor of Lune, X”
        begin += len(leading) + 1
        clause = text[begin:start]
    at = 0
    while match := rules.phrases.before_comma.search(clause, at):
        if names_a_role(match[1], rules, plural=False) and not _is_clause(match[1], rules):
            # “To speak with his mother, X called”: what a word leads in may belong to the clause.
            led_in = clause[: match.start(1)].rstrip()[-1:].isalpha()
            if acting and is_passing(match[1], rules):
                return None  # “As a child, X moved to Lune”
            if led_in and not rules.phrases.closed.match(text, name.span[1]):
                return None
            whose = rules.phrases.owner.search(clause, 0, match.start(1))
            first, end = begin + (whose or match).start(0 if whose else 1), begin + match.end(1)
            return _begin_within(text, first, end, rules), end
        # “al ministro dell'Economia”: a preposition at the beginning leads in what follows.
        leads_in = match[1].partition(" ")[0].lower() in rules.phrases.head_ends
        at = match.start(1) + (0 if leads_in and match.start(1) > at else 1)
    return None


def _begin_within(text: str, first: int, end: int, rules: NameRules) -> int:
    """Return where a role begins in a phrase that may have more before it."""
    first += _owner_within(text[first:end], rules)
    first += _office_within(text[first:end], rules)
    return _past_small_words(text, first, rules)


def _owner_within(phrase: str, rules: NameRules) -> int:
    """Return where the owner begins in “Ann also told Bo's daughter”, else 0."""
    words = phrase.split(" ")
    owner = next(
        (at for at, word in enumerate(words) if at and word.endswith(POSSESSIVES)), len(words)
    )
    if owner == len(words) or not words[owner][:1].isupper():
        return 0
    while owner and (words[owner - 1][:1].isupper() or words[owner - 1] in rules.particles):
        owner -= 1
    before = words[:owner]
    clause = (
        owner > 1
        and not rules.nouns_capitalised
        and rules.phrases.head_ends.isdisjoint(before)
        and not any(rules.phrases.is_determiner(word.lower()) for word in before)
    )
    return len(" ".join(before)) + 1 if clause else 0


def _office_within(phrase: str, rules: NameRules) -> int:
    """Return where the office begins in “a spokesman for the Interior Minister”, else 0."""
    words = phrase.split(" ")
    small = [place for place, word in enumerate(words) if not word[:1].isupper()]
    last = small[-1] if small else 0
    held = rules.is_role(words[-1].lower()) and last < len(words) - 1
    if (
        not held
        or last < len(("spokesman", "for"))
        or (
            words[last] not in rules.phrases.definite_articles
            or words[last - 1] not in rules.phrases.of_words
        )
    ):
        return 0
    return len(" ".join(words[: last + 1])) + 1


def role_before_copula(text: str, start: int, name: NameSpan, rules: NameRules) -> Span | None:
    """Return the role of “The referee is X.”, where the name ends its clause.

    Args:
        text: The passage's text.
        start: Where the sentence begins.
        name: The mention.
        rules: The language's words.
    """
    begin = max(start, name.start - _REACH)
    match = rules.phrases.before_copula.search(text[begin : name.start])
    if not match or not rules.phrases.closed.match(text, name.span[1]):
        return None
    if not names_a_role(match[1], rules, plural=False):
        return None
    return begin + match.start(1), begin + match.end(1)


def _past_small_words(text: str, start: int, rules: NameRules) -> int:
    """Return where a role begins behind words like “and” and “for”, which are no part of it."""
    while True:
        word = text[start : text.index(" ", start)]
        small = word.lower()
        if small not in rules.phrases.unfinished or rules.phrases.is_determiner(small):
            return start
        start += len(word) + 1


def _is_clause(phrase: str, rules: NameRules) -> bool:
    """Whether a verb stands right behind a name: “… science Ann Lee watched with its chief”.

    “A retired fireman” has none: an article is no name.
    """
    words = phrase.split()
    return not rules.nouns_capitalised and any(
        before[0].isupper()
        and fold(word) in rules.action_verbs
        and not rules.phrases.is_determiner(before.lower())
        for before, word in itertools.pairwise(words)
    )
