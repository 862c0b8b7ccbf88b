"""The button by which members delete what is stored about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.buttons.base import FootnoteButton
from bot.discord_app.sending import replying
from bot.discord_app.shown.layout import notice

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language


class ForgetButton(FootnoteButton, template=r"fn:forget"):
    """Deletes a member's votes in all servers, and which answers the member asked for.

    Args:
        label: The label of the button.
    """

    cost = 0.0

    def __init__(self, label: str = "…") -> None:
        super().__init__(
            discord.ui.Button(label=label, style=discord.ButtonStyle.danger, custom_id="fn:forget")
        )

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Delete them, and say so."""
        async with replying(interaction, private=True) as reply:
            app.conversations.forget(interaction.user.id)
            votes = await app.stores.answers.forget_user(interaction.user.id)
            text = language.count(
                "Done: {n} vote of yours was deleted, and nothing shows any more which questions "
                "were yours.",
                "Done: {n} votes of yours were deleted, and nothing shows any more which questions "
                "were yours.",
                votes,
            )
            await reply.send(notice(text))
