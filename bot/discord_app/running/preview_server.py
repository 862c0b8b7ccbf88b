"""The simulated server and direct messages of the preview, and what is found there."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
import simcord

from bot.discord_app.cogs.ask import FIND
from bot.discord_app.example_questions import find_questions
from bot.discord_app.markdown import code
from bot.discord_app.shown.layout import ACCENT, heading, layout

if TYPE_CHECKING:
    from bot.discord_app.running.client import FootnoteBot

NAME = "Footnote"
_IN_A_SERVER = (
    f"Reply to an answer to go on. A reply that says “{FIND}” does what *Apps → {FIND}* does on "
    "Discord: it searches for what the message says. For direct messages, end the preview and "
    "start it with `preview --direct`. `/help` shows the rest."
)
_IN_DIRECT_MESSAGES = (
    "Write what you would like to know, and go on writing: you needn't mention me here. For a "
    "server's channel, with mentions and *Apps*, start the preview without `--direct`. `/help` "
    "shows the rest."
)
_TYPED = re.compile(rf"(?<!\S)@{NAME}\b", re.IGNORECASE)


class Typist(simcord.MemberActor):
    """A member whose ``@Footnote``, as typed on the page, is a mention, as it is on Discord.

    The page has no context menu, so a reply that says *Find in the articles* stands for it.
    """

    async def send(
        self,
        channel: simcord.ChannelHandle,
        content: str = "",
        *,
        reply_to: Any = None,
        attachments: Any = (),
    ) -> discord.Message:
        """Write a message."""
        me = self._env.bot.user
        said = _TYPED.sub(f"<@{me.id}>", content) if me else content
        sent = await super().send(channel, said, reply_to=reply_to, attachments=attachments)
        if reply_to is not None and content.strip().casefold() == FIND.casefold():
            await self.context_menu(channel, FIND, reply_to)
        return sent


def make_newsroom(env: simcord.Env) -> tuple[simcord.ChannelHandle, list[Typist]]:
    """Make a server; return its channel, and its two members: an editor and a reader."""
    guild = env.create_guild(name="Newsroom")
    channel = guild.create_text_channel("ask-the-news")
    admins = guild.create_role("Editors", permissions=discord.Permissions(manage_guild=True))
    members = [guild.add_member(env.create_user("editor"), roles=[admins])]
    members.append(guild.add_member(env.create_user("reader")))
    return channel, [Typist(env, guild, member.user) for member in members]


def make_chat(env: simcord.Env) -> tuple[simcord.ChannelHandle, list[simcord.UserHandle]]:
    """Make a user; return their direct messages with the bot, and the user."""
    reader = env.create_user("reader")
    return reader.dm_channel, [reader]


async def welcome(
    bot: FootnoteBot, channel: simcord.ChannelHandle, *, direct: bool = False
) -> None:
    """Greet a channel with how to begin and with questions that the articles answer.

    Args:
        bot: The bot.
        channel: The channel.
        direct: Whether it is that of direct messages, where the bot needn't be mentioned.
    """
    library = await bot.app.shelves.library(None)
    people = await bot.app.shelves.people(None)
    questions = await asyncio.to_thread(find_questions, library, people)
    tried = "\n".join(
        (
            *(f"> {'' if direct else f'@{NAME} '}{question}" for question in questions[:1]),
            *(f"> {code(f'/ask question:{question}', 200)}" for question in questions[1:]),
        )
    )
    lines = (
        "Hello! I answer questions about the articles, in their own words. Try one of these:"
        if questions
        else "Hello! I answer questions about the articles, but there are none yet: drop some "
        "into the corpus folder, then use `/reload`.",
        tried,
        _IN_DIRECT_MESSAGES if direct else _IN_A_SERVER,
    )
    where = bot.get_partial_messageable(channel.id)
    await where.send(view=layout(ACCENT, heading(NAME), *lines))
