"""The buttons under messages. Their state is in their custom ids and the database only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.buttons.answer import ContextButton, TurnButton, VoteButton
from bot.discord_app.buttons.pages import PageButton, PersonMenu, SummariseButton
from bot.discord_app.buttons.passage import CopyButton, NearestButton, PassageButton
from bot.discord_app.buttons.privacy import ForgetButton
from bot.discord_app.buttons.settings import (
    ChannelsMenu,
    EverywhereButton,
    LimitsButton,
    ToggleButton,
)
from bot.discord_app.buttons.sources import SourceButton, SourcesPageButton

if TYPE_CHECKING:
    from bot.discord_app.buttons.base import FootnoteItem

BUTTONS: tuple[type[FootnoteItem], ...] = (
    ChannelsMenu,
    ContextButton,
    CopyButton,
    EverywhereButton,
    ForgetButton,
    LimitsButton,
    NearestButton,
    PageButton,
    PassageButton,
    PersonMenu,
    SourceButton,
    SourcesPageButton,
    SummariseButton,
    ToggleButton,
    TurnButton,
    VoteButton,
)
"""All kinds of buttons and menus of the bot."""
