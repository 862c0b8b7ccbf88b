"""Look people up by name, as people type names."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.language.names.by_language import name_rules_for
from bot.people.gazetteer import entry_of
from bot.people.identity.merge_people import merge_people
from bot.people.identity.name_forms import surname_keys
from bot.people.lookup.capitalised_words import CapitalisedWords
from bot.people.lookup.name_search import NameSearch
from bot.people.lookup.organisations import find_organisation
from bot.people.lookup.unlisted_people import find_asked_name
from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article
    from bot.language.name_rules import NameRules
    from bot.people.article_person import ArticlePerson
    from bot.people.person import Person

MAX_SUGGESTIONS = 3
_SAME_NAME = 86.0
_SUGGESTED = 60.0
_SHORT = 5
# A suggestion is like what was typed as a whole, or in one of its words.
_NEAR, _NEAR_WORD, _LONG_WORD, _MOST_WORDS = 62.0, 75.0, 4, 10
_MOST_ASKED_ROLE = 8
_MOST_TYPED = 300
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """Whom a name was found to be of.

    Attributes:
        people: The people who have the name, most mentioned first.
        suggestions: Where nobody has it, the names that come nearest.
        unlisted: The languages of articles whose people can't be listed, only asked for by name.
    """

    people: tuple[Person, ...]
    suggestions: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the people as the JSON object that other programs rely on."""
        return {"people": [person.to_dict() for person in self.people]}


class PeopleDirectory:
    """The people of all articles, looked up by name; it never changes.

    Args:
        articles: Each article with the people found in it.
        unlisted: Articles in languages whose people can't be found without a name.

    Attributes:
        people: The people, most mentioned first.
        unlisted: The languages of the articles whose people can't be listed.
        names: Finds their names while they are typed; its positions are those of ``people``.
    """

    def __init__(
        self,
        articles: Iterable[tuple[Article, Sequence[ArticlePerson]]],
        unlisted: Sequence[Article] = (),
    ) -> None:
        self._unlisted = tuple(unlisted)
        self.unlisted = tuple(dict.fromkeys(article.language for article in unlisted))
        every = list(articles)
        listed = [article for article, _ in every]
        self._words = CapitalisedWords(listed)
        self._languages = tuple(dict.fromkeys(article.language for article in listed))
        self._rules = _rules_of((*self._languages, *self.unlisted))
        self._titles = frozenset().union(*(rules.titles for rules in self._rules))
        self.people: tuple[Person, ...] = merge_people(every)
        self._by_id = {person.id: person for person in self.people}
        self._by_form: dict[str, list[int]] = defaultdict(list)
        for position, person in enumerate(self.people):
            for form in _searchable_forms(person, self._titles):
                self._by_form[form].append(position)
        self._forms = list(self._by_form)
        self._search = NameSearch(self._forms)
        self.names = NameSearch([person.name for person in self.people])

    def get(self, person_id: str) -> Person | None:
        """Return the person with an id, or None."""
        return self._by_id.get(person_id)

    def find(self, name: str) -> PeopleFound:
        """Return the people who have a name, or the nearest names where nobody has it.

        Case, accents, a missing given name, a title or an office before it and a slip of the pen
        are forgiven. An organisation or a place is found by its name or abbreviation, where nobody
        is called so. Of a role alone (“prime minister”) those who have it are suggested.
        """
        name = self._without_question(name)
        wanted = _plain_name(name, self._titles)
        if not wanted:
            return PeopleFound(self.people, unlisted=self.unlisted)
        positions = self._by_form.get(wanted) or self._with_initial_or_office(wanted)
        if not positions and self._is_of_body(wanted):
            body = find_organisation(name, self._words, self._languages)
            if body:
                return PeopleFound((body,))
        if not positions and (holders := self._holders(wanted)):
            return PeopleFound((), holders, self.unlisted)
        if not positions:
            # What articles name as it is typed is likelier meant than another name by a slip.
            organisation = find_organisation(name, self._words, self._languages)
            if organisation:
                return PeopleFound((organisation,))
            positions = self._near(wanted)
        if positions:
            return PeopleFound(tuple(self.people[position] for position in positions))
        asked = merge_people((a, [person]) for a, person in find_asked_name(self._unlisted, name))
        if asked:
            return PeopleFound(asked)
        return PeopleFound((), self._suggest(name), self.unlisted)

    def _is_of_body(self, wanted: str) -> bool:
        """Whether the last of several words is an organisation's: “refugee council”."""
        first, _, last = wanted.rpartition(" ")
        return bool(first) and any(last in rules.organisation_words for rules in self._rules)

    def _without_question(self, name: str) -> str:
        """Return a name without “what is” before it and the mark behind it."""
        for rules in self._rules:
            bare = rules.phrases.asked_with.sub("", name[:_MOST_TYPED]).rstrip("? ")
            name = bare if bare.strip() else name
        return name

    def _with_initial_or_office(self, wanted: str) -> list[int] | None:
        """Return the positions of “j kerry”, or of “mayor strand”, the mayor of that name first."""
        words = wanted.split()
        if len(words) > 1 and len(words[0]) == 1:
            having = self._by_form.get(" ".join(words[1:]), [])
            begun = [p for p in having if entry_of(self.people[p].name).startswith(words[0])]
            return begun or None
        begin = 0
        while begin < len(words) - 1 and self._is_role(words[begin]):
            begin += 1
        having = self._by_form.get(" ".join(words[begin:]), []) if begin else []
        holding = {p: self._holds(self.people[p], set(words[:begin])) for p in having}
        return sorted(having, key=lambda position: not holding[position]) or None

    def _is_role(self, word: str) -> bool:
        return any(
            word in rules.offices or word in rules.honorifics or rules.is_role(word)
            for rules in self._rules
        )

    def _holders(self, wanted: str) -> tuple[str, ...]:
        """Return the names of those who have a role that is asked for, most mentioned first."""
        small = frozenset().union(*(rules.small_words for rules in self._rules))
        words = set(wanted.split()) - small
        if len(words) > _MOST_ASKED_ROLE or not any(map(self._is_role, words)):
            return ()
        holders = (person.name for person in self.people if self._holds(person, words))
        return tuple(itertools.islice(holders, MAX_SUGGESTIONS))

    def _holds(self, person: Person, words: set[str]) -> bool:
        """Whether a role of a person has some words."""
        return any(
            words <= set(_plain_name(role.text, self._titles).split()) for role in person.roles
        )

    def _near(self, wanted: str) -> list[int]:
        """Return the positions of the people whose name differs by a slip the least."""
        matches = self._search.alike(wanted, fuzz.ratio, _SAME_NAME, most=10)
        best = matches[0][1] if matches else 0
        return sorted(
            {
                position
                for form, score in matches
                if score >= best
                for position in self._by_form[self._forms[form]]
            }
        )

    def _suggest(self, name: str) -> tuple[str, ...]:
        """Return the names that come near what was typed, none to an abbreviation or a body."""
        wanted = _plain_name(name, self._titles)
        first, _, rest = wanted.partition(" ")
        # “the navy” is nobody
        named_as_thing = rest and any(
            first in rules.phrases.definite_articles for rules in self._rules
        )
        shortened = name.isupper() and len(name) <= _LONGEST_ABBREVIATION
        if shortened or named_as_thing or self._is_of_body(wanted):
            return ()
        matches = self._search.alike(wanted, fuzz.WRatio, _SUGGESTED, most=20)
        names = [
            self.people[position].name
            for form, _ in matches
            if _is_near(wanted, self._forms[form])
            for position in self._by_form[self._forms[form]]
        ]
        return tuple(dict.fromkeys(names))[:MAX_SUGGESTIONS]


def _is_near(wanted: str, form: str) -> bool:
    """Whether a name is near enough to another to be what was meant.

    Short ones are alike by chance, as NATO and Anatol are: they have to begin alike as well.
    """
    if min(len(wanted), len(form)) < _SHORT:
        return wanted[0] == form[0] and fuzz.ratio(wanted, form) >= _NEAR_WORD
    # “Huantalla” has most letters of “Hallam” and of “Stuart Hallam”, and is no slip for either.
    several = " " in wanted and " " in form
    if fuzz.ratio(wanted, form) >= (_NEAR if several else _NEAR_WORD):
        return True
    words = [word for word in form.split() if len(word) >= _LONG_WORD]
    return any(
        fuzz.ratio(mine, word) >= _NEAR_WORD
        for mine in wanted.split()[:_MOST_WORDS]
        for word in words[:_MOST_WORDS]
        if len(mine) >= _LONG_WORD
    )


def _rules_of(languages: Iterable[str]) -> tuple[NameRules, ...]:
    """Return what some languages say around names."""
    return tuple(rules for rules in map(name_rules_for, dict.fromkeys(languages)) if rules)


def _plain_name(name: str, titles: frozenset[str]) -> str:
    words = [token.entry.rstrip(".") for token in tokenise(name)]
    while len(words) > 1 and words[0] in titles:
        words.pop(0)
    return " ".join(words)


def _searchable_forms(person: Person, titles: frozenset[str]) -> set[str]:
    """Return what a person is looked up by: every form used, the surname, and the given name."""
    forms = {_plain_name(form, titles) for form in (person.name, *person.aliases)}
    words = tuple(_plain_name(person.name, titles).split())
    if len(words) > 1:
        forms |= surname_keys(words)
        forms.add(words[0])
        forms.add(f"{words[0]} {words[-1]}")
    return {form for form in forms if form}
