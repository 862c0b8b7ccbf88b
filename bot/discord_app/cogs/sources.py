"""``/sources``: a server's own files, links and feeds; and reading a message's links."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.autocomplete import MAX_CHOICE, source_choices
from bot.discord_app.buttons.sources import shown_source, sources_page
from bot.discord_app.channel_options import AnnouncedIn, check_may_write
from bot.discord_app.command_access import COST, in_servers
from bot.discord_app.fair_use import GLANCE
from bot.discord_app.sending import replying
from bot.discord_app.shown.sources import EXPORT_FILE, export_layout
from bot.discord_app.source_access import managed_guild, told_plainly
from bot.discord_app.sources.adding import AddForm, add_file, offer
from bot.discord_app.sources.message_links import links_of
from bot.discord_app.user_error import UserError
from bot.sources.errors import NO_LINKS
from bot.sources.export import exported
from bot.sources.limits import DAY, LEAST_EVERY, MOST_OF_A_FEED  # noqa: TC001 - discord.py reads them

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.discord_app.sources.adding import Reading

_MOST_LINKS = 3
_MOST_ADDRESS = 2000


class SourcesCog(commands.Cog):
    """The command ``/sources``, and *Read this page* on a message."""

    sources = in_servers(
        app_commands.Group(name="sources", description="This server's own files, links and feeds.")
    )

    def __init__(self, app: App) -> None:
        self._app = app
        self.menu = in_servers(
            app_commands.ContextMenu(name="Read this page", callback=self.read_links)
        )

    @sources.command()
    @app_commands.describe(
        file="A .md, .txt, .html, .pdf or .docx file.",
        link="The address of a page.",
        feed="The address of a feed (RSS, Atom, JSON), or of a site that has one.",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment | None = None,
        link: app_commands.Range[str, 1, _MOST_ADDRESS] | None = None,
        feed: app_commands.Range[str, 1, _MOST_ADDRESS] | None = None,
    ) -> None:
        """Add a file, a page or a feed; with no option, several files or a text."""
        managed_guild(interaction)
        readings: list[Reading] = []
        if file is not None:
            readings.append(lambda offers, guild, user: add_file(offers, guild, user, file))
        if link is not None:
            readings.append(lambda offers, guild, user: offers.link(guild, user, link))
        if feed is not None:
            readings.append(lambda offers, guild, user: offers.feed(guild, user, feed))
        if readings:
            await offer(interaction, readings)
        else:
            await AddForm(asker_of(interaction).language).open_for(interaction)

    @sources.command(name="list", extras={COST: GLANCE})
    async def list_sources(self, interaction: discord.Interaction) -> None:
        """List what this server has added, and how it is doing."""
        guild_id, language = managed_guild(interaction), asker_of(interaction).language
        async with replying(interaction, private=True) as reply:
            await reply.send(await sources_page(self._app, guild_id, 0, language))

    @sources.command(extras={COST: GLANCE})
    @app_commands.describe(source="Which one?", tags="Tags to file it under, with commas between.")
    async def show(
        self,
        interaction: discord.Interaction,
        source: app_commands.Range[str, 1, MAX_CHOICE],
        tags: app_commands.Range[str, 0, 300] | None = None,
    ) -> None:
        """Show one source, to read it again, remove it or file it under tags."""
        guild_id, language = managed_guild(interaction), asker_of(interaction).language
        async with replying(interaction, private=True) as reply:
            with told_plainly():
                found = await self._app.service.sources.named(guild_id, source)
                if tags is not None:
                    found = await self._app.service.sources.tag(guild_id, found.id, tags.split(","))
                layout = await shown_source(self._app, guild_id, found, language)
            await reply.send(layout)

    @sources.command(extras={COST: GLANCE})
    @app_commands.describe(
        source="Which feed?",
        minutes="How often is it checked, in minutes? 15 to 1440.",
        most="How many articles are kept at most?",
        days="For how many days is an article kept? 0 for as long as the feed is.",
        words="Take only articles with one of these words, with commas between; * takes all.",
        channel="Announce new articles in this channel or forum.",
        quiet="No longer announce new articles?",
    )
    async def feed(  # noqa: PLR0913, PLR0917 - an option each
        self,
        interaction: discord.Interaction,
        source: app_commands.Range[str, 1, MAX_CHOICE],
        minutes: app_commands.Range[int, LEAST_EVERY // 60, DAY // 60] | None = None,
        most: app_commands.Range[int, 1, MOST_OF_A_FEED] | None = None,
        days: app_commands.Range[int, 0, 365] | None = None,
        words: app_commands.Range[str, 1, 500] | None = None,
        channel: app_commands.Transform[int, AnnouncedIn] | None = None,
        quiet: bool | None = None,
    ) -> None:
        """Change how a feed is followed."""
        guild_id, language = managed_guild(interaction), asker_of(interaction).language
        if channel is not None and not quiet:
            check_may_write(interaction.guild, channel)
        async with replying(interaction, private=True) as reply:
            with told_plainly():
                before = await self._app.service.sources.named(guild_id, source)
                given = {
                    "every": minutes and minutes * 60,
                    "most": most,
                    "kept_days": days,
                    "words": None if words is None else _words(words),
                    "channel": 0 if quiet else channel,
                }
                changes = {name: value for name, value in given.items() if value is not None}
                settings = replace(before.settings, **changes)  # type: ignore[arg-type]  # of mixed types
                after = await self._app.service.sources.follow(guild_id, before.id, settings)
                layout = await shown_source(self._app, guild_id, after, language)
            await reply.send(layout)

    @sources.command()
    @app_commands.describe(source="Only this one?")
    async def export(
        self,
        interaction: discord.Interaction,
        source: app_commands.Range[str, 1, MAX_CHOICE] | None = None,
    ) -> None:
        """Get this server's own articles as Markdown files."""
        guild_id, language = managed_guild(interaction), asker_of(interaction).language
        most = interaction.guild.filesize_limit if interaction.guild else 10_000_000
        async with replying(interaction, private=True) as reply:
            with told_plainly():
                shelf = await self._app.shelves.own.shelf(guild_id)
                articles = list(shelf.library.articles)
                if source:
                    named = await self._app.service.sources.named(guild_id, source)
                    articles = shelf.articles_of(named.id)
                content = await asyncio.to_thread(exported, articles, most)
            file = discord.File(io.BytesIO(content), EXPORT_FILE)
            await reply.send(export_layout(len(articles), language), file=file)

    @show.autocomplete("source")
    @feed.autocomplete("source")
    @export.autocomplete("source")
    async def complete_source(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the server's sources whose titles come nearest to what was typed."""
        try:
            guild_id = managed_guild(interaction)
        except UserError:
            return []  # a list can't say why, and each letter typed would be in the log
        listed = await self._app.service.sources.listed(guild_id)
        command = interaction.command
        if command is not None and command.name == "feed":
            listed = [source for source in listed if source.kind == "feed"]
        return source_choices(listed, typed)

    async def read_links(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Read the pages that a message links to, and offer them."""
        managed_guild(interaction)
        links = links_of(message)[:_MOST_LINKS]
        if not links:
            raise UserError(NO_LINKS)

        def reading(link: str) -> Reading:
            return lambda offers, guild, user: offers.link(guild, user, link)

        await offer(interaction, [reading(link) for link in links])


def _words(text: str) -> tuple[str, ...]:
    words = tuple(word.strip() for word in text.split(",") if word.strip())
    return () if words == ("*",) else words
