"""The buttons under lists: turn the page, or summarise an article of the list."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.asker import guild_of, place_of
from bot.discord_app.buttons.base import (
    FootnoteButton,
    FootnoteMenu,
    arrow,
    check_asker,
    chosen,
    turned,
    within,
)
from bot.discord_app.fair_use import QUESTION
from bot.discord_app.markdown import clip
from bot.discord_app.sending import replying
from bot.discord_app.shown.articles import ARTICLES_A_PAGE, articles_layout
from bot.discord_app.shown.person import PEOPLE_A_PAGE, people_layout, person_layout
from bot.discord_app.shown.summary import summary_layout
from bot.discord_app.stored_hits import find_article
from bot.discord_app.user_error import UserError
from bot.language.plain_text import plain
from bot.library.article_list import Wanted, list_newest

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.asker import Place
    from bot.discord_app.locale.language import Language
    from bot.library.shelves.shelves import Shelves
    from bot.people.person import Person

ALL = Wanted()
PEOPLE = "people"
ARTICLES = "articles"

_OPTION_LIMIT = 100
_MOST_OPTIONS = 25


class PageButton(
    FootnoteButton,
    template=(
        r"fn:(?P<way>prev|next):(?P<what>people|articles):(?P<page>\d{1,6}):(?P<asker>\d{1,20})"
        r"(?::(?P<wanted>.{1,50}))?"
    ),
):
    """Turns to the page of a list before or after the one that is shown.

    Args:
        way: ``prev`` or ``next``.
        what: ``PEOPLE`` or ``ARTICLES``.
        page: The page that is shown, from 0.
        asker: The member who may turn it.
        wanted: The articles in the list.
        disabled: Whether there is no page that way.
    """

    def __init__(
        self,
        way: str,
        what: str,
        page: int,
        asker: int,
        wanted: Wanted = ALL,
        *,
        disabled: bool = False,
    ) -> None:
        self.what = what
        self.page = turned(way, page)
        self.asker = asker
        self.wanted = wanted
        written = wanted.write()
        custom_id = f"fn:{way}:{what}:{page}:{asker}" + (f":{written}" if written else "")
        super().__init__(arrow(way, custom_id, disabled=disabled))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id."""
        wanted = Wanted.read(match["wanted"] or "")
        return cls(match["way"], match["what"], int(match["page"]), int(match["asker"]), wanted)

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Replace the shown page by the other one."""
        check_asker(interaction, self.asker)
        where = (app.shelves, place_of(interaction), self.page, interaction.user.id, language)
        async with replying(interaction, in_place=True) as reply:
            if self.what == PEOPLE:
                await reply.send(await people_page(*where))
            else:
                await reply.send(await articles_page(*where, self.wanted))


class SummariseButton(FootnoteButton, template=r"fn:sum:(?P<article>[a-z0-9-]{1,60})"):
    """Summarises an article of a list for the member who presses it.

    Args:
        article: The article's id.
        label: The label of the button.
    """

    cost = QUESTION

    def __init__(self, article: str, label: str = "…") -> None:
        self.article = article
        super().__init__(discord.ui.Button(label=label, custom_id=f"fn:sum:{article}"))

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show the summary to whoever pressed."""
        library = await app.shelves.library(guild_of(interaction))
        article = find_article(self.article, library)
        async with replying(interaction, private=True) as reply:
            summary = await asyncio.to_thread(library.summary, article.id)
            await reply.send(summary_layout(summary, language))


class PersonMenu(FootnoteMenu, template=r"fn:person"):
    """Shows the card of a person of the list to whoever chooses one.

    Args:
        people: The people to choose from.
        placeholder: The placeholder of the menu.
    """

    cost = QUESTION

    def __init__(self, people: Sequence[Person] = (), placeholder: str = "…") -> None:
        options = [
            discord.SelectOption(label=clip(plain(one.name), _OPTION_LIMIT), value=one.id)
            for one in people
            if len(one.id) <= _OPTION_LIMIT
        ]
        menu = discord.ui.Select[Any](
            custom_id="fn:person", placeholder=placeholder, options=options
        )
        super().__init__(menu)

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show the card to whoever chose."""
        async with replying(interaction, private=True) as reply:
            directory = await app.shelves.people(*place_of(interaction))
            person = next(filter(None, map(directory.get, chosen(interaction))), None)
            if person is None:
                raise UserError("The articles no longer name that person.")
            await reply.send(person_layout(person, language))


def person_menu(people: Sequence[Person], language: Language) -> PersonMenu | None:
    """Return the menu of people to choose from, if there are any."""
    listed = [person for person in people if len(person.id) <= _OPTION_LIMIT][:_MOST_OPTIONS]
    return PersonMenu(listed, language.say("See who it is")) if listed else None


async def people_page(
    shelves: Shelves, place: Place, page: int, asker: int, language: Language
) -> discord.ui.LayoutView:
    """Return a page, from 0, of the list of people, with its buttons."""
    directory = await shelves.people(*place)
    people = directory.people
    page, pages = within(page, len(people), PEOPLE_A_PAGE)
    return people_layout(
        people,
        page,
        pages,
        language,
        unlisted=directory.unlisted,
        menu=person_menu(people[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE], language),
        buttons=_turns(PEOPLE, page, pages, asker),
    )


async def articles_page(
    shelves: Shelves,
    place: Place,
    page: int,
    asker: int,
    language: Language,
    wanted: Wanted = ALL,
) -> discord.ui.LayoutView:
    """Return a page, from 0, of the list of articles, with a button to summarise each."""
    library = await shelves.library(*place)
    articles = await asyncio.to_thread(list_newest, library, wanted)
    page, pages = within(page, len(articles), ARTICLES_A_PAGE)
    shown = articles[page * ARTICLES_A_PAGE : (page + 1) * ARTICLES_A_PAGE]
    label = language.say("Summarise")
    summaries = [SummariseButton(article.id, label) for article in shown]
    turns = _turns(ARTICLES, page, pages, asker, wanted)
    return articles_layout(
        articles, page, pages, (summaries, turns), language, searched=wanted != ALL
    )


def _turns(what: str, page: int, pages: int, asker: int, wanted: Wanted = ALL) -> list[PageButton]:
    if pages == 1:
        return []
    return [
        PageButton("prev", what, page, asker, wanted, disabled=page == 0),
        PageButton("next", what, page, asker, wanted, disabled=page == pages - 1),
    ]
