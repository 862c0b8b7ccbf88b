"""The button that shows the nearest passage to a question that was not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.asker import guild_of
from bot.discord_app.buttons.base import FootnoteButton
from bot.discord_app.shown.answer import nearest_embed
from bot.discord_app.stored_hits import find_hit
from bot.storage.answers import StoredHit

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language


class NearestButton(
    FootnoteButton,
    template=r"fn:near:(?P<article>[a-z0-9-]{1,60}):(?P<digest>[0-9a-f]{6})"
    r":(?P<passage>\d{1,6}):(?P<sentence>\d{1,4})",
):
    """Shows the nearest passage to whoever presses.

    Args:
        hit: The passage.
        label: What the button says.
    """

    def __init__(self, hit: StoredHit, label: str = "…") -> None:
        self.hit = hit
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"fn:near:{hit.article}:{hit.digest}:{hit.passage}:{hit.sentence}",
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
        await interaction.response.send_message(embed=nearest_embed(hit, language), ephemeral=True)
