"""Forums: a new post is answered once, by its title, where the articles answer it for sure."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.discord_app.answering import answer_question
from bot.discord_app.asked import Asked
from bot.discord_app.asker import Asker
from bot.discord_app.sending import reply_to
from bot.discord_app.user_error import UserError
from bot.language.plain_text import word_set
from bot.monitoring.log import code_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.discord_app.app import App
    from bot.discord_app.laying_out import LaidOut

log = logging.getLogger(__name__)

PATIENCE = 75.0
"""Seconds that people are given to answer a new post first."""

_LOOKED_AT = 50
_SOLVED = word_set(
    "solved answered resolved closed gelöst beantwortet erledigt résolu répondu resuelto "
    "respondido resolvido risolto opgelost beantwoord rozwiązane решено вирішено çözüldü "
    "解決済み 해결됨 已解决"
)
"""The names of tags, in lower case, that say that a post needs no answer any more."""


class _NotSureError(Exception):
    """The articles don't answer a post for sure."""


class ForumCog(commands.Cog):
    """Answers new posts of the forums that a server's admins chose.

    Without the privileged intent for it Discord tells the bot nothing of what a post says, unless
    the post mentions it, so the title is the question.

    Args:
        app: The app.
        wait: Returns once people have had time to answer first.
    """

    def __init__(
        self, app: App, wait: Callable[[], Awaitable[object]] = lambda: asyncio.sleep(PATIENCE)
    ) -> None:
        self._app = app
        self.wait = wait

    @commands.Cog.listener()
    async def on_thread_create(self, thread: discord.Thread) -> None:
        """Answer a new post, unless somebody else does first."""
        if thread.parent_id not in self._app.stores.guilds.get(thread.guild.id).forums:
            return
        await self.wait()
        try:
            if await self._needs_an_answer(thread):
                await self._answer(thread)
        except (_NotSureError, UserError, discord.NotFound):
            return
        except discord.Forbidden as error:
            where = (thread.guild.id, thread.id)
            log.warning("may not answer in server %d, post %d: %s", *where, error)

    async def _needs_an_answer(self, thread: discord.Thread) -> bool:
        """Return whether nobody who should know, the bot included, has answered yet."""
        if await self._app.stores.answers.replying_to(thread.id):
            return False
        if thread.locked or thread.archived or any(map(_says_solved, thread.applied_tags)):
            return False
        authors = {message.author async for message in thread.history(limit=_LOOKED_AT)}
        if any(author.bot and author.id == thread.owner_id for author in authors):
            return False
        others = [one for one in authors if one.id != thread.owner_id and not one.bot]
        return not any([await _is_staff(other, thread) for other in others])

    async def _answer(self, thread: discord.Thread) -> None:
        post = thread.get_partial_message(thread.id)
        language = self._app.languages.of(thread.guild.preferred_locale)
        asker = Asker(thread.owner_id, thread.guild.id, language, code_of(thread.id))

        async def send(laid_out: LaidOut) -> discord.Message:
            if not (laid_out.answer.answered and laid_out.answer.hits):
                raise _NotSureError
            return await reply_to(post, laid_out.layout)

        await answer_question(self._app, Asked(thread.name, asker, message=post), send)


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
