"""The buttons under answers. Their state is in their custom id, so they survive a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import discord

from bot.discord_app.embeds import nearest_embed
from bot.discord_app.errors import UserError, report
from bot.retrieval.answer import Hit

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.client import FootnoteBot
    from bot.library import Library

_DIGEST_LENGTH = 6


class FootnoteButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"fn:none"):
    """Answer a press; a failure is told to whoever pressed, and logged."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press."""
        try:
            await self.press(interaction)
        except Exception as error:
            await report(interaction, error)

    async def press(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """Do what the button is for."""
        raise NotImplementedError


class NearestButton(
    FootnoteButton,
    template=r"fn:near:(?P<article>[a-z0-9-]{1,60}):(?P<digest>[0-9a-f]{6})"
    r":(?P<passage>\d{1,6}):(?P<sentence>\d{1,4})",
):
    """Show the nearest passage to a question that was not answered."""

    LABEL: ClassVar[str] = "Show the nearest passage"

    def __init__(self, article: str, digest: str, passage: int, sentence: int) -> None:
        self.article = article
        self.digest = digest
        self.passage = passage
        self.sentence = sentence
        super().__init__(
            discord.ui.Button(
                label=self.LABEL,
                style=discord.ButtonStyle.secondary,
                custom_id=f"fn:near:{article}:{digest}:{passage}:{sentence}",
            )
        )

    @classmethod
    def for_hit(cls, hit: Hit) -> Self:
        """Make the button that shows a hit."""
        return cls(
            hit.article.id,
            hit.article.digest[:_DIGEST_LENGTH],
            hit.article.passages.index(hit.passage),
            hit.passage.sentences.index(hit.sentence),
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        """Make the button again from what its custom id holds."""
        return cls(match["article"], match["digest"], int(match["passage"]), int(match["sentence"]))

    async def press(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """Show the passage to whoever pressed."""
        hit = self.find(interaction.client.librarian.library)
        await interaction.response.send_message(embed=nearest_embed(hit), ephemeral=True)

    def find(self, library: Library) -> Hit:
        """Find the passage in the library of today.

        Raises:
            UserError: The article is gone or has changed.
        """
        article = library.article(self.article)
        if article is None:
            message = "That article is no longer here."
            raise UserError(message)
        if article.digest[:_DIGEST_LENGTH] != self.digest:
            message = "That article has changed since. Ask again to see what it says now."
            raise UserError(message)
        passage = article.passages[self.passage]
        return Hit(article, passage, passage.sentences[self.sentence], 0.0, ())


def not_found_view(nearest: Hit | None) -> discord.ui.View | None:
    """Offer the nearest passage behind a button, where there is one."""
    if nearest is None:
        return None
    view = discord.ui.View(timeout=None)
    view.add_item(NearestButton.for_hit(nearest))
    return view


BUTTONS: tuple[type[FootnoteButton], ...] = (NearestButton,)
"""Every kind of button that the bot answers."""
