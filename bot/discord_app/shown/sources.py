"""Layouts of a server's sources: the list, one source, and what it announces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.markdown import escape
from bot.discord_app.shown.answer import titled
from bot.discord_app.shown.citation import address, linked, provenance
from bot.discord_app.shown.layout import (
    ACCENT,
    LINE_LIMIT,
    MUTED,
    UNSURE_COLOUR,
    beside,
    heading,
    join,
    layout,
    rows,
    small,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article
    from bot.discord_app.locale.language import Language
    from bot.storage.sources import Source
    from bot.summary.summary import Summary

    Button = discord.ui.Item[Any]

SOURCES_A_PAGE = 5

EXPORT_FILE = "footnote-sources.zip"
"""The name of the file with a server's own articles, which the export shows."""

ICONS = {"file": "📄", "text": "📝", "link": "🔗", "feed": "📡"}
"""What stands before a source of each kind."""

_LISTED = 10
_UNREAD_LISTED = 3
# Lengths in UTF-16 code units, chosen so that a message stays within ``TEXT_LIMIT``.
_TITLES_LIMIT = 2000
REASON_LIMIT = 300
"""The length of the reason why something can't be read, in UTF-16 code units."""

_SENTENCE_LIMIT = 900


def sources_layout(
    sources: Sequence[Source],
    count: int,
    turned_to: tuple[int, int],
    buttons: tuple[Iterable[Button], Iterable[Button]],
    language: Language,
) -> discord.ui.LayoutView:
    """Return one page of the list of sources.

    Args:
        sources: The sources of the page.
        count: How many there are in all.
        turned_to: The page, from 0, and how many pages there are.
        buttons: One for each source, to stand beside it, and those beneath the page.
        language: The reader's language.
    """
    beside_each, beneath = buttons
    listed = [
        beside(f"{_name(source)}\n{small(state_of(source, language))}", button)
        for source, button in zip(sources, beside_each, strict=True)
    ]
    empty = language.say(
        "This server has no sources of its own yet. `/sources add` brings in files, pages, feeds "
        "and texts."
    )
    page, pages = turned_to
    turned = language.say(
        "Page {page} of {pages}", page=language.number(page + 1), pages=language.number(pages)
    )
    footer = [turned, language.count("{n} source", "{n} sources", count)]
    title = heading(language.say("This server's sources"))
    return layout(
        ACCENT,
        title,
        *(listed or [empty]),
        small(" · ".join(footer)) if pages > 1 else None,
        *rows(beneath),
    )


def source_layout(
    source: Source,
    brought: tuple[Sequence[Article], Sequence[str]],
    buttons: Iterable[Button],
    language: Language,
    said: str | None = None,
) -> discord.ui.LayoutView:
    """Return one source: what it is, who added it, how it is followed, and its articles.

    Args:
        source: The source.
        brought: Its articles that are in service, and the addresses of those of a feed that
            could not be read.
        buttons: Its buttons.
        language: The reader's language.
        said: What has just been done with it.
    """
    articles, unread = brought
    titles = [f"• {linked(article)}" for article in articles[:_LISTED]]
    count = language.count("{n} article", "{n} articles", len(articles))
    colour = {"kept": ACCENT, "removed": MUTED}.get(source.state, UNSURE_COLOUR)
    return layout(
        colour,
        said,
        f"### {_name(source)}",
        "\n".join(
            [
                language.say(
                    "Added by {member} {when}",
                    member=f"<@{source.added_by}>",
                    when=f"<t:{source.added}:R>",
                ),
                *filter(None, [_condition(source, language)]),
                *_settings(source, language),
            ]
        ),
        f"**{count}**\n" + join(titles, "\n", _TITLES_LIMIT, language) if titles else None,
        _unread(unread, language) if unread else None,
        *rows(buttons),
    )


def _unread(addresses: Sequence[str], language: Language) -> str:
    """Return that articles of a feed could not be read, with the first of their addresses."""
    count = language.count(
        "{n} article could not be read:", "{n} articles could not be read:", len(addresses)
    )
    shown = [f"• {escape(address, LINE_LIMIT)}" for address in addresses[:_UNREAD_LISTED]]
    return small(f"⚠️ {count}") + "\n" + "\n".join(map(small, shown))


def export_layout(count: int, language: Language) -> discord.ui.LayoutView:
    """Return what comes with the file of a server's own articles."""
    said = language.count("{n} article", "{n} articles", count)
    return layout(ACCENT, said, discord.ui.File[Any](f"attachment://{EXPORT_FILE}"))


def announcement_layout(
    summary: Summary, button: Button, language: Language
) -> discord.ui.LayoutView:
    """Return a new article with its summary: title, sentences, source and date."""
    article = summary.article
    sentences = [escape(sentence.text, _SENTENCE_LIMIT) for sentence in summary.sentences]
    return layout(
        ACCENT,
        titled(article, address(article), language),
        "\n\n".join(sentences),
        small(" · ".join(provenance(article))) if provenance(article) else None,
        *rows([button]),
    )


def resting_layout(source: Source, language: Language) -> discord.ui.LayoutView:
    """Return the notice that a source is no longer checked, as it failed for too long."""
    return layout(
        UNSURE_COLOUR,
        f"{_name(source)}\n"
        + language.say(
            "This could not be read for two weeks, so it is no longer checked. `/sources show` "
            "reads it again."
        ),
    )


def state_of(source: Source, language: Language) -> str:
    """Return the state of a source, in a few words."""
    added = language.say("added {when}", when=f"<t:{source.added}:R>")
    return _condition(source, language) or added


def _condition(source: Source, language: Language) -> str | None:
    """Return what became of a source since it was added, if anything did."""
    visits = source.visits
    if source.state == "removed":
        return language.say("removed {when}", when=f"<t:{source.since}:R>")
    why = escape(language.reason(visits.why), REASON_LIMIT)
    if visits.failing_since is not None:
        since = f"<t:{visits.failing_since}:R>"
        if visits.next is None:
            return language.say("paused, as it has failed since {when}: {why}", when=since, why=why)
        return language.say("failing since {when}: {why}", when=since, why=why)
    if visits.read is not None:
        return language.say("read {when}", when=f"<t:{visits.read}:R>")
    if source.kind in {"link", "feed"}:
        return language.say("not read yet")
    return None


def _settings(source: Source, language: Language) -> list[str]:
    """Return how a feed is followed, and what a source is filed under."""
    lines = []
    if source.kind == "feed":
        settings = source.settings
        lines.append(
            language.count(
                "checked every {n} minute", "checked every {n} minutes", settings.every // 60
            )
        )
        lines.append(language.say("keeps the newest {n}", n=language.number(settings.most)))
        if settings.kept_days:
            lines.append(
                language.count("keeps them {n} day", "keeps them {n} days", settings.kept_days)
            )
        if settings.words:
            words = escape(", ".join(settings.words), LINE_LIMIT)
            lines.append(language.say("only with: {words}", words=words))
        if settings.channel:
            channel = f"<#{settings.channel}>"
            lines.append(language.say("announces in {channel}", channel=channel))
    if source.tags:
        tags = escape(", ".join(source.tags), LINE_LIMIT)
        lines.append(language.say("filed under: {tags}", tags=tags))
    return [" · ".join(lines)] if lines else []


def _name(source: Source) -> str:
    return f"{ICONS[source.kind]} **{escape(source.title, LINE_LIMIT)}**"
