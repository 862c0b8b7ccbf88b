"""A question that somebody asked in Discord."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import discord

    from bot.discord_app.asker import Asker
    from bot.library.answering.turn import Turn


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that somebody asked.

    Attributes:
        text: The question, or the claim.
        asker: Who asked.
        article: The id of the only article to search, if it is one.
        after: The previous turn of the conversation, if there is one.
        is_claim: Whether the text is a claim, to be compared with the articles.
        message: The message that asks, if the answer follows that message.
        replaces: The id of the earlier answer that the new one replaces, if any.
    """

    text: str
    asker: Asker
    article: str | None = None
    after: Turn | None = None
    is_claim: bool = False
    message: discord.Message | discord.PartialMessage | None = None
    replaces: str | None = None
