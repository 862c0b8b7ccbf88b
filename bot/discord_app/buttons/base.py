"""What every button shares: it answers a press, and a failure is told and logged."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.errors import UserError, report
from bot.monitoring.log import code_of, log_event
from bot.retrieval.answer import Hit
from bot.storage.sqlite.answers import StoredHit

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.articles.article import Article
    from bot.discord_app.client import FootnoteBot
    from bot.discord_app.locale.language import Language
    from bot.library.library import Library

log = logging.getLogger(__name__)

DIGEST_LENGTH = 6


class FootnoteButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"fn:none"):
    """Answer a press; a failure is told to whoever pressed, and logged."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        """Make the button again for whoever presses it."""
        return cls.made_of(match)

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from what its custom id holds."""
        raise NotImplementedError

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press."""
        language = interaction.client.languages.of(interaction.locale)
        try:
            with interaction.client.under_way.answering():
                await self.press(interaction, language)
            log_event(
                log,
                "button",
                code=code_of(interaction.id),
                guild=interaction.guild_id or "-",
                button=type(self).__name__,
            )
        except Exception as error:
            await report(interaction, error, language)

    async def press(
        self, interaction: discord.Interaction[FootnoteBot], language: Language
    ) -> None:
        """Do what the button is for."""
        raise NotImplementedError


def store_hit(hit: Hit) -> StoredHit:
    """Name a hit, to find it again later."""
    return StoredHit(
        hit.article.id,
        hit.article.digest[:DIGEST_LENGTH],
        hit.article.passages.index(hit.passage),
        hit.passage.sentences.index(hit.sentence),
    )


def find_article(article_id: str, library: Library) -> Article:
    """Find an article in the library of today.

    Raises:
        UserError: It is gone.
    """
    article = library.article(article_id)
    if article is None:
        raise UserError("That article is no longer here.")
    return article


def find_hit(stored: StoredHit, library: Library) -> Hit:
    """Find a hit in the library of today.

    Raises:
        UserError: The article is gone or has changed.
    """
    article = find_article(stored.article, library)
    if article.digest[:DIGEST_LENGTH] != stored.digest:
        raise UserError("That article has changed since. Ask again to see what it says now.")
    passage = article.passages[stored.passage]
    return Hit(article, passage, passage.sentences[stored.sentence], 0.0, ())


def arrow(way: str, custom_id: str, *, disabled: bool) -> discord.ui.Button[Any]:
    """Make what turns a page.

    Args:
        way: ``prev`` or ``next``.
        custom_id: The button's custom id.
        disabled: Whether there is no page that way.
    """
    emoji = "▶️" if way == "next" else "◀️"
    return discord.ui.Button(emoji=emoji, disabled=disabled, custom_id=custom_id)


def turned(way: str, page: int) -> int:
    """Give the page that is one way, ``prev`` or ``next``, from another."""
    return page + (1 if way == "next" else -1)


def check_asker(interaction: discord.Interaction[Any], asker_id: int) -> None:
    """Let only whoever asked go on.

    Raises:
        UserError: It is somebody else.
    """
    if interaction.user.id != asker_id:
        raise UserError("Only whoever asked can turn the pages. Ask yourself with /ask.")
