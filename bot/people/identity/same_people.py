"""Find which people of different articles are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.people.identity.circles import companions_of, may_be_one, merge_short_forms, part_namesakes
from bot.people.identity.full_names import FullNames
from bot.people.identity.name_forms import plain_key, surname_keys
from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.articles.article import Article
    from bot.people.article_person import ArticlePerson

    Appearance = tuple[Article, ArticlePerson]
    """A person in one of the articles."""

_BARE_TO_FULL = 4
"""A bare name that is not certain joins a full name that stands in at least one article for so
many that have the bare one; a rarer full name is a coincidence."""


def group_by_person(appearances: Iterable[Appearance]) -> list[list[Appearance]]:
    """Gather the appearances of each person.

    A name with an initial joins the only full name that it fits. A bare surname joins the only
    person who has it. Short forms (“Steve”, “Steven”) are one person where they appear with the
    same people, and one name in two circles of people is two persons.
    """
    every = list(appearances)
    named = [(name_key(person.name), (article, person)) for article, person in every]
    groups, by_surname = _group_full_names([pair for pair in named if len(pair[0]) > 1])
    company = companions_of(every)
    bare = [pair for pair in named if len(pair[0]) == 1]
    singles = _place_bare_names(bare, groups, by_surname, company)
    merged = merge_short_forms([group for group in groups if group], company, name_key)
    parted = [part for group in merged for part in part_namesakes(group, company)]
    return parted + singles


def _group_full_names(
    named: Sequence[tuple[tuple[str, ...], Appearance]],
) -> tuple[list[list[Appearance]], dict[str, list[int]]]:
    """Return the groups of full names, and the positions of those with each surname."""
    groups: list[list[Appearance]] = []
    by_surname: dict[str, list[int]] = defaultdict(list)
    names = FullNames()
    # Whole given names come first, so that an initial is compared with all of them.
    for key in sorted(dict.fromkeys(key for key, _ in named), key=_has_initial):
        number = names.find_only(key) if _has_initial(key) else names.find(key)
        if number is None:
            number = len(groups)
            groups.append([])
            for surname in surname_keys(key):
                by_surname[surname].append(number)
        names.add(key, number)
    for key, appearance in named:
        number = names.find(key)
        if number is not None:
            groups[number].append(appearance)
    return groups, by_surname


def _has_initial(key: tuple[str, ...]) -> bool:
    return len((plain_key(key) or key)[0]) == 1


def _place_bare_names(
    bare: Sequence[tuple[tuple[str, ...], Appearance]],
    groups: Sequence[list[Appearance]],
    by_surname: dict[str, list[int]],
    company: Mapping[str, frozenset[str]],
) -> list[list[Appearance]]:
    """Join bare names to the people who have them; return groups of those that are left.

    “Inspector Brandt” of one article is nobody of another who is never called inspector, unless
    they appear with the same people. Whom an article has apart from a full name is somebody else:
    “Mrs Ridley, whose husband, Tom Ridley, …”.
    """
    counts = Counter(key[0] for key, _ in bare)
    articles = {
        surname: len(groups[owners[0]])
        for surname, owners in by_surname.items()
        if len(owners) == 1 and surname in counts
    }
    within = {
        surname: {article.id for article, _ in groups[by_surname[surname][0]]}
        for surname in articles
    }
    singles: dict[str, list[Appearance]] = {}
    for (name,), appearance in bare:
        certain = appearance[1].certain
        full = articles.get(name, 0) if appearance[0].id not in within.get(name, ()) else 0
        owner = groups[by_surname[name][0]] if full else []
        full *= may_be_one(appearance, owner[:full], company)
        if full and (certain or _BARE_TO_FULL * full >= counts[name]):
            owner.append(appearance)
        elif certain:
            singles.setdefault(name, []).append(appearance)
    return list(singles.values())


def name_key(name: str) -> tuple[str, ...]:
    """Return the entries of a name's words."""
    return tuple(token.entry for token in tokenise(name))
