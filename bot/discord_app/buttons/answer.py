"""The buttons under an answer: the other hits, the context of a passage, and votes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord

from bot.discord_app.asker import guild_of
from bot.discord_app.buttons.base import (
    FootnoteButton,
    arrow,
    check_asker,
    turned,
)
from bot.discord_app.buttons.passage import copy_button
from bot.discord_app.sending import replying
from bot.discord_app.shown.answer import Frame, context_layout, hit_layout, which_of
from bot.discord_app.shown.layout import asked_in
from bot.discord_app.stored_hits import find_hit
from bot.discord_app.user_error import UserError
from bot.storage.answers import Votes
from bot.storage.errors import AwayError

if TYPE_CHECKING:
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.discord_app.sending import Layout
    from bot.storage.answers import ShownAnswer

_ID = r"(?P<answer>[\w-]{6,16})"
_UP, _DOWN = "👍", "👎"
_VOTE = re.compile(r"fn:(?P<way>up|down):")


class TurnButton(FootnoteButton, template=rf"fn:(?P<way>prev|next):{_ID}:(?P<page>\d)"):
    """Turns to the hit of an answer before or after the one that is shown.

    Args:
        way: ``prev`` or ``next``.
        answer: The answer's id.
        page: The index of the hit that is shown.
        disabled: Whether there is no hit that way.
    """

    def __init__(self, way: str, answer: str, page: int, *, disabled: bool = False) -> None:
        self.answer = answer
        self.page = turned(way, page)
        super().__init__(arrow(way, f"fn:{way}:{answer}:{page}", disabled=disabled))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id."""
        return cls(match["way"], match["answer"], int(match["page"]))

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Replace the shown hit by the other one."""
        async with replying(interaction, in_place=True) as reply:
            shown = await _load(app, self.answer, interaction)
            check_asker(interaction, shown.asker_id)
            page = max(0, min(self.page, len(shown.hits) - 1))
            hit = find_hit(shown.hits[page], await app.shelves.library(guild_of(interaction)))
            frame = Frame(
                footer=which_of(page, len(shown.hits), language),
                copy=copy_button(shown.hits[page], language),
                under=answer_buttons(shown, page, await _votes_shown(app, shown, page), language),
                question=asked_in(interaction.message),
            )
            await reply.send(hit_layout(hit, frame, language))


class ContextButton(FootnoteButton, template=rf"fn:context:{_ID}:(?P<page>\d)"):
    """Shows the passages before and after the one that is shown, to the member who presses it.

    Args:
        answer: The answer's id.
        page: The index of the hit that is shown.
        label: The label of the button.
    """

    def __init__(self, answer: str, page: int, label: str = "…") -> None:
        self.answer = answer
        self.page = page
        super().__init__(discord.ui.Button(label=label, custom_id=f"fn:context:{answer}:{page}"))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id."""
        return cls(match["answer"], int(match["page"]))

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show the passages around it."""
        async with replying(interaction, private=True) as reply:
            shown = await _load(app, self.answer, interaction)
            stored = shown.hits[min(self.page, len(shown.hits) - 1)]
            hit = find_hit(stored, await app.shelves.library(guild_of(interaction)))
            await reply.send(context_layout(hit.quote, stored.passage, language))


class VoteButton(FootnoteButton, template=rf"fn:(?P<way>up|down):{_ID}:(?P<page>\d)"):
    """Votes for or against an answer; the same vote again removes it.

    Args:
        way: ``up`` or ``down``.
        answer: The answer's id.
        page: The index of the hit that is shown.
        count: The number of votes of that kind.
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
        """Recreate the button from its custom id."""
        return cls(match["way"], match["answer"], int(match["page"]))

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Count the vote, and show the counts."""
        async with replying(interaction, in_place=True) as reply:
            shown = await _load(app, self.answer, interaction)
            if not app.stores.guilds.get(shown.guild_id).feedback:
                raise UserError("Votes are switched off in this server.")
            page = min(self.page, len(shown.hits) - 1)
            votes = await app.stores.answers.vote(shown.id, interaction.user.id, self.value, page)
            if interaction.message is not None:
                await reply.send(_counted(interaction.message, votes))


def answer_buttons(
    shown: ShownAnswer, page: int, votes: Votes | None, language: Language
) -> list[FootnoteButton]:
    """Return the buttons under an answer.

    Args:
        shown: The answer.
        page: The index of the hit that is shown.
        votes: The votes to show; ``None`` where members can't vote.
        language: The language of the buttons.
    """
    buttons: list[FootnoteButton] = []
    if len(shown.hits) > 1:
        last = len(shown.hits) - 1
        buttons.append(TurnButton("prev", shown.id, page, disabled=page == 0))
        buttons.append(TurnButton("next", shown.id, page, disabled=page == last))
    buttons.append(ContextButton(shown.id, page, language.say("Context")))
    if votes is not None:
        buttons.append(VoteButton("up", shown.id, page, votes.up))
        buttons.append(VoteButton("down", shown.id, page, votes.down))
    return buttons


def _counted(message: discord.Message, votes: Votes) -> Layout:
    """Return a message's layout with updated counts on its vote buttons."""
    kind = discord.ui.LayoutView if message.flags.components_v2 else discord.ui.View
    view = kind.from_message(message, timeout=None)
    for item in view.walk_children():
        if isinstance(item, discord.ui.Button):
            way = _VOTE.match(item.custom_id or "")
            if way:
                count = votes.up if way["way"] == "up" else votes.down
                item.label = str(count) if count else None
    return view


async def _load(app: App, answer_id: str, interaction: discord.Interaction) -> ShownAnswer:
    """Return the answer that a button is under; a forged button can't name another server's."""
    shown = await app.stores.answers.get(answer_id)
    if shown is None or not shown.hits or shown.guild_id != guild_of(interaction):
        raise UserError("That answer is no longer known. Ask again.")
    return shown


async def _votes_shown(app: App, shown: ShownAnswer, page: int) -> Votes | None:
    if not app.stores.guilds.get(shown.guild_id).feedback:
        return None
    try:
        return await app.stores.answers.votes(shown.id, page)
    except AwayError:
        # The page is worth more than its counts.
        return Votes()
