"""``/who``: tell who a person is, from the articles' own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.choices import person_choices
from bot.discord_app.embeds import people_embed, person_embed
from bot.discord_app.errors import UserError
from bot.discord_app.markdown import escape

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.insight.people import PeopleDirectory
    from bot.insight.person import Person
    from bot.librarian import Librarian


class WhoCog(commands.Cog):
    """Answer ``/who``."""

    def __init__(self, librarian: Librarian) -> None:
        self._librarian = librarian

    @app_commands.command()
    @app_commands.describe(name="Whose card? Everybody is listed if left out.")
    async def who(
        self,
        interaction: discord.Interaction[FootnoteBot],
        name: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        """Find out who somebody is, in the articles' own words."""
        people = _look_up(await self._librarian.people(), name)
        embed = person_embed(people[0]) if len(people) == 1 and name else people_embed(people)
        await interaction.response.send_message(embed=embed)

    @who.autocomplete("name")
    async def complete_name(
        self,
        interaction: discord.Interaction[FootnoteBot],
        typed: str,
    ) -> list[app_commands.Choice[str]]:
        """Offer the people whose names come nearest to what was typed."""
        return person_choices(await self._librarian.people(), typed)


def _look_up(directory: PeopleDirectory, name: str | None) -> tuple[Person, ...]:
    """Find whom an id from the autocompletion, or a name as typed, means."""
    chosen = directory.get(name) if name else None
    if chosen:
        return (chosen,)
    found = directory.find(name or "")
    if found.people or not name:
        return found.people
    nearest = ", ".join(escape(suggestion, 80) for suggestion in found.suggestions)
    hint = f" Did you mean {nearest}?" if nearest else ""
    message = f"The articles name nobody called “{escape(name, 100)}”.{hint}"
    raise UserError(message)
