"""The buttons that open a passage: one that may answer, or the nearest to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.asker import guild_of
from bot.discord_app.buttons.base import FootnoteButton
from bot.discord_app.shown.answer import nearest_embed, opened_embed
from bot.discord_app.stored_hits import find_hit
from bot.storage.answers import StoredHit

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.retrieval.answer import Hit

_HIT = (
    r"(?P<article>[a-z0-9-]{1,60}):(?P<digest>[0-9a-f]{6})"
    r":(?P<passage>\d{1,6}):(?P<sentence>\d{1,4})"
)


class PassageButton(FootnoteButton, template=rf"fn:open:{_HIT}"):
    """Shows a passage that may answer to whoever presses.

    Args:
        hit: The passage.
        label: What the button says.
    """

    prefix = "fn:open"

    def __init__(self, hit: StoredHit, label: str = "…") -> None:
        self.hit = hit
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"{self.prefix}:{hit.article}:{hit.digest}:{hit.passage}:{hit.sentence}",
            )
        )

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Make the button again from its custom id."""
        hit = StoredHit(
            match["article"], match["digest"], int(match["passage"]), int(match["sentence"])
        )
        return cls(hit)

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show the passage to whoever pressed."""
        hit = find_hit(self.hit, await app.shelves.library(guild_of(interaction)))
        await interaction.response.send_message(embed=self.embed_of(hit, language), ephemeral=True)

    @staticmethod
    def embed_of(hit: Hit, language: Language) -> discord.Embed:
        """Return what the button shows."""
        return opened_embed(hit, language)


class NearestButton(PassageButton, template=rf"fn:near:{_HIT}"):
    """Shows the nearest passage to a question that was not answered to whoever presses."""

    prefix = "fn:near"

    @staticmethod
    def embed_of(hit: Hit, language: Language) -> discord.Embed:
        """Return what the button shows."""
        return nearest_embed(hit, language)
