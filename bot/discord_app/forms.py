"""Forms that members fill in; they are answered even after a restart of the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import discord

from bot.discord_app.app import app_of
from bot.discord_app.error_messages import report

if TYPE_CHECKING:
    from typing import Self

    from bot.discord_app.locale.language import Language


class FootnoteForm(discord.ui.Modal):
    """A form that is made again when it is sent off: nothing of an open one is kept in memory.

    Args:
        title: What stands above it.

    Attributes:
        name: Its custom id, by which it is known again.
    """

    name: ClassVar[str]

    def __init__(self, title: str) -> None:
        super().__init__(title=title, timeout=None, custom_id=self.name)

    @classmethod
    def blank(cls, language: Language) -> Self:
        """Make the form again for what a member has filled in.

        Args:
            language: The member's language.
        """
        raise NotImplementedError

    async def open_for(self, interaction: discord.Interaction) -> None:
        """Show the form to a member."""
        # A form that is finished is not kept by discord.py, which would know it by its memory.
        self.stop()
        await interaction.response.send_modal(self)

    # A modal is given no item, unlike other views.
    async def on_error(  # type: ignore[override]
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        """Report a failure to whoever filled the form in, and to the log."""
        await report(interaction, error)


async def submit(
    interaction: discord.Interaction[Any], forms: tuple[type[FootnoteForm], ...]
) -> None:
    """Answer a form that was sent off.

    Args:
        interaction: What Discord tells; other things than forms are left alone.
        forms: The forms that there are.
    """
    if interaction.type is not discord.InteractionType.modal_submit:
        return
    data: Any = interaction.data or {}
    form = next((form for form in forms if form.name == data.get("custom_id")), None)
    if form is None:
        return
    app = app_of(interaction)
    with app.running.answering():
        # discord.py answers by this the forms that it has in memory.
        await form.blank(app.languages.of(interaction.locale))._dispatch_submit(
            interaction, data["components"], data.get("resolved", {})
        )
