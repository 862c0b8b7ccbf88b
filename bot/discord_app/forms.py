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
    """A form that is recreated when it is submitted: open forms are not kept in memory.

    Args:
        title: The title.

    Attributes:
        name: The custom id, by which it is recognised.
    """

    name: ClassVar[str]

    def __init__(self, title: str) -> None:
        super().__init__(title=title, timeout=None, custom_id=self.name)

    @classmethod
    def blank(cls, language: Language) -> Self:
        """Recreate the form for the values that a member has submitted.

        Args:
            language: The member's language.
        """
        raise NotImplementedError

    async def open_for(self, interaction: discord.Interaction) -> None:
        """Show the form to a member."""
        # A stopped form is not kept in memory by discord.py.
        self.stop()
        await interaction.response.send_modal(self)

    # A modal is given no item, unlike other views.
    async def on_error(  # type: ignore[override]
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        """Report a failure to the member who submitted the form, and to the log."""
        await report(interaction, error)


async def submit(
    interaction: discord.Interaction[Any], forms: tuple[type[FootnoteForm], ...]
) -> None:
    """Answer a submitted form.

    Args:
        interaction: The interaction; anything but a form is ignored.
        forms: All kinds of forms.
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
