"""Separate or merge people of the same name by whom they appear with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.language.names.by_language import name_rules_for
from bot.people.gazetteer import entry_of, shipped_gazetteer
from bot.people.people_shown import pronoun_of
from bot.people.roles.find_roles import STATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.articles.article import Article
    from bot.language.name_rules import NameRules
    from bot.people.article_person import ArticlePerson

    Appearance = tuple[Article, ArticlePerson]
    Group = list[Appearance]

_MOST_COMPANIONS = 30
_MOST_COMPARED = 20
_SHORTEST_FORM = 3
_ROLE_WORDS = 2
_FEWEST_ARTICLES = 2
"""Articles that a circle of people has at least; a single one shows nothing."""


def companions_of(appearances: Iterable[Appearance]) -> dict[str, frozenset[str]]:
    """Return for each article the full names of the people in it, at most thirty."""
    found: dict[str, list[str]] = defaultdict(list)
    for article, person in appearances:
        name = entry_of(person.name)
        if " " in name and len(found[article.id]) < _MOST_COMPANIONS:
            found[article.id].append(name)
    return {article_id: frozenset(names) for article_id, names in found.items()}


def merge_short_forms(
    groups: Sequence[Group],
    company: Mapping[str, frozenset[str]],
    name_key: Callable[[str], tuple[str, ...]],
) -> list[Group]:
    """Return the groups, those of “Steve X” and “Steven X” joined where they share company.

    A short form joins a long one only where it is the only one that it fits, so that Chris makes
    no one of Christine and Christopher, and where no pronoun shows that they are two.
    """
    keys = [name_key(group[0][1].name) for group in groups]
    by_surname: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        by_surname[key[-1]].append(place)
    joined: dict[int, int] = {}
    for near in by_surname.values():
        near = near[:_MOST_COMPARED]  # noqa: PLW2901
        for short in near:
            rules = name_rules_for(groups[short][0][0].language)
            fitting = [
                place
                for place in near
                if _may_be_short(keys[short], keys[place], rules)
                and (
                    _share_company(groups[short], groups[place], company)
                    or _share_roles(groups[short], groups[place])
                )
                and not _are_he_and_she(groups[short], groups[place])
            ]
            if len(fitting) == 1:
                joined[short] = fitting[0]
    merged: dict[int, Group] = {}
    for place, group in enumerate(groups):
        merged.setdefault(_end(joined, place), []).extend(group)
    return list(merged.values())


def _end(joined: Mapping[int, int], place: int) -> int:
    """Return the group that one joins in the end: the short form of a short form its longest."""
    while place in joined:
        place = joined[place]
    return place


def _are_he_and_she(first: Group, second: Group) -> bool:
    """Whether the articles call the one *he* and the other *she*."""
    pronouns = [
        {pronoun_of(person, (), article) for article, person in group[:_MOST_COMPARED]} - {None}
        for group in (first, second)
    ]
    return all(pronouns) and pronouns[0].isdisjoint(pronouns[1])


def may_be_one(
    bare: Appearance, group: Sequence[Appearance], company: Mapping[str, frozenset[str]]
) -> bool:
    """Whether an article's bare surname may be that of a full name in others.

    It may unless the article says what that person is and the others say nothing of the kind, nor
    name any of the same people.

    Args:
        bare: The article with the surname.
        group: Those with the full name.
        company: As from :func:`companions_of`.
    """
    roles = _role_words(bare, STATED)
    if not roles:
        return True
    others = _others(bare, company)
    return any(
        roles & _role_words(known) or others & _others(known, company)
        for known in group[:_MOST_COMPARED]
    )


def part_namesakes(group: Group, company: Mapping[str, frozenset[str]]) -> list[Group]:
    """Return a group as one, or as two where one name is of two persons.

    Two persons are seen where the articles fall into circles that share neither companions nor
    words of what the person is said to be, each with at least two articles. An article that says
    nothing of the kind, or names nobody else, is of the circle that it has most in common with.
    """
    if len(group) < 2 * _FEWEST_ARTICLES:
        return [group]
    circles: list[tuple[set[str], Group]] = []
    unmarked: Group = []
    for appearance in group:
        roles = _role_words(appearance)
        companions = _others(appearance, company)
        marks = roles | companions
        if not roles or not companions:
            unmarked.append(appearance)
            continue
        touching = [circle for circle in circles if circle[0] & marks]
        circles = [circle for circle in circles if not circle[0] & marks]
        joined = [a for _, appearances in touching for a in appearances]
        circles.append((marks.union(*(own for own, _ in touching)), [*joined, appearance]))
    large = [circle for circle in circles if len(circle[1]) >= _FEWEST_ARTICLES]
    if len(large) < 2 or len(large) < len(circles):  # noqa: PLR2004 - two persons
        return [group]
    for appearance in unmarked:
        others = set(_others(appearance, company))
        max(large, key=lambda circle: (len(circle[0] & others), len(circle[1])))[1].append(
            appearance
        )
    return [appearances for _, appearances in large]


def _may_be_short(short: tuple[str, ...], long: tuple[str, ...], rules: NameRules | None) -> bool:
    """Whether a name may be another one's short form: “Steve X”, or “Hernandez Grisanti” of Arturo.

    What stands before the rest has to be a given name, as a slip in a title is none.
    """
    if short == long[1:]:
        return long[0] in shipped_gazetteer().given_names
    return _is_short_form(short[0], long[0], rules)


def _is_short_form(short: str, long: str, rules: NameRules | None) -> bool:
    """Whether a given name is a short form of another one: Steve of Steven, Bill of William."""
    if rules is None or short == long or len(short) < _SHORTEST_FORM:
        return False
    if long in rules.short_names.get(short, ()):
        return True
    stem = short
    for ending in rules.short_endings:
        stem = stem.removesuffix(ending)
    return len(short) < len(long) and len(stem) >= _SHORTEST_FORM and long.startswith(stem)


def _share_company(first: Group, second: Group, company: Mapping[str, frozenset[str]]) -> bool:
    one, other = (
        {name for appearance in group for name in _others(appearance, company)}
        for group in (first, second)
    )
    return bool(one & other)


def _share_roles(first: Group, second: Group) -> bool:
    """Whether two words at least are said of both: “Agriculture Undersecretary”."""
    one, other = (
        {word for appearance in group[:_MOST_COMPARED] for word in _role_words(appearance)}
        for group in (first, second)
    )
    return len(one & other) >= _ROLE_WORDS


def _others(appearance: Appearance, company: Mapping[str, frozenset[str]]) -> frozenset[str]:
    article, person = appearance
    return company.get(article.id, frozenset()) - {entry_of(form) for form in person.forms}


def _role_words(appearance: Appearance, least: int = 0) -> set[str]:
    """Return the words of what an article says a person is, as plainly as a strength at least."""
    article, person = appearance
    rules = name_rules_for(article.language)
    return {
        word.strip(".,()")
        for role in person.roles[:3]
        if role.strength >= least
        for word in entry_of(article.passages[role.passage].text[slice(*role.span)]).split()
    } - (rules.small_words if rules else frozenset())
