"""Offer articles and people while a member types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from rapidfuzz import fuzz, process

from bot.insight.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.insight.people import PeopleDirectory
    from bot.library import Library

MOST = 25
"""Choices that Discord shows at the most."""

_MOST_CHARACTERS = 100
_NEAR = 60.0


def article_choices(library: Library, typed: str) -> list[app_commands.Choice[str]]:
    """Offer articles: their titles are shown, their ids are sent."""
    titles = [article.title for article in library.articles]
    return [
        _choice(titles[position], library.articles[position].id)
        for position in nearest(titles, typed)
    ]


def person_choices(directory: PeopleDirectory, typed: str) -> list[app_commands.Choice[str]]:
    """Offer people: their names are shown, their ids are sent."""
    people = directory.people
    names = [person.name for person in people]
    return [_choice(names[position], people[position].id) for position in nearest(names, typed)]


def nearest(names: Sequence[str], typed: str) -> list[int]:
    """Find the names that come nearest to what was typed.

    Returns:
        Positions in ``names``, ``MOST`` at the most: first the names that begin with it, then
        those of which a word does, then those that resemble it.
    """
    wanted = entry_of(typed.strip())
    if not wanted:
        return list(range(min(MOST, len(names))))
    entries = [entry_of(name) for name in names]
    first = [position for position, entry in enumerate(entries) if entry.startswith(wanted)]
    inner = f" {wanted}"
    second = [position for position, entry in enumerate(entries) if inner in entry]
    found = list(dict.fromkeys(first + second))[:MOST]
    if len(found) < MOST:
        similar = process.extract(
            wanted, entries, scorer=fuzz.WRatio, limit=MOST, score_cutoff=_NEAR
        )
        found = list(dict.fromkeys(found + [position for _, _, position in similar]))[:MOST]
    return found


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    shown = name if len(name) <= _MOST_CHARACTERS else name[: _MOST_CHARACTERS - 1] + "…"
    return app_commands.Choice(name=shown, value=value)
