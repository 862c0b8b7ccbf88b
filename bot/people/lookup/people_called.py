"""Find who of an article's people is called by a name as people type it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.language.english.questions.asked_person import HELD_NOW
from bot.language.names.by_language import name_rules_for
from bot.language.possessives import ALL_POSSESSIVES
from bot.people.gazetteer import shipped_gazetteer
from bot.people.identity.name_forms import plain_key, same_person, surname_keys
from bot.people.roles.find_roles import STATED
from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article
    from bot.language.name_rules import NameRules
    from bot.people.article_person import ArticlePerson

_SAME_NAME = 86.0
"""How like two names have to be, 0 to 100, so that one may be a slip for the other."""

_WORD = re.compile(r"\w(?:[\w.&-]*\w)?")
_JOINING = frozenset({"of", "the", "at", "for", "a", "an", "s"})


def people_called(
    name: str, article: Article, people: Sequence[ArticlePerson]
) -> list[ArticlePerson]:
    """Return the people of an article whom a name may be of.

    It may be the whole name, the surname or the given name, in small letters and with a title or
    an office before it (“judge lee”); a slip of the pen in the whole name is forgiven.

    Args:
        name: The name as typed.
        article: The article.
        people: Its people.
    """
    rules = name_rules_for(article.language)
    wanted = _key(name)
    if rules is None or not wanted:
        return []
    bare = _without_office(wanted, rules)
    certain = [person for person in people if person.certain]
    return (
        [person for person in certain if _is_called(person, wanted)]
        or [person for person in certain if bare != wanted and _is_called(person, bare)]
        or [person for person in certain if _is_nearly_called(person, bare)]
    )


def people_being(
    what: str, article: Article, people: Sequence[ArticlePerson]
) -> list[ArticlePerson]:
    """Return the people of whom an article says that they are just that, as *finance director*.

    Whoever is the *deputy mayor* is no *mayor*; of *the town's mayor, who resigned,* it is all.

    Args:
        what: What somebody is, without an article.
        article: The article.
        people: Its people.
    """
    rules = name_rules_for(article.language)
    wanted = what.lower().split()
    if rules is None:
        return []
    return [
        person
        for person in people
        if any(_head_of(role, rules) == wanted for role in _stated_roles(person, article))
    ]


def people_holding(
    office: str, of: str, article: Article, people: Sequence[ArticlePerson]
) -> tuple[list[ArticlePerson], list[ArticlePerson]]:
    """Return the people of whom an article says that they hold an office, and those of just that.

    Of the *chairman* of *Dome Petroleum* it says so as “Dome chairman” and “chairman of Dome”, and
    of the office alone as “the present chairman”.

    Args:
        office: The office.
        of: What it is of.
        article: The article.
        people: Its people.

    Returns:
        All who hold it, and of these the ones with a word of what it is of.
    """
    wanted, owner = office.lower().split(), frozenset(_WORD.findall(of.lower()))
    allowed = owner.union(HELD_NOW, _JOINING)
    holding, named = [], []
    for person in people:
        found = [(role, _beside(wanted, role)) for role in _stated_roles(person, article)]
        beside = [(role, words) for role, words in found if words is not None and words <= allowed]
        holding += [person] * bool(beside)
        named += [person] * any(_names_owner(*one, owner - _JOINING) for one in beside)
    return holding, named


def _names_owner(role: str, words: frozenset[str], owner: frozenset[str]) -> bool:
    """Whether a role says just what it is of: “of the bank” may be of any bank."""
    names = {word.lower() for word in _WORD.findall(role) if word[0].isupper()}
    return words >= owner or not words.isdisjoint(owner & names)


def _stated_roles(person: ArticlePerson, article: Article) -> Iterator[str]:
    """Yield what an article states somebody to be, if it is certain that it is a person."""
    for role in person.roles if person.certain else ():
        if role.strength == STATED:
            yield article.passages[role.passage].text[slice(*role.span)]


def _beside(wanted: Sequence[str], role: str) -> frozenset[str] | None:
    """Return the words of a role that stand beside an office, or None if it is not that office."""
    words = _WORD.findall(role.lower())
    size = len(wanted)
    for place in range(len(words) - size + 1):
        if words[place : place + size] == list(wanted):
            return frozenset(words[:place] + words[place + size :])
    return None


def _head_of(role: str, rules: NameRules) -> list[str]:
    """Return the words that say what somebody is, without whose or of what."""
    words = role.lower().split()
    owners = [place for place, word in enumerate(words) if word.endswith(ALL_POSSESSIVES)]
    begin = owners[-1] + 1 if owners else int(rules.phrases.is_determiner(words[0]))
    head = itertools.takewhile(lambda word: word not in rules.phrases.head_ends, words[begin:])
    return [word.strip(",.") for word in head]


def are_one(people: Sequence[ArticlePerson]) -> bool:
    """Return whether people of several articles, all called by one name, may be one person."""
    keys = [_key(person.name) for person in people]
    fullest = max(keys, key=len, default=())
    return all(
        same_person(fullest, key) or (len(key) == 1 and key[0] in surname_keys(fullest))
        for key in keys
    )


def _key(name: str) -> tuple[str, ...]:
    return plain_key(tuple([token.entry for token in tokenise(name)]))


def _is_called(person: ArticlePerson, wanted: tuple[str, ...]) -> bool:
    whole = _key(person.name)
    if wanted in {whole, whole[:1]} or " ".join(wanted) in surname_keys(whole):
        return True
    is_short = len(wanted) > 1 and wanted == (whole[0], whole[-1])
    return is_short or any(_key(form) == wanted for form in person.forms)


def _is_nearly_called(person: ArticlePerson, wanted: tuple[str, ...]) -> bool:
    """Whether somebody's whole name differs from the one that is wanted by a slip of the pen.

    A further word is no slip, as in *Ann Lee's son*, nor is another given name, as in *Anna Lee*.
    """
    whole = _key(person.name)
    if not 1 < len(wanted) <= len(whole):
        return False
    if wanted[0] != whole[0] and wanted[0] in shipped_gazetteer().given_names:
        return False
    return fuzz.ratio(" ".join(wanted), " ".join(whole)) >= _SAME_NAME


def _without_office(wanted: tuple[str, ...], rules: NameRules) -> tuple[str, ...]:
    begin = 0
    while begin < len(wanted) - 1 and (
        wanted[begin] in rules.honorifics
        or wanted[begin] in rules.offices
        or rules.is_role(wanted[begin])
    ):
        begin += 1
    return wanted[begin:]
