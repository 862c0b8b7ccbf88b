"""Make one person's card out of what all articles say."""

from __future__ import annotations

import bisect
import heapq
import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.articles.quote import Quote
from bot.people.gazetteer import entry_of
from bot.people.identity.same_people import group_by_person
from bot.people.person import Person
from bot.people.roles.find_roles import AFFILIATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.articles.article import Article, Passage, Span
    from bot.people.article_person import ArticlePerson
    from bot.people.identity.same_people import Appearance

MAX_ROLES = 5
MAX_PASSAGES = 3
MAX_COMPANIONS = 5
_CROWD = 25
"""A passage that names more people than this is a list and shows nobody's company."""
_MAX_ID = 80
_NEAR_START = 30
"""Up to this many characters, as of a title or “Yesterday”, may stand before a subject."""
# What a passage gains for each sentence that begins with the person and for saying who the person
# is, and what it loses for each paragraph before it.
_SUBJECT, _TELLS, _LATER = 1.5, 1.5, 0.02


def merge_people(articles: Iterable[tuple[Article, Sequence[ArticlePerson]]]) -> tuple[Person, ...]:
    """Merge the people of all articles, most mentioned first.

    Args:
        articles: Each article with the people found in it.
    """
    groups = group_by_person((article, person) for article, found in articles for person in found)
    names = [_fullest(group) for group in groups]
    company = _companions(groups, names)
    people = [
        _person(group, name, companions)
        for group, name, companions in zip(groups, names, company, strict=True)
    ]
    people.sort(key=lambda person: (-person.mentions, entry_of(person.name)))
    return tuple(_with_unique_ids(people))


def _companions(
    groups: Sequence[Sequence[Appearance]], names: Sequence[str]
) -> list[tuple[str, ...]]:
    """Return for each group the names of those who are mentioned in the same passages."""
    present: dict[tuple[str, int], set[int]] = defaultdict(set)
    for position, group in enumerate(groups):
        for article, person in group:
            for mention in person.mentions:
                present[(article.id, mention.passage)].add(position)
    company: list[Counter[int]] = [Counter() for _ in groups]
    for together in present.values():
        if len(together) <= _CROWD:
            for position in together:
                company[position].update(other for other in together if other != position)
    return [
        tuple(
            names[other]
            for other, _ in heapq.nsmallest(
                MAX_COMPANIONS, counter.items(), key=lambda pair: (-pair[1], pair[0])
            )
        )
        for counter in company
    ]


def _fullest(group: Sequence[Appearance]) -> str:
    names = dict.fromkeys(person.name for _, person in group)
    return max(names, key=lambda name: (len(name.split()), len(name)))


def _person(group: Sequence[Appearance], name: str, companions: tuple[str, ...]) -> Person:
    aliases: Counter[str] = Counter()
    by_article: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for article, person in group:
        articles[article.id] = article
        by_article[article.id] += len(person.mentions)
        aliases.update(form for form in person.forms if form != name)
    ordered = sorted(by_article, key=lambda key: (-by_article[key], key))
    return Person(
        id=re.sub(r"[^a-z0-9]+", "-", entry_of(name)).strip("-")[:_MAX_ID] or "person",
        name=name,
        aliases=tuple(alias for alias, _ in sorted(aliases.items(), key=lambda p: (-p[1], p[0]))),
        roles=tuple(_best_roles(group)),
        by_article=tuple((articles[key], by_article[key]) for key in ordered),
        passages=_best_passages(group),
        companions=companions,
    )


def _with_unique_ids(people: Sequence[Person]) -> Iterator[Person]:
    seen: Counter[str] = Counter()
    for person in people:
        seen[person.id] += 1
        number = seen[person.id]
        yield person if number == 1 else replace(person, id=f"{person.id}-{number}")


def _best_roles(group: Sequence[Appearance]) -> list[Quote]:
    """Choose the roles to show: those stated plainly, or the clauses where there is none."""
    found = [
        (role.strength, Quote(article, article.passages[role.passage], role.span))
        for article, person in group
        for role in person.roles
    ]
    strongest = max((strength for strength, _ in found), default=0)
    shown: dict[str, Quote] = {}
    for strength, role in sorted(found, key=lambda pair: -pair[0]):
        if len(shown) == MAX_ROLES or (strength < AFFILIATED <= strongest):
            break
        text = entry_of(role.text)
        if not any(text in known for known in shown):
            shown[text] = role
    return list(shown.values())


def _best_passages(group: Sequence[Appearance]) -> tuple[Quote, ...]:
    """Choose the passages that are about the person rather than merely name them."""
    scored: list[tuple[float, int, int, Quote]] = []
    for order, (article, person) in enumerate(group):
        spans: dict[int, list[Span]] = defaultdict(list)
        for mention in person.mentions:
            spans[mention.passage].append(mention.span)
        told = {role.passage for role in person.roles}
        for number, places in spans.items():
            passage = article.passages[number]
            subject = _count_subjects(places, passage)
            score = len(places) + _SUBJECT * subject + _TELLS * (number in told) - _LATER * number
            quote = Quote(article, passage, (0, len(passage.text)))
            scored.append((-score, order, number, quote))
    scored.sort(key=lambda entry: entry[:3])
    return tuple(quote for *_, quote in scored[:MAX_PASSAGES])


def _count_subjects(mentions: Sequence[Span], passage: Passage) -> int:
    """Count the mentions that their sentence begins with, a title or “Yesterday” before them."""
    starts = [start for start, _ in passage.sentences]
    count = 0
    for start, end in mentions:
        behind = bisect.bisect_right(starts, start)
        if end and behind and start - starts[behind - 1] <= _NEAR_START:
            count += 1
    return count
