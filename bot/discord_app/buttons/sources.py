"""The buttons of sources: keep or discard, show, refresh, remove and restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.buttons.base import FootnoteButton, arrow, turned, within
from bot.discord_app.buttons.pages import SummariseButton
from bot.discord_app.sending import replying
from bot.discord_app.shown.layout import notice
from bot.discord_app.shown.sources import SOURCES_A_PAGE, source_layout, sources_layout
from bot.discord_app.source_access import managed_guild, told_plainly
from bot.sources.errors import GONE, SourceError
from bot.storage.sources import scope_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from typing import Self

    from bot.articles.article import Article
    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.storage.sources import Source

_STYLES = {
    "keep": discord.ButtonStyle.success,
    "remove": discord.ButtonStyle.danger,
    "sure": discord.ButtonStyle.danger,
}


class SourceButton(
    FootnoteButton,
    template=r"fn:src:(?P<act>keep|discard|show|refresh|remove|sure|restore):(?P<source>[0-9a-f]{10})",
):
    """Performs an action on a source of the server where it is pressed.

    Args:
        act: The action.
        source: The source's id.
        label: The label of the button.
    """

    def __init__(self, act: str, source: str, label: str = "…") -> None:
        self.act = act
        self.source = source
        super().__init__(
            discord.ui.Button(
                label=label,
                style=_STYLES.get(act, discord.ButtonStyle.secondary),
                custom_id=f"fn:src:{act}:{source}",
            )
        )

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Perform the action, and show the source afterwards."""
        guild_id = managed_guild(interaction)
        async with replying(interaction, private=True, in_place=True) as reply:
            with told_plainly():
                layout = await self._done(guild_id, app, language)
            await reply.send(layout)

    async def _done(self, guild_id: int, app: App, language: Language) -> discord.ui.LayoutView:
        sources = app.service.sources
        if self.act == "discard":
            await sources.discard(guild_id, self.source)
            return notice(language.say("Discarded."))
        said, asks = None, False
        if self.act == "keep":
            source = await sources.keep(guild_id, self.source)
            said = _kept(source, language)
        elif self.act == "sure":
            source = await sources.remove(guild_id, self.source)
            said = language.say("Removed. It can be brought back for a day.")
        elif self.act == "restore":
            source = await sources.restore(guild_id, self.source)
            said = language.say("It answers again.")
        elif self.act == "refresh":
            source, failure, new = await sources.refresh(guild_id, self.source)
            said = None if failure else _found(new, language)
        else:
            source = await sources.writer.source(guild_id, self.source)
            asks = self.act == "remove"
            said = language.say("Remove this? It can be brought back for a day.") if asks else None
        return await shown_source(app, guild_id, source, language, said=said, asks=asks)


def _kept(source: Source, language: Language) -> str:
    if source.kind == "feed":
        return language.say(
            "Kept. Its articles are read now, and each answers as soon as it is, in this server "
            "alone."
        )
    return language.say("Kept. It answers from now on, in this server alone.")


def _found(new: int, language: Language) -> str:
    """Return how many articles reading a source again has brought."""
    if not new:
        return language.say("Nothing is new or has changed.")
    return language.count(
        "{n} article is new or has changed.", "{n} articles are new or have changed.", new
    )


class SourcesPageButton(FootnoteButton, template=r"fn:srcs:(?P<way>prev|next):(?P<page>\d{1,4})"):
    """Turns the page of the list of sources.

    Args:
        way: ``prev`` or ``next``.
        page: The page that is shown, from 0.
        disabled: Whether there is no page that way.
    """

    def __init__(self, way: str, page: int, *, disabled: bool = False) -> None:
        self.page = turned(way, page)
        super().__init__(arrow(way, f"fn:srcs:{way}:{page}", disabled=disabled))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id."""
        return cls(match["way"], int(match["page"]))

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Replace the shown page by the other one."""
        guild_id = managed_guild(interaction)
        async with replying(interaction, private=True, in_place=True) as reply:
            await reply.send(await sources_page(app, guild_id, self.page, language))


def offer_buttons(source: Source, language: Language) -> list[discord.ui.Item[Any]]:
    """Return the buttons that keep or discard what was read."""
    return [
        SourceButton("keep", source.id, language.say("Keep")),
        SourceButton("discard", source.id, language.say("Discard")),
    ]


async def sources_page(
    app: App, guild_id: int, page: int, language: Language
) -> discord.ui.LayoutView:
    """Return a page, from 0, of a server's sources: those that fail, then the newest first."""
    listed = sorted(await app.service.sources.listed(guild_id), key=_urgency)
    page, pages = within(page, len(listed), SOURCES_A_PAGE)
    shown = listed[page * SOURCES_A_PAGE : (page + 1) * SOURCES_A_PAGE]
    label = language.say("Show")
    opening = [SourceButton("show", source.id, label) for source in shown]
    turns = [
        SourcesPageButton("prev", page, disabled=page == 0),
        SourcesPageButton("next", page, disabled=page == pages - 1),
    ]
    beneath = turns if pages > 1 else []
    return sources_layout(shown, len(listed), (page, pages), (opening, beneath), language)


def _urgency(source: Source) -> tuple[bool, int]:
    """Return the key by which sources are listed: what fails needs somebody's attention."""
    fails = source.state == "kept" and source.visits.failing_since is not None
    return not fails, -source.added


async def shown_source(
    app: App,
    guild_id: int,
    source: Source,
    language: Language,
    *,
    said: str | None = None,
    asks: bool = False,
) -> discord.ui.LayoutView:
    """Return a source with its buttons.

    Args:
        app: The app.
        guild_id: The server.
        source: The source.
        language: The reader's language.
        said: The action that was just performed.
        asks: Whether to ask for confirmation of a removal.

    Raises:
        SourceError: The source was offered only, and not kept.
    """
    if source.state == "offered":
        raise SourceError(GONE)
    shelf = await app.shelves.own.shelf(guild_id)
    articles = shelf.articles_of(source.id)
    entries = await app.service.sources.writer.entries(scope_of(guild_id), source.id)
    unread = [one.key for one in entries if one.failures and one.article is None]
    buttons = _buttons_of(source, articles, language, asks=asks)
    # What another source brings as well would stand there as if this one had not been removed.
    brought = ([], []) if source.state == "removed" else (articles, unread)
    return source_layout(source, brought, buttons, language, said)


def _buttons_of(
    source: Source, articles: Sequence[Article], language: Language, *, asks: bool
) -> list[discord.ui.Item[Any]]:
    if source.state == "removed":
        return [SourceButton("restore", source.id, language.say("Bring back"))]
    if asks:
        return [
            SourceButton("sure", source.id, language.say("Really remove")),
            SourceButton("show", source.id, language.say("Don't")),
        ]
    buttons: list[discord.ui.Item[Any]] = []
    if len(articles) == 1:
        buttons.append(SummariseButton(articles[0].id, language.say("Summarise")))
    if source.kind in {"link", "feed"}:
        buttons.append(SourceButton("refresh", source.id, language.say("Read again")))
    buttons.append(SourceButton("remove", source.id, language.say("Remove")))
    return buttons
