"""Forums: answer a new post once, by its title, if the articles answer it confidently."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.discord_app.asker import Asker
from bot.discord_app.questions.answering import answer_question
from bot.discord_app.questions.asked_question import AskedQuestion
from bot.discord_app.sending import reply_to
from bot.discord_app.user_error import UserError
from bot.language.plain_text import word_set
from bot.monitoring.log import code_of
from bot.storage.errors import AwayError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.discord_app.app import App
    from bot.discord_app.questions.response import Response

log = logging.getLogger(__name__)

PATIENCE = 75.0
"""Seconds in which people may answer a new post before the bot does."""

LOOKED_BACK = dt.timedelta(minutes=15)
"""The maximum age of a post that is answered late, because the bot was away."""

RETRIED_AFTER = 30.0
"""Seconds after which a post is retried if the database was away."""

_MOST_AT_ONCE = 25
"""The number of a server's newest posts that are checked at a start."""

_LOOKED_AT = 50
_SOLVED = word_set(
    "solved answered resolved closed gelöst beantwortet erledigt résolu répondu resuelto "
    "respondido resolvido risolto opgelost beantwoord rozwiązane решено вирішено çözüldü "
    "解決済み 해결됨 已解决"
)
"""Names of tags, in lower case, that mark a post as needing no answer."""


class _NotSureError(Exception):
    """The articles don't answer a post with confidence."""


class ForumCog(commands.Cog):
    """Answers new posts of the forums that a server's admins chose.

    Without the privileged intent for it Discord tells the bot nothing of what a post says, unless
    the post mentions it, so the title is the question.

    Args:
        app: The app.
        client: The connection to Discord, which knows the servers.
        wait: Waits for some seconds, in which people may answer first.
    """

    def __init__(
        self,
        app: App,
        client: discord.Client,
        wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._app = app
        self._client = client
        self.wait = wait
        self._looked_after: set[int] = set()

    @commands.Cog.listener()
    async def on_thread_create(self, thread: discord.Thread) -> None:
        """Answer a new post, unless somebody else does first."""
        if self._is_for_me(thread):
            await self._look_after(thread)

    @commands.Cog.listener()
    async def on_shard_ready(self, shard_id: int) -> None:
        """Handle the posts that were pending in the servers of a shard when the bot stopped."""
        guilds = [guild for guild in self._client.guilds if guild.shard_id == shard_id]
        await asyncio.gather(*map(self._look_back, guilds))

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Do the same for a server that is known later than its shard is ready."""
        await self._look_back(guild)

    async def _look_back(self, guild: discord.Guild) -> None:
        """Handle the posts that came, or became due, while the bot was away."""
        since = discord.utils.utcnow() - LOOKED_BACK
        recent = [
            thread
            for thread in guild.threads
            if self._is_for_me(thread) and discord.utils.snowflake_time(thread.id) > since
        ]
        recent.sort(key=lambda thread: thread.id, reverse=True)
        await asyncio.gather(*map(self._look_after, recent[:_MOST_AT_ONCE]))

    def _is_for_me(self, thread: discord.Thread) -> bool:
        return thread.parent_id in self._app.stores.guilds.get(thread.guild.id).forums

    async def _look_after(self, thread: discord.Thread) -> None:
        """Wait for people to answer first, then answer if that is still needed."""
        if thread.id in self._looked_after:
            return
        self._looked_after.add(thread.id)
        try:
            await self.wait(max(0.0, PATIENCE - _age_of(thread).total_seconds()))
            while not await self._look_at(thread) and _age_of(thread) < LOOKED_BACK:
                await self.wait(RETRIED_AFTER)
        finally:
            self._looked_after.discard(thread.id)

    async def _look_at(self, thread: discord.Thread) -> bool:
        """Answer a post if that is needed; return whether the database could tell."""
        try:
            # Another process may have taken the post over meanwhile.
            async with self._app.stores.leases.held(f"post:{thread.id}"):
                await self._answer_if_needed(thread)
        except AwayError as error:
            where = (thread.guild.id, thread.id)
            log.warning("in server %d, post %d is answered later: %s", *where, error)
            return False
        return True

    async def _answer_if_needed(self, thread: discord.Thread) -> None:
        try:
            if await self._needs_an_answer(thread):
                await self._answer(thread)
                # What is read is written first: nobody else finds the post unanswered now.
                await self._app.stores.answers.replying_to(thread.id)
        except (_NotSureError, UserError, discord.NotFound):
            return
        except discord.Forbidden as error:
            where = (thread.guild.id, thread.id)
            log.warning("no permission to answer in server %d, post %d: %s", *where, error)

    async def _needs_an_answer(self, thread: discord.Thread) -> bool:
        """Return whether nobody who should know, the bot included, has answered yet."""
        if await self._app.stores.answers.replying_to(thread.id):
            return False
        if thread.locked or thread.archived or any(map(_says_solved, thread.applied_tags)):
            return False
        messages = [message async for message in thread.history(limit=_LOOKED_AT)]
        if any(map(self._is_answer, messages)):
            return False
        authors = {message.author for message in messages}
        if any(author.bot and author.id == thread.owner_id for author in authors):
            return False
        others = [one for one in authors if one.id != thread.owner_id and not one.bot]
        return not any([await _is_staff(other, thread) for other in others])

    def _is_answer(self, message: discord.Message) -> bool:
        """Return whether a message is an answer of the bot's to the post that it stands in.

        A process may have ended between an answer and the note of it.
        """
        post = message.reference.message_id if message.reference else None
        own = self._client.user is not None and message.author.id == self._client.user.id
        return own and post == message.channel.id

    async def _answer(self, thread: discord.Thread) -> None:
        post = thread.get_partial_message(thread.id)
        language = self._app.languages.of(thread.guild.preferred_locale)
        asker = Asker(thread.owner_id, thread.guild.id, language, code_of(thread.id))

        async def send(response: Response) -> discord.Message:
            if not (response.answer.answered and response.answer.hits):
                raise _NotSureError
            return await reply_to(post, response.layout)

        await answer_question(self._app, AskedQuestion(thread.name, asker, message=post), send)


def _age_of(thread: discord.Thread) -> dt.timedelta:
    return discord.utils.utcnow() - discord.utils.snowflake_time(thread.id)


def _says_solved(tag: discord.ForumTag) -> bool:
    return not _SOLVED.isdisjoint(tag.name.casefold().split())


async def _is_staff(author: discord.User | discord.Member, thread: discord.Thread) -> bool:
    """Return whether somebody looks after a forum; one who has left the server does not."""
    try:
        member = await thread.guild.fetch_member(author.id)
    except discord.NotFound:
        return False
    allowed = thread.permissions_for(member)
    return allowed.manage_threads or allowed.manage_messages
