"""The base of buttons and menus: acknowledging a press, and reporting and logging failures."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.app import app_of
from bot.discord_app.asker import pay
from bot.discord_app.error_messages import report
from bot.discord_app.fair_use import GLANCE
from bot.discord_app.user_error import UserError
from bot.monitoring.log import code_of, log_event

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language

log = logging.getLogger(__name__)


class FootnoteItem(discord.ui.DynamicItem[Any], template=r"fn:none"):
    """A button or menu whose failures are reported to its user, and logged.

    Attributes:
        cost: What a press costs the member's allowance.
    """

    cost = GLANCE

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        """Recreate the button for the member who presses it."""
        return cls.made_of(match)

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id, whose named parts are its arguments."""
        parts: dict[str, Any] = match.groupdict()
        return cls(**parts)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press."""
        app = app_of(interaction)
        try:
            with app.running.answering():
                await pay(interaction, self.cost)
                await self.press(interaction, app, app.languages.of(interaction.locale))
            log_event(
                log,
                "button",
                code=code_of(interaction.id),
                guild=interaction.guild_id or "-",
                button=type(self).__name__,
            )
        except Exception as error:
            await report(interaction, error)

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Do what the button is for.

        Args:
            interaction: The press.
            app: The app.
            language: The language of the member who pressed.
        """
        raise NotImplementedError


class FootnoteButton(FootnoteItem, template=r"fn:no-button"):
    """A button; see :class:`FootnoteItem`."""


class FootnoteMenu(FootnoteItem, template=r"fn:no-menu"):
    """A menu; see :class:`FootnoteItem`. What was chosen is in :func:`chosen`."""


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """Return the values that were chosen in a menu."""
    data: Any = interaction.data or {}
    return [str(value) for value in data.get("values", ())]


def arrow(way: str, custom_id: str, *, disabled: bool) -> discord.ui.Button[Any]:
    """Return a button that turns a page.

    Args:
        way: ``prev`` or ``next``.
        custom_id: The button's custom id.
        disabled: Whether there is no page that way.
    """
    emoji = "▶️" if way == "next" else "◀️"
    return discord.ui.Button(emoji=emoji, disabled=disabled, custom_id=custom_id)


def turned(way: str, page: int) -> int:
    """Return the page after another, or with ``prev`` the page before it."""
    return page + (1 if way == "next" else -1)


def within(page: int, count: int, a_page: int) -> tuple[int, int]:
    """Return the page nearest to one that is wanted, and how many there are.

    Args:
        page: The page, from 0; a list may have become shorter since its button was made.
        count: The number of entries of the list.
        a_page: How many of them are on a page.
    """
    pages = max(1, -(-count // a_page))
    return max(0, min(page, pages - 1)), pages


def check_asker(interaction: discord.Interaction, asker_id: int) -> None:
    """Raise :class:`UserError` unless the asker pressed.

    Raises:
        UserError: Somebody else pressed.
    """
    if interaction.user.id != asker_id:
        raise UserError(
            "Only the member who asked can turn the pages. Ask your own question with /ask."
        )
