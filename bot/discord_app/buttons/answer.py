"""The buttons under an answer: through its hits, around a passage, and for or against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.buttons.base import (
    FootnoteButton,
    arrow,
    check_asker,
    find_hit,
    turned,
)
from bot.discord_app.errors import UserError
from bot.discord_app.shown.answer import context_embed, other_hit_embed, with_question

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.client import FootnoteBot
    from bot.discord_app.locale.language import Language
    from bot.storage.sqlite.answers import ShownAnswer, Votes

_ID = r"(?P<answer>[\w-]{6,16})"
_UP, _DOWN = "👍", "👎"
_MAX_URL = 512


class TurnButton(FootnoteButton, template=rf"fn:(?P<way>prev|next):{_ID}:(?P<page>\d)"):
    """Turn to an answer's hit before or behind the one that is shown.

    Args:
        way: ``prev`` or ``next``.
        answer: The answer's id.
        page: The hit that is shown, from 0.
        disabled: Whether there is none that way.
    """

    def __init__(self, way: str, answer: str, page: int, *, disabled: bool = False) -> None:
        self.answer = answer
        self.page = turned(way, page)
        super().__init__(arrow(way, f"fn:{way}:{answer}:{page}", disabled=disabled))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from what its custom id holds."""
        return cls(match["way"], match["answer"], int(match["page"]))

    async def press(
        self, interaction: discord.Interaction[FootnoteBot], language: Language
    ) -> None:
        """Show the other hit in the place of this one."""
        bot = interaction.client
        await interaction.response.defer()
        shown = await _load(bot, self.answer)
        check_asker(interaction, shown.asker_id)
        page = max(0, min(self.page, len(shown.hits) - 1))
        hit = find_hit(shown.hits[page], bot.librarian.library)
        embed = other_hit_embed(hit, page, len(shown.hits), language)
        embeds = interaction.message.embeds if interaction.message else []
        asked = embeds[0].author.name if embeds else None
        votes = await _votes_shown(bot, shown)
        view = answer_view(shown, page, hit.article.url, votes, language)
        await interaction.edit_original_response(embed=with_question(embed, asked), view=view)


class ContextButton(FootnoteButton, template=rf"fn:context:{_ID}:(?P<page>\d)"):
    """Show the passages before and after the one that is shown, to whoever presses.

    Args:
        answer: The answer's id.
        page: The hit that is shown, from 0.
        label: What the button says.
    """

    def __init__(self, answer: str, page: int, label: str = "…") -> None:
        self.answer = answer
        self.page = page
        super().__init__(discord.ui.Button(label=label, custom_id=f"fn:context:{answer}:{page}"))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from what its custom id holds."""
        return cls(match["answer"], int(match["page"]))

    async def press(
        self, interaction: discord.Interaction[FootnoteBot], language: Language
    ) -> None:
        """Show the passages around."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        shown = await _load(interaction.client, self.answer)
        stored = shown.hits[min(self.page, len(shown.hits) - 1)]
        hit = find_hit(stored, interaction.client.librarian.library)
        embed = context_embed(hit.article, stored.passage, language)
        await interaction.followup.send(embed=embed, ephemeral=True)


class VoteButton(FootnoteButton, template=rf"fn:(?P<way>up|down):{_ID}:(?P<page>\d)"):
    """Vote for or against an answer; the same vote again takes it back.

    Args:
        way: ``up`` or ``down``.
        answer: The answer's id.
        page: The hit that is shown, from 0.
        count: How many votes so there are.
    """

    def __init__(self, way: str, answer: str, page: int, count: int = 0) -> None:
        self.value = 1 if way == "up" else -1
        self.answer = answer
        self.page = page
        super().__init__(
            discord.ui.Button(
                emoji=_UP if way == "up" else _DOWN,
                label=str(count) if count else None,
                custom_id=f"fn:{way}:{answer}:{page}",
            )
        )

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from what its custom id holds."""
        return cls(match["way"], match["answer"], int(match["page"]))

    async def press(
        self, interaction: discord.Interaction[FootnoteBot], language: Language
    ) -> None:
        """Count the vote, and show the counts."""
        bot = interaction.client
        await interaction.response.defer()
        shown = await _load(bot, self.answer)
        if not bot.service.guilds.get(shown.guild_id).feedback:
            raise UserError("Votes are switched off in this server.")
        votes = await bot.service.answers.vote(shown.id, interaction.user.id, self.value)
        page = min(self.page, len(shown.hits) - 1)
        article = bot.librarian.library.article(shown.hits[page].article)
        view = answer_view(shown, page, article.url if article else None, votes, language)
        await interaction.edit_original_response(view=view)


def answer_view(
    shown: ShownAnswer, page: int, url: str | None, votes: Votes | None, language: Language
) -> discord.ui.View:
    """Lay out the buttons under an answer.

    Args:
        shown: The answer.
        page: The hit that is shown, from 0.
        url: Where the article was published, if known.
        votes: The votes to show; ``None`` where members can't vote.
        language: The language of the buttons.
    """
    view = discord.ui.View(timeout=None)
    if len(shown.hits) > 1:
        view.add_item(TurnButton("prev", shown.id, page, disabled=page == 0))
        view.add_item(TurnButton("next", shown.id, page, disabled=page == len(shown.hits) - 1))
    view.add_item(ContextButton(shown.id, page, language.say("Context")))
    if votes is not None:
        view.add_item(VoteButton("up", shown.id, page, votes.up))
        view.add_item(VoteButton("down", shown.id, page, votes.down))
    if url and len(url) <= _MAX_URL:
        label = language.say("Read the article")
        view.add_item(discord.ui.Button(label=label, url=url, row=1))
    return view


async def _load(bot: FootnoteBot, answer_id: str) -> ShownAnswer:
    shown = await bot.service.answers.get(answer_id)
    if shown is None or not shown.hits:
        raise UserError("That answer is no longer known. Ask again.")
    return shown


async def _votes_shown(bot: FootnoteBot, shown: ShownAnswer) -> Votes | None:
    if not bot.service.guilds.get(shown.guild_id).feedback:
        return None
    return await bot.service.answers.votes(shown.id)
