"""The buttons under lists: they turn the page, or summarise an article of the list."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.discord_app.asker import guild_of
from bot.discord_app.buttons.base import (
    FootnoteButton,
    arrow,
    check_asker,
    turned,
)
from bot.discord_app.fair_use import QUESTION
from bot.discord_app.sending import replying
from bot.discord_app.shown.articles import ARTICLES_A_PAGE, articles_layout
from bot.discord_app.shown.person import PEOPLE_A_PAGE, people_layout
from bot.discord_app.shown.summary import summary_layout
from bot.discord_app.stored_hits import find_article

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.library.shelves import Shelves

PEOPLE = "people"
ARTICLES = "articles"


class PageButton(
    FootnoteButton,
    template=r"fn:(?P<way>prev|next):(?P<what>people|articles):(?P<page>\d{1,6}):(?P<asker>\d{1,20})",
):
    """Turns to the page of a list before or after the one that is shown.

    Args:
        way: ``prev`` or ``next``.
        what: ``PEOPLE`` or ``ARTICLES``.
        page: The page that is shown, from 0.
        asker: Who may turn it.
        disabled: Whether there is no page that way.
    """

    def __init__(
        self, way: str, what: str, page: int, asker: int, *, disabled: bool = False
    ) -> None:
        self.what = what
        self.page = turned(way, page)
        self.asker = asker
        super().__init__(arrow(way, f"fn:{way}:{what}:{page}:{asker}", disabled=disabled))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from its custom id."""
        return cls(match["way"], match["what"], int(match["page"]), int(match["asker"]))

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show the other page in the place of this one."""
        check_asker(interaction, self.asker)
        show = people_page if self.what == PEOPLE else articles_page
        async with replying(interaction, in_place=True) as reply:
            await reply.send(
                await show(
                    app.shelves, guild_of(interaction), self.page, interaction.user.id, language
                )
            )


class SummariseButton(FootnoteButton, template=r"fn:sum:(?P<article>[a-z0-9-]{1,60})"):
    """Summarises an article of a list, for whoever presses.

    Args:
        article: The article's id.
        label: What the button says.
    """

    cost = QUESTION

    def __init__(self, article: str, label: str = "…") -> None:
        self.article = article
        super().__init__(discord.ui.Button(label=label, custom_id=f"fn:sum:{article}"))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from its custom id."""
        return cls(match["article"])

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show the summary to whoever pressed."""
        library = await app.shelves.library(guild_of(interaction))
        article = find_article(self.article, library)
        async with replying(interaction, private=True) as reply:
            summary = await asyncio.to_thread(library.summary, article.id)
            await reply.send(summary_layout(summary, language))


async def people_page(
    shelves: Shelves, guild_id: int | None, page: int, asker: int, language: Language
) -> discord.ui.LayoutView:
    """Return a page, from 0, of the list of people, with its buttons."""
    directory = await shelves.people(guild_id)
    people = directory.people
    page, pages = _within(page, len(people), PEOPLE_A_PAGE)
    buttons = _turns(PEOPLE, page, pages, asker)
    return people_layout(
        people, page, pages, language, unlisted=directory.unlisted, buttons=buttons
    )


async def articles_page(
    shelves: Shelves, guild_id: int | None, page: int, asker: int, language: Language
) -> discord.ui.LayoutView:
    """Return a page, from 0, of the list of articles, with a button to summarise each."""
    articles = (await shelves.library(guild_id)).articles
    page, pages = _within(page, len(articles), ARTICLES_A_PAGE)
    shown = articles[page * ARTICLES_A_PAGE : (page + 1) * ARTICLES_A_PAGE]
    label = language.say("Summarise")
    summaries = [SummariseButton(article.id, label) for article in shown]
    turns = _turns(ARTICLES, page, pages, asker)
    return articles_layout(articles, page, pages, (summaries, turns), language)


def _within(page: int, count: int, a_page: int) -> tuple[int, int]:
    pages = max(1, -(-count // a_page))
    return max(0, min(page, pages - 1)), pages


def _turns(what: str, page: int, pages: int, asker: int) -> list[PageButton]:
    if pages == 1:
        return []
    return [
        PageButton("prev", what, page, asker, disabled=page == 0),
        PageButton("next", what, page, asker, disabled=page == pages - 1),
    ]
