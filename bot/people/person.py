"""Make one entry of each person out of the figures of all articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.people.gazetteer import entry_of
from bot.people.name_forms import same_person, surname_keys
from bot.people.name_spans import tokenize
from bot.people.roles import AFFILIATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article, Passage
    from bot.people.article_person import Figure

MAX_ROLES = 5
MAX_PASSAGES = 3
MAX_COMPANIONS = 5


@dataclass(frozen=True, slots=True)
class CitedRole:
    """Hold what an article says a person is, verbatim, with the passage that says it."""

    text: str
    passage: Passage
    article: Article

    def to_dict(self) -> dict[str, object]:
        """Give the role as a JSON object."""
        return {
            "text": self.text,
            "paragraph": self.passage.number,
            "article": self.article.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """Hold a passage about a person with the article that it is from."""

    passage: Passage
    article: Article

    def to_dict(self) -> dict[str, object]:
        """Give the passage as a JSON object."""
        return {
            "passage": self.passage.text,
            "paragraph": self.passage.number,
            "article": self.article.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Person:
    """Hold a person as the articles show them.

    Attributes:
        id: A short slug of the name.
        name: The fullest name that an article uses.
        aliases: The other forms that articles use, the most used first.
        roles: What articles say the person is, plainest statement first.
        by_article: In which articles the person is named, and how often, most often first.
        passages: The passages that are most about the person, best first.
        companions: The names of those who share passages with the person, most often first.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[CitedRole, ...]
    by_article: tuple[tuple[Article, int], ...]
    passages: tuple[CitedPassage, ...]
    companions: tuple[str, ...]

    @property
    def mentions(self) -> int:
        """Count the mentions in all articles."""
        return sum(count for _, count in self.by_article)

    def to_dict(self) -> dict[str, object]:
        """Give the person as a JSON object."""
        return {
            "name": self.name,
            "aliases": list(self.aliases),
            "roles": [role.to_dict() for role in self.roles],
            "mentions": self.mentions,
            "passages": [passage.to_dict() for passage in self.passages],
        }


_Entry = tuple["Article", "Figure"]


def make_people(figures: Iterable[tuple[Article, Sequence[Figure]]]) -> tuple[Person, ...]:
    """Bring the figures of all articles together, most mentioned first.

    Args:
        figures: Each article with the figures found in it.
    """
    groups = _group([(article, figure) for article, found in figures for figure in found])
    company = _companions(groups)
    people = [_person(group, company[position]) for position, group in enumerate(groups)]
    people.sort(key=lambda person: (-person.mentions, entry_of(person.name)))
    return tuple(_with_unique_ids(people))


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.entry for token in tokenize(name))


def _group(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Gather the entries of each person; a bare surname joins the only person who has it."""
    full: dict[tuple[str, str], list[list[_Entry]]] = defaultdict(list)
    groups: list[list[_Entry]] = []
    by_surname: dict[str, list[int]] = defaultdict(list)
    bare: list[_Entry] = []
    for entry in entries:
        key = _key(entry[1].name)
        if len(key) == 1:
            bare.append(entry)
            continue
        bucket = full[(key[0][:1], key[-1])]
        group = next((g for g in bucket if same_person(_key(g[0][1].name), key)), None)
        if group is None:
            group = []
            bucket.append(group)
            for surname in surname_keys(key):
                by_surname[surname].append(len(groups))
            groups.append(group)
        group.append(entry)
    singles: dict[str, list[_Entry]] = {}
    for entry in bare:
        surname = _key(entry[1].name)[0]
        owners = by_surname.get(surname, [])
        if len(owners) == 1:
            groups[owners[0]].append(entry)
        elif entry[1].certain:
            singles.setdefault(surname, []).append(entry)
    return groups + list(singles.values())


def _companions(groups: Sequence[Sequence[_Entry]]) -> list[tuple[str, ...]]:
    """Name for each group those who are mentioned in the same passages."""
    present: dict[tuple[str, int], set[int]] = defaultdict(set)
    for position, group in enumerate(groups):
        for article, figure in group:
            for mention in figure.mentions:
                present[(article.id, mention.passage)].add(position)
    company: list[Counter[int]] = [Counter() for _ in groups]
    for together in present.values():
        for position in together:
            company[position].update(other for other in together if other != position)
    return [
        tuple(
            _fullest(groups[other])
            for other, _ in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
        )[:MAX_COMPANIONS]
        for counter in company
    ]


def _fullest(group: Sequence[_Entry]) -> str:
    names = [figure.name for _, figure in group]
    return max(names, key=lambda name: (len(name.split()), len(name)))


def _person(group: Sequence[_Entry], companions: tuple[str, ...]) -> Person:
    name = _fullest(group)
    aliases: Counter[str] = Counter()
    by_article: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for article, figure in group:
        articles[article.id] = article
        by_article[article.id] += len(figure.mentions)
        aliases.update(form for form in figure.forms if form != name)
    ordered = sorted(by_article, key=lambda key: (-by_article[key], key))
    return Person(
        id=re.sub(r"[^a-z0-9]+", "-", entry_of(name)).strip("-")[:80] or "person",
        name=name,
        aliases=tuple(alias for alias, _ in sorted(aliases.items(), key=lambda p: (-p[1], p[0]))),
        roles=_cited_roles(group),
        by_article=tuple((articles[key], by_article[key]) for key in ordered),
        passages=_best_passages(group),
        companions=companions,
    )


def _with_unique_ids(people: Sequence[Person]) -> Iterable[Person]:
    seen: Counter[str] = Counter()
    for person in people:
        seen[person.id] += 1
        if seen[person.id] == 1:
            yield person
        else:
            yield Person(
                f"{person.id}-{seen[person.id]}",
                person.name,
                person.aliases,
                person.roles,
                person.by_article,
                person.passages,
                person.companions,
            )


def _cited_roles(group: Sequence[_Entry]) -> tuple[CitedRole, ...]:
    """Choose the roles to show: those stated plainly, or the clauses where none is."""
    found = [
        (-role.strength, CitedRole(passage.text[slice(*role.span)], passage, article))
        for article, figure in group
        for role in figure.roles
        for passage in [article.passages[role.passage]]
    ]
    strongest = min((strength for strength, _ in found), default=0)
    shown: dict[str, CitedRole] = {}
    for strength, role in sorted(found, key=lambda pair: pair[0]):
        text = entry_of(role.text)
        weak = strength > -AFFILIATED and strongest <= -AFFILIATED
        if not weak and not any(text in known for known in shown):
            shown[text] = role
    return tuple(shown.values())[:MAX_ROLES]


def _best_passages(group: Sequence[_Entry]) -> tuple[CitedPassage, ...]:
    """Choose the passages that are about the person rather than merely name them."""
    scored: list[tuple[float, int, int, CitedPassage]] = []
    for order, (article, figure) in enumerate(group):
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for mention in figure.mentions:
            spans[mention.passage].append(mention.span)
        told = {role.passage for role in figure.roles}
        for number, places in spans.items():
            passage = article.passages[number]
            starts = {start for start, _ in passage.sentences}
            subject = sum(1 for start, end in places if end and _near_start(start, starts))
            score = len(places) + 1.5 * subject + 1.5 * (number in told) - 0.02 * number
            scored.append((-score, order, number, CitedPassage(passage, article)))
    scored.sort(key=lambda entry: entry[:3])
    return tuple(cited for *_, cited in scored[:MAX_PASSAGES])


def _near_start(start: int, sentence_starts: Iterable[int]) -> bool:
    """Tell whether a mention is its sentence's beginning, a title or «Yesterday» before it."""
    most = 30
    return any(0 <= start - begin <= most for begin in sentence_starts)
