"""Post announcements of new articles in Discord, and find out which were posted already."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import logging
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.discord_app.buttons.pages import SummariseButton
from bot.discord_app.markdown import clip
from bot.discord_app.send_once import sent_once
from bot.discord_app.shown.sources import announcement_layout
from bot.language.packs import pack_for
from bot.language.plain_text import plain
from bot.storage.sources import guild_of_scope
from bot.summary.summary import LENGTHS, summarise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.articles.article import Article
    from bot.discord_app.locale.language import Languages
    from bot.storage.sources import Announcement

log = logging.getLogger(__name__)

_SENTENCES = 3
_LOOKED_THROUGH = 100
"""The messages, or posts, among which an announcement is looked for."""

_SKEW = 30
"""Seconds by which the clock of this machine may be ahead of Discord's."""

_EARLIEST = discord.utils.DISCORD_EPOCH // 1000
_TITLE_LIMIT = 100
"""Characters of the title of a post in a forum."""

_NONCE_BYTES = 7
"""Bytes of a nonce, so that it fits into a signed number of 64 bits."""


class DiscordPoster:
    """Posts an announcement in its channel, or as a post of its forum.

    Args:
        client: The connection to Discord.
        languages: The languages that the bot speaks.
    """

    def __init__(self, client: discord.Client, languages: Languages) -> None:
        self._client = client
        self._languages = languages

    async def post(self, announcement: Announcement, article: Article) -> bool:
        """Post an announcement with the article's summary.

        Returns:
            Whether the announcement is done: it was posted, or never can be.
        """
        try:
            channel = await self._channel(announcement)
            layout = await self._laid_out(announcement, article)
            if isinstance(channel, discord.ForumChannel):
                with sent_once():
                    await post_in_forum(channel, article.title, layout)
            elif channel is not None:
                # Discord posts messages with the same nonce only once within some minutes.
                await channel.send(view=layout, nonce=_nonce_of(announcement))
        except (discord.Forbidden, discord.NotFound) as error:
            log.info("can't announce an article in channel %d: %s", announcement.channel, error)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            if isinstance(error, discord.HTTPException) and error.status == HTTPStatus.BAD_REQUEST:
                log.warning("can't announce in channel %d: %s", announcement.channel, error)
                return True
            log.warning("will try again to announce in channel %d: %s", announcement.channel, error)
            return False
        return True

    async def was_posted(self, announcement: Announcement) -> bool | None:
        """Return whether an announcement is among the channel's messages since it was begun.

        If the bot may not read the channel, the result is true: better never than twice. If Discord
        can't be reached now, it is ``None``.
        """
        try:
            channel = await self._channel(announcement)
            if channel is None:
                return True
            async for message in _messages_of(channel, announcement.begun):
                own = self._client.user is not None and message.author.id == self._client.user.id
                if own and _names(message.components, announcement.article):
                    return True
        except (discord.Forbidden, discord.NotFound):
            return True
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning(
                "can't check whether an article was announced in channel %d: %s",
                announcement.channel,
                error,
            )
            return None
        return False

    async def _channel(
        self, announcement: Announcement
    ) -> discord.TextChannel | discord.ForumChannel | discord.Thread | None:
        """Return the channel, if it is of the server whose article it is."""
        found = self._client.get_channel(announcement.channel)
        if found is None:
            found = await self._client.fetch_channel(announcement.channel)
        if not isinstance(found, discord.TextChannel | discord.ForumChannel | discord.Thread):
            return None
        return found if found.guild.id == guild_of_scope(announcement.scope) else None

    async def _laid_out(
        self, announcement: Announcement, article: Article
    ) -> discord.ui.LayoutView:
        guild = await guild_anywhere(self._client, guild_of_scope(announcement.scope))
        language = self._languages.of(guild.preferred_locale if guild else None)
        pack = pack_for(article.language)
        summary = await asyncio.to_thread(summarise, article, pack, LENGTHS["short"])
        summary = replace(summary, sentences=summary.sentences[:_SENTENCES])
        button = SummariseButton(article.id, language.say("Summarise"))
        layout = announcement_layout(summary, button, language)
        layout.stop()  # its button says what it does by its id
        return layout


async def post_in_forum(
    forum: discord.ForumChannel, title: str, layout: discord.ui.LayoutView
) -> None:
    """Make a post; where the forum demands a tag, with the first that all may choose."""
    tags = sorted(forum.available_tags, key=lambda tag: tag.moderated)
    name = clip(plain(title), _TITLE_LIMIT)
    demanded = tags[:1] if forum.flags.require_tag else []
    await forum.create_thread(name=name, view=layout, applied_tags=demanded)


async def guild_anywhere(client: discord.Client, guild_id: int) -> discord.Guild | None:
    """Return a server, even if it is on a shard that another process serves.

    It is ``None`` if Discord doesn't know it.
    """
    guild = client.get_guild(guild_id)
    if guild is not None:
        return guild
    try:
        return await client.fetch_guild(guild_id, with_counts=False)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.info("could not ask Discord about server %d: %s", guild_id, error)
        return None


async def _messages_of(
    channel: discord.TextChannel | discord.ForumChannel | discord.Thread, since: int
) -> Any:
    """Yield the messages of a channel since a time, or the first ones of a forum's last posts."""
    if not isinstance(channel, discord.ForumChannel):
        start = dt.datetime.fromtimestamp(max(since - _SKEW, _EARLIEST), dt.UTC)
        first = channel.history(limit=_LOOKED_THROUGH, after=start, oldest_first=True)
        async for message in first:
            yield message
        return
    active = [one for one in await channel.guild.active_threads() if one.parent_id == channel.id]
    archived = [thread async for thread in channel.archived_threads(limit=_LOOKED_THROUGH)]
    for thread in (*active, *archived):
        async for message in thread.history(limit=1, oldest_first=True):
            yield message


def _names(components: Iterable[Any], article_id: str) -> bool:
    """Return whether a button among components is about an article."""
    return any(
        str(getattr(one, "custom_id", "")).endswith(f":{article_id}")
        or _names(getattr(one, "children", ()), article_id)
        for one in components
    )


def _nonce_of(announcement: Announcement) -> int:
    text = f"{announcement.scope} {announcement.article} {announcement.channel}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:_NONCE_BYTES], "big")
