"""Find what articles say of an organisation or a place: what it is, and where it is named."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.articles.quote import Quote
from bot.language.english.words.name_words import NAME_RULES
from bot.language.names.by_language import name_rules_for
from bot.people.lookup.organisation_phrases import descriptions
from bot.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.articles.article import Article, Passage, Span
    from bot.language.name_rules import NameRules
    from bot.people.lookup.capitalised_words import CapitalisedWords

_MAX_NAME = 80
_MAX_DESCRIPTIONS = 5
_MAX_PASSAGES = 3
_MOST_READ = 300
"""Mentions around which it is looked for what the articles say something is."""

_ACRONYM_BEHIND = re.compile(r" \(([A-Z][A-Za-z.]{1,11})\)")
_REACH = 90
_WORD = re.compile(r"[\w’'&.-]+")


@dataclass(slots=True)
class _Named:
    """What has been gathered of an organisation."""

    forms: Counter[str] = field(default_factory=Counter)
    by_article: dict[str, tuple[Article, int]] = field(default_factory=dict)
    passages: list[tuple[int, Quote]] = field(default_factory=list)
    descriptions: dict[str, Quote] = field(default_factory=dict)
    clauses: dict[str, Quote] = field(default_factory=dict)
    expansions: dict[str, Quote] = field(default_factory=dict)
    lowercase: int = 0
    within: int = 0


def find_organisation(
    name: str, words: CapitalisedWords, languages: Iterable[str]
) -> Person | None:
    """Return an organisation or place as the articles show it, or None where none names it.

    Args:
        name: Its name or abbreviation; case and “the” before it don't count.
        words: The articles, by the words that they hold.
        languages: The languages that they are in.
    """
    wanted = _without_article(" ".join(name.split())[:_MAX_NAME].lower(), languages)
    if not any(character.isalpha() for character in wanted):
        return None
    pattern = re.compile(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])", re.IGNORECASE)
    named = _Named()
    for article in words.holding(wanted):
        for passage in article.passages:
            if wanted in passage.text.lower():
                _read_passage(named, pattern, article, passage)
    mentions = sum(named.forms.values())
    # What begins every sentence that it stands in is a name where the text says what it is.
    is_named = named.within or named.descriptions
    if not mentions or not is_named or named.lowercase > mentions:
        return None
    return _card(named)


def _without_article(name: str, languages: Iterable[str]) -> str:
    """Return a name without an article before it (“the”), of a language that articles are in."""
    first, _, rest = name.partition(" ")
    rules = map(name_rules_for, languages)
    is_article = any(one and first in one.phrases.definite_articles for one in rules)
    return rest if rest and is_article else name


def _read_passage(
    named: _Named, pattern: re.Pattern[str], article: Article, passage: Passage
) -> None:
    starts = {start for start, _ in passage.sentences}
    rules = name_rules_for(article.language) or NAME_RULES
    found = 0
    told = len(named.descriptions) + len(named.expansions)
    for match in pattern.finditer(passage.text):
        if not match[0][0].isupper():
            named.lowercase += 1
            continue
        found += 1
        named.forms[match[0]] += 1
        named.within += match.start() not in starts or _is_capitalised_within(match[0])
        if sum(named.forms.values()) > _MOST_READ:
            continue
        for span, is_clause in descriptions(passage, match.span(), rules):
            quote = Quote(article, passage, span)
            kept = named.clauses if is_clause else named.descriptions
            kept.setdefault(quote.text.lower(), quote)
        expansion = _expansion(passage.text, match.span(), rules)
        if expansion:
            quote = Quote(article, passage, expansion)
            named.expansions.setdefault(quote.text, quote)
    if found:
        known = named.by_article.get(article.id, (article, 0))[1]
        named.by_article[article.id] = (article, known + found)
        tells = len(named.descriptions) + len(named.expansions) > told
        whole = Quote(article, passage, (0, len(passage.text)))
        named.passages.append((found + 2 * tells, whole))


def _is_capitalised_within(name: str) -> bool:
    """Whether it is a name wherever it stands: “Dunkerrow Pitmen” and “OTP” begin no sentence."""
    return name[1:2].isupper() or any(word[0].isupper() for word in name.split()[1:])


def _expansion(text: str, span: Span, rules: NameRules) -> Span | None:
    """Return the full name that an abbreviation in brackets stands for: “World Bank (WB)”."""
    if text[span[0] - 2 : span[0]] != " (" or text[span[1] : span[1] + 1] != ")":
        behind = _ACRONYM_BEHIND.match(text, span[1])
        is_name = behind and _initials(text[slice(*span)], rules) == _letters(behind[1])
        return behind.span(1) if behind and is_name else None
    letters = _letters(text[slice(*span)])
    words = list(_WORD.finditer(text, max(0, span[0] - _REACH), span[0] - 2))
    for first in range(len(words) - 1, -1, -1):
        start = words[first].start()
        if words[first][0][0].isupper() and _initials(text[start : span[0] - 2], rules) == letters:
            return start, span[0] - 2
    return None


def _initials(name: str, rules: NameRules) -> list[str]:
    """Return the initials of a name in order of the alphabet: CSIS may be “Center for I. S. S.”."""
    words = _WORD.findall(name)
    joiners = rules.phrases.name_joiners
    return sorted(
        word[0].upper()
        for word in words
        if word.lower() not in joiners and word not in rules.particles
    )


def _letters(abbreviation: str) -> list[str]:
    return sorted(abbreviation.replace(".", "").upper())


def _card(named: _Named) -> Person:
    name = max(named.forms, key=lambda form: (named.forms[form], form))
    ordered = sorted(named.by_article.values(), key=lambda pair: (-pair[1], pair[0].id))
    best = sorted(named.passages, key=lambda pair: -pair[0])[:_MAX_PASSAGES]
    told = [*named.expansions.values(), *named.descriptions.values()]
    told = told or [*named.clauses.values()]
    return Person(
        id=f"organisation-{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}",
        name=name,
        aliases=tuple(form for form in (*named.expansions, *named.forms) if form != name),
        roles=tuple(told[:_MAX_DESCRIPTIONS]),
        by_article=tuple(ordered),
        passages=tuple(quote for _, quote in best),
        companions=(),
    )
