"""The application object that commands and buttons are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from bot.discord_app.conversations import Conversations
from bot.discord_app.fair_use import FairUse
from bot.discord_app.locale.language import Languages
from bot.discord_app.running_requests import RunningRequests

if TYPE_CHECKING:
    import discord

    from bot.library.shelves.shelves import Shelves
    from bot.open_service import Service
    from bot.storage.stores import Stores


@dataclass(frozen=True, slots=True)
class App:
    """Everything that commands and buttons need, except the connection to Discord.

    Attributes:
        service: The libraries, the stores and the metrics.
        languages: The languages that the bot speaks.
        fair_use: Says when a member has to wait.
        running: Counts the requests that are being answered.
        conversations: The last question in each direct message and thread.
    """

    service: Service
    languages: Languages
    fair_use: FairUse = field(default_factory=FairUse)
    running: RunningRequests = field(default_factory=RunningRequests)
    conversations: Conversations = field(default_factory=Conversations)

    @classmethod
    def over(cls, service: Service, fair_use: FairUse | None = None) -> Self:
        """Return an app over a service, with all languages loaded."""
        return cls(service, Languages.load(), fair_use or FairUse(shared=service.stores.allowances))

    @property
    def shelves(self) -> Shelves:
        """The library of each server."""
        return self.service.shelves

    @property
    def stores(self) -> Stores:
        """What is kept between two runs."""
        return self.service.stores


def app_of(interaction: discord.Interaction[Any]) -> App:
    """Return the app of the bot that an interaction was sent to."""
    app: App = interaction.client.app
    return app
