"""A question that somebody asked in Discord."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import discord

    from bot.discord_app.asker import Asker
    from bot.library.turn import Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that somebody asked.

    Attributes:
        text: The question, or what is claimed.
        asker: Who asked.
        article: The id of the only article to search, if it is one.
        after: What was asked and shown before it, if anything.
        is_claim: Whether it is something that is claimed, to be compared with the articles.
        message: The message that asks, if the answer follows that message.
        replaces: The id of the answer that this one takes the place of, if it is one.
    """

    text: str
    asker: Asker
    article: str | None = None
    after: Turn | None = None
    is_claim: bool = False
    message: discord.Message | discord.PartialMessage | None = None
    replaces: str | None = None
