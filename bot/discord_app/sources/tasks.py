"""Background tasks for sources, which run while the bot is connected."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot.discord_app.shown.sources import resting_layout
from bot.discord_app.sources.announcement_poster import DiscordPoster, guild_anywhere, post_in_forum
from bot.sources.announcing import Announcements
from bot.sources.schedule import SourceSchedule
from bot.storage.errors import DatabaseError
from bot.storage.retention import forget_guild, known_guilds

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.sources.source_checker import CheckResult
    from bot.storage.sources import Source

log = logging.getLogger(__name__)

# A snowflake holds its time above these bits.
_TIME_BITS_FROM = 22

_LEFT = frozenset({10004, 50001})
"""What Discord says of a server that the bot is not in: it is unknown, or there is no access."""


class SourceTasks:
    """Checks links and feeds, announces new articles, and deletes the data of servers it has left.

    Args:
        app: The app.
        client: The connection to Discord.

    Attributes:
        simulated: Whether Discord is a simulated one: the servers that the database knows from
            the real one are left alone then.
    """

    def __init__(self, app: App, client: discord.AutoShardedClient) -> None:
        self._app = app
        self._client = client
        service = app.service
        self.announcements = Announcements(
            service.stores,
            service.shelves.own,
            DiscordPoster(client, app.languages),
            service.sources.writer.clock,
        )
        self.announcements.serves = self._serves
        self.simulated = False
        self.schedule = SourceSchedule(
            service.sources, service.stores, self._checked, self.announce
        )

    def begin(self) -> None:
        """Start the tasks, once the bot is connected; tasks that are running already go on."""
        self.schedule.begin()

    async def close(self) -> None:
        """Stop the tasks."""
        await self.schedule.close()

    async def announce(self) -> None:
        """Announce what may be announced now; a failure is logged, and tried again later."""
        try:
            await self.announcements.send()
        except (DatabaseError, discord.HTTPException) as error:
            log.warning("new articles are announced later: %s", error)

    async def forget_left(self) -> None:
        """Delete everything about servers that removed the bot while it was away.

        A server that Discord can't serve right now is still among the client's. Discord is asked
        for each of the others, and only where it says expressly that the bot is not a member the
        server's data are deleted. Where two applications have used the database, nothing is: what
        this one can't see may be the other's.
        """
        if self.simulated:
            return
        if await self._app.stores.command_sets.knows_others(self._client.application_id or 0):
            log.info(
                "another bot has used this database, so what is known of servers that this one "
                "is not in is kept until this bot is removed from them"
            )
            return
        for guild_id in await known_guilds(self._app.stores):
            if self._client.get_guild(guild_id) is None and self._is_ours(guild_id):
                try:
                    await self._client.fetch_guild(guild_id, with_counts=False)
                except discord.HTTPException as error:
                    if error.code in _LEFT:
                        await self.forget(guild_id)
                    else:
                        log.warning("could not ask Discord about server %d: %s", guild_id, error)

    async def forget(self, guild_id: int) -> None:
        """Delete everything about a server."""
        # A running check of a source must not save it again afterwards.
        await self._app.service.sources.writer.delete_all(guild_id)
        await forget_guild(self._app.stores, guild_id)
        self._app.shelves.own.forget(guild_id)

    def _is_ours(self, guild_id: int) -> bool:
        """Return whether a server is one of those that this process serves."""
        shards = self._client.shard_count or 1
        return (guild_id >> _TIME_BITS_FROM) % shards in self._client.shards

    def _serves(self, guild_id: int) -> bool:
        return not self.simulated or self._client.get_guild(guild_id) is not None

    async def _checked(self, guild_id: int, result: CheckResult) -> None:
        if result.failure is not None and result.source.visits.next is None:
            await self._tell_of_rest(guild_id, result.source)
        await self.announce()

    async def _tell_of_rest(self, guild_id: int, source: Source) -> None:
        """Notify a server that one of its sources is no longer checked.

        It is told where the feed is announced, else in the channel for Discord's own notices, else
        where the report goes: the first of them in which the bot may write.
        """
        guild = await guild_anywhere(self._client, guild_id)
        if guild is None:
            return
        report = self._app.stores.guilds.get(guild_id).report_channel
        # discord.py gives the system channel's id in public only where it knows the channel.
        channels = (source.settings.channel, guild._system_channel_id, report)
        for channel in dict.fromkeys(filter(None, channels)):
            try:
                if await self._told(guild, channel, source):
                    return
            except discord.DiscordException as error:
                log.info("can't notify channel %d of an unchecked source: %s", channel, error)
        log.info("can't notify server %d of an unchecked source: no channel is left", guild_id)

    async def _told(self, guild: discord.Guild, channel_id: int, source: Source) -> bool:
        """Tell in a channel, or in a new post of a forum; return whether it is either."""
        language = self._app.languages.of(guild.preferred_locale)
        layout = resting_layout(source, language)
        layout.stop()
        # Where the server is another process's, its channels are not known here.
        channel = guild.get_channel(channel_id) or await guild.fetch_channel(channel_id)
        if isinstance(channel, discord.ForumChannel):
            await post_in_forum(channel, source.title, layout)
        elif isinstance(channel, discord.TextChannel):
            await channel.send(view=layout)
        else:
            return False
        return True
