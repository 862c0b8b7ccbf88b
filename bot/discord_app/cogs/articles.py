"""``/articles`` and ``/help``: what the bot knows, and how to ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.buttons.pages import articles_page
from bot.discord_app.command_access import asker_of, everywhere
from bot.discord_app.shown.articles import help_embed

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.library.library import Library
    from bot.people.directory import PeopleDirectory

_TRIED = 20


class ArticlesCog(commands.Cog):
    """Answer ``/articles`` and ``/help``."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @app_commands.command()
    @everywhere
    async def articles(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """See every article that the answers come from."""
        language = asker_of(interaction).language
        user = interaction.user.id
        embed, view = await articles_page(self._bot.librarian, 0, user, language)
        await interaction.response.send_message(embed=embed, view=view)

    @app_commands.command()
    @everywhere
    async def help(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """See what Footnote can do, with examples from these articles."""
        language = asker_of(interaction).language
        people = await self._bot.librarian.people()
        examples = find_examples(self._bot.librarian.library, people)
        await interaction.response.send_message(
            embed=help_embed(examples, language), ephemeral=True
        )


def find_examples(library: Library, people: PeopleDirectory) -> list[str]:
    """Find commands that these articles answer: a question, a person, and an article."""
    examples = []
    known = [person for person in people.people[:_TRIED] if person.roles]
    for person in known:
        question = f"Who is {person.name}?"
        if library.ask(question).answered:
            examples.append(f"/ask question:{question}")
            break
    examples.extend(f"/who name:{person.name}" for person in known[:1])
    examples.extend(f"/summary article:{article.title}" for article in library.articles[:1])
    return examples
