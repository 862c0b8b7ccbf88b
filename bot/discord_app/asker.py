"""Who asks a question, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.discord_app.app import app_of
from bot.monitoring.log import code_of

if TYPE_CHECKING:
    import discord

    from bot.discord_app.locale.language import Language


class Place(NamedTuple):
    """The place of a question, as :class:`~bot.library.shelves.shelves.Shelves` takes it.

    Attributes:
        guild_id: The server; ``None`` in a direct message.
        channels: The ids of the channel, and of its parent if it is a thread.
    """

    guild_id: int | None
    channels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where, and in which language.

    Attributes:
        user_id: The member.
        guild_id: The server; ``None`` in a direct message.
        language: The language to answer in.
        code: The code of the question in the log.
        channels: The ids of the channel, and of its parent if it is a thread.
    """

    user_id: int
    guild_id: int | None
    language: Language
    code: str
    channels: tuple[int, ...] = ()

    @property
    def place(self) -> Place:
        """Where it is asked."""
        return Place(self.guild_id, self.channels)


def channels_of(channel: object) -> tuple[int, ...]:
    """Return the ids of a channel, and of its parent if it is a thread."""
    ids = (getattr(channel, "id", None), getattr(channel, "parent_id", None))
    return tuple(found for found in ids if found is not None)


def guild_of(interaction: discord.Interaction) -> int | None:
    """Return the server that an interaction comes from, if that server installed the bot.

    Of a server where only the user installed it, nothing is stored or shown.
    """
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    return None if alone else interaction.guild_id


def place_of(interaction: discord.Interaction) -> Place:
    """Return the server and the channel that an interaction comes from."""
    return Place(guild_of(interaction), channels_of(interaction.channel))


async def pay(interaction: discord.Interaction, cost: float) -> None:
    """Charge an interaction's cost to its user's allowance.

    Raises:
        UserError: The user has to wait; the message says how long.
    """
    app, guild_id = app_of(interaction), guild_of(interaction)
    settings = app.stores.guilds.get(guild_id)
    await app.fair_use.pay(guild_id, interaction.user.id, settings, cost)


def asker_of(interaction: discord.Interaction) -> Asker:
    """Return who sent an interaction."""
    language = app_of(interaction).languages.of(interaction.locale)
    return Asker(
        interaction.user.id,
        guild_of(interaction),
        language,
        code_of(interaction.id),
        channels_of(interaction.channel),
    )
