"""``/summary``: condense an article, or all articles on a topic, into quoted sentences."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of, place_of
from bot.discord_app.autocomplete import complete_article, day_choices, tag_choices
from bot.discord_app.cogs.ask import MAX_QUESTION  # noqa: TC001 - discord.py reads annotations
from bot.discord_app.command_access import everywhere
from bot.discord_app.markdown import escape
from bot.discord_app.sending import replying
from bot.discord_app.shown.citation import date
from bot.discord_app.shown.summary import digest_layout, summary_layout, topic_layout
from bot.discord_app.user_error import UserError
from bot.summary.digest import day_of, newest_first
from bot.summary.summary import LENGTHS

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.discord_app.asker import Asker
    from bot.discord_app.locale.language import Language
    from bot.library.library import Library
    from bot.summary.summary import Summary, TopicSummary


class SummaryCog(commands.Cog):
    """The command ``/summary``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @everywhere
    @app_commands.describe(
        article="Which article? If left out, the newest.",
        length="How long? If left out, medium: about 120 words.",
        topic="A question or a few words: what do the articles say about it?",
        day="One sentence of each article of a day, such as 2026-02-15.",
        tagged="Only articles of sources with this tag: one sentence of each, newest first.",
        private="Show the summary only to you?",
    )
    @app_commands.autocomplete(article=complete_article)
    @app_commands.choices(length=[app_commands.Choice(name=name, value=name) for name in LENGTHS])
    async def summary(
        self,
        interaction: discord.Interaction,
        article: app_commands.Range[str, 1, MAX_QUESTION] | None = None,
        length: str = "medium",
        topic: app_commands.Range[str, 1, MAX_QUESTION] | None = None,
        day: app_commands.Range[str, 1, 20] | None = None,
        tagged: app_commands.Range[str, 1, 30] | None = None,
        private: bool = False,
    ) -> None:
        """Get the main points of an article or a topic, in sentences quoted from the articles."""
        asker, words = asker_of(interaction), LENGTHS[length]
        language = asker.language
        async with replying(interaction, private=private) as reply:
            library = await self._library(asker, tagged)
            if topic is not None:
                about = await asyncio.to_thread(_about, library, article, topic, words)
                await reply.send(topic_layout(about, language))
                return
            if day is not None:
                await reply.send(await asyncio.to_thread(_of_day, library, day, language))
                return
            if tagged is not None and article is None:
                sentences = await asyncio.to_thread(library.digest, library.articles)
                await reply.send(digest_layout(escape(tagged), sentences, language))
                return
            result, footer = await asyncio.to_thread(_summary, library, article, words, language)
            await reply.send(summary_layout(result, language, footer=footer))

    async def _library(self, asker: Asker, tag: str | None) -> Library:
        """Return the library to summarise from.

        Raises:
            UserError: No source is filed under the tag.
        """
        if tag is None:
            return await self._app.shelves.library(*asker.place)
        library = await self._app.shelves.tagged(*asker.place, tag=tag)
        if library is None:
            raise UserError("No source has the tag “{tag}”.", tag=escape(tag))
        return library

    @summary.autocomplete("day")
    async def complete_day(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the days that have articles."""
        asker = asker_of(interaction)
        library = await self._app.shelves.library(*asker.place)
        return await asyncio.to_thread(day_choices, library, typed, asker.language)

    @summary.autocomplete("tagged")
    async def complete_tag(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the tags of this server's own sources that come nearest to what was typed."""
        return tag_choices(await self._app.shelves.tags(*place_of(interaction)), typed)


def _about(library: Library, article: str | None, topic: str, words: int) -> TopicSummary:
    return library.within(article).topic_summary(topic, words)


def _summary(
    library: Library, article: str | None, words: int, language: Language
) -> tuple[Summary, str | None]:
    """Return a summary of the article that is named, or of the newest, with a note of that."""
    if article is not None or len(library.articles) <= 1:
        return library.summary(article, words), None
    newest = newest_first(library.articles)[0]
    footer = language.say("Summary of the newest article · every word is quoted")
    return library.summary(newest.id, words), footer


def _of_day(library: Library, day: str, language: Language) -> discord.ui.LayoutView:
    """Return one sentence of each article of a day.

    Raises:
        UserError: It is no day, or no article is of it.
    """
    wanted = day_of(day)
    if wanted is None:
        raise UserError("“{day}” is not a day: write it as 2026-02-15.", day=escape(day))
    dates = {one.date for one in library.articles if one.date}
    if not dates:
        raise UserError("There is no article of that day.")
    if wanted not in dates:
        nearest = min(dates, key=lambda one: (abs(one - wanted), one))
        raise UserError(
            "There is no article of that day. The nearest day with one is {day}.",
            day=date(nearest),
        )
    articles = [one for one in library.articles if one.date == wanted]
    return digest_layout(date(wanted), library.digest(articles), language)
