"""Tell which people of different articles are one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.people.full_names import FullNames
from bot.people.name_forms import surname_keys
from bot.people.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.articles.article import Article
    from bot.people.article_person import ArticlePerson

    Appearance = tuple[Article, ArticlePerson]
    """A person in one of the articles."""


def group_by_person(appearances: Iterable[Appearance]) -> list[list[Appearance]]:
    """Gather the appearances of each person; a bare surname joins the only person who has it."""
    groups: list[list[Appearance]] = []
    names = FullNames()
    by_surname: dict[str, list[int]] = defaultdict(list)
    bare: list[tuple[str, Appearance]] = []
    for appearance in appearances:
        key = name_key(appearance[1].name)
        if len(key) == 1:
            bare.append((key[0], appearance))
            continue
        number = names.find(key)
        if number is None:
            number = len(groups)
            names.add(key, number)
            for surname in surname_keys(key):
                by_surname[surname].append(number)
            groups.append([])
        groups[number].append(appearance)
    singles: dict[str, list[Appearance]] = {}
    for surname, appearance in bare:
        owners = by_surname.get(surname, [])
        if len(owners) == 1:
            groups[owners[0]].append(appearance)
        elif appearance[1].certain:
            singles.setdefault(surname, []).append(appearance)
    return groups + list(singles.values())


def name_key(name: str) -> tuple[str, ...]:
    """Return the entries of a name's words."""
    return tuple(token.entry for token in tokenize(name))
