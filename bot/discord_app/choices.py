"""Offer articles and people while a member types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.language.plain_text import shorten

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.people.directory import PeopleDirectory

MOST = 25
"""Choices that Discord shows at the most."""

_MOST_CHARACTERS = 100
_NEAR = 60.0


def article_choices(library: Library, typed: str) -> list[app_commands.Choice[str]]:
    """Offer articles: their titles are shown, their ids are sent."""
    found = library.titles.complete(typed, MOST, _NEAR)
    articles = [library.articles[position] for position in found]
    return [_choice(article.title, article.id) for article in articles]


def person_choices(directory: PeopleDirectory, typed: str) -> list[app_commands.Choice[str]]:
    """Offer people: their names are shown, their ids are sent."""
    found = directory.names.complete(typed, MOST, _NEAR)
    people = [directory.people[position] for position in found]
    return [_choice(person.name, person.id) for person in people]


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=shorten(name, _MOST_CHARACTERS), value=value)
