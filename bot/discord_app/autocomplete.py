"""Autocomplete choices for command options: articles, days, people, sources and tags."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app.app import app_of
from bot.discord_app.asker import place_of
from bot.discord_app.markdown import clip
from bot.language.plain_text import plain
from bot.library.article_list import sources_of
from bot.people.gazetteer import entry_of
from bot.people.lookup.name_search import NameSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord_app.locale.language import Language
    from bot.library.library import Library
    from bot.people.lookup.directory import PeopleDirectory
    from bot.storage.sources import Source

MOST = 25
"""The most choices that Discord shows."""

MAX_CHOICE = 100
"""The most characters of a choice that Discord allows."""

_NEAR = 60.0
"""The least similarity of a name to what was typed, as rapidfuzz rates it, 0 to 100."""


async def complete_article(
    interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Offer the articles whose titles come nearest to what was typed."""
    library = await app_of(interaction).shelves.with_titles(*place_of(interaction))
    return await asyncio.to_thread(article_choices, library, typed)


def article_choices(library: Library, typed: str) -> list[app_commands.Choice[str]]:
    """Return the articles nearest to what was typed; their titles are shown, their ids sent."""
    found = library.titles.complete(typed, MOST)
    articles = [library.articles[position] for position in found]
    return [_choice(article.title, article.id) for article in articles]


def day_choices(library: Library, typed: str, language: Language) -> list[app_commands.Choice[str]]:
    """Return the days that articles are of, the newest first, and of how many each.

    Args:
        library: The articles.
        typed: What has been typed so far: a part of the day as it is shown, or of 2026-02-15.
        language: The member's language, in which the days are shown.
    """
    wanted = entry_of(typed)
    articles = Counter(article.date for article in library.articles if article.date)
    choices = []
    for day in sorted(articles, reverse=True):
        shown = language.date(day)
        if wanted in entry_of(shown) or day.isoformat().startswith(typed.strip()):
            count = language.count("{n} article", "{n} articles", articles[day])
            choices.append(_choice(f"{shown} · {count}", day.isoformat()))
            if len(choices) == MOST:
                break
    return choices


def person_choices(directory: PeopleDirectory, typed: str) -> list[app_commands.Choice[str]]:
    """Return the people nearest to what was typed; their names are shown, their ids sent."""
    found = directory.names.complete(typed, MOST, _NEAR)
    people = [directory.people[position] for position in found]
    return [_choice(person.name, person.id) for person in people]


def source_choices(sources: Sequence[Source], typed: str) -> list[app_commands.Choice[str]]:
    """Return the sources nearest to what was typed; their titles are shown, their ids sent."""
    names = NameSearch([source.title for source in sources])
    found = [sources[position] for position in names.complete(typed, MOST, _NEAR)]
    return [_choice(source.title, source.id) for source in found]


def tag_choices(tags: Sequence[str], typed: str) -> list[app_commands.Choice[str]]:
    """Return the tags nearest to what was typed."""
    found = NameSearch(tags).complete(typed, MOST, _NEAR)
    return [_choice(tags[position], tags[position]) for position in found]


def publisher_choices(library: Library, typed: str) -> list[app_commands.Choice[str]]:
    """Return the publishers whose names contain what was typed."""
    wanted = entry_of(typed)
    having = [source for source in sources_of(library.articles) if wanted in entry_of(source)]
    short = [source for source in having if len(source) <= MAX_CHOICE]
    return [_choice(source, source) for source in short[:MOST]]


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=clip(plain(name), MAX_CHOICE) or value, value=value)
