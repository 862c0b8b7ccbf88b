"""``/who``: tell who a person is, from the articles' own words."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of, place_of
from bot.discord_app.autocomplete import person_choices
from bot.discord_app.buttons.pages import people_page, person_menu
from bot.discord_app.command_access import everywhere
from bot.discord_app.markdown import escape
from bot.discord_app.sending import replying
from bot.discord_app.shown.person import people_layout, person_layout
from bot.discord_app.user_error import UserError

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.people.lookup.directory import PeopleDirectory
    from bot.people.person import Person


_NAME_LIMIT = 100
_SUGGESTION_LIMIT = 80


class WhoCog(commands.Cog):
    """The command ``/who``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @everywhere
    @app_commands.describe(
        name="Whose card? If left out, everybody is listed.",
        private="Show the card only to you?",
    )
    async def who(
        self,
        interaction: discord.Interaction,
        name: app_commands.Range[str, 1, _NAME_LIMIT] | None = None,
        private: bool = False,
    ) -> None:
        """Find out who somebody is, in the articles' own words."""
        asker = asker_of(interaction)
        shelves, language = self._app.shelves, asker.language
        async with replying(interaction, private=private) as reply:
            if name is None:
                page = await people_page(shelves, asker.place, 0, asker.user_id, language)
                await reply.send(page)
                return
            directory = await shelves.people(*asker.place)
            people = await asyncio.to_thread(_look_up, directory, name)
            card = (
                person_layout(people[0], language)
                if len(people) == 1
                else people_layout(people, 0, 1, language, menu=person_menu(people, language))
            )
            await reply.send(card)

    @who.autocomplete("name")
    async def complete_name(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the people whose names come nearest to what was typed."""
        people = await self._app.shelves.people(*place_of(interaction))
        return await asyncio.to_thread(person_choices, people, typed)


def _look_up(directory: PeopleDirectory, name: str) -> tuple[Person, ...]:
    """Return the people that an id from the autocompletion, or a name as typed, means."""
    chosen = directory.get(name)
    if chosen:
        return (chosen,)
    found = directory.find(name)
    if found.people:
        return found.people
    shown = escape(name, _NAME_LIMIT)
    if found.suggestions:
        nearest = ", ".join(
            escape(suggestion, _SUGGESTION_LIMIT) for suggestion in found.suggestions
        )
        raise UserError(
            "The articles name nobody called “{name}”. Did you mean {nearest}?",
            name=shown,
            nearest=nearest,
        )
    raise UserError("The articles name nobody called “{name}”.", name=shown)
