"""The layout of what was read for a server, before any of it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.discord_app.markdown import escape, length
from bot.discord_app.shown.citation import TITLE_LIMIT, linked, provenance
from bot.discord_app.shown.layout import (
    ACCENT,
    LINE_LIMIT,
    MUTED,
    heading,
    join,
    layout,
    rows,
    small,
)
from bot.discord_app.shown.sources import ICONS, REASON_LIMIT
from bot.ingest.text.cleaner import TITLE_REPEATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.articles.article import Article
    from bot.discord_app.locale.language import Language
    from bot.discord_app.shown.layout import Part
    from bot.sources.offering import Offer
    from bot.storage.sources import Source

    Button = discord.ui.Item[Any]

# Lengths in UTF-16 code units, chosen so that a message stays within ``TEXT_LIMIT``.
_OFFERS_LIMIT = 3900
_REMOVAL_LIMIT = 80
_CLEANED_LIMIT = 500
_COUNT_LENGTH = 30
"""The length of how many more there are, in any language."""


def offers_layout(
    offers: Sequence[tuple[Offer, Sequence[Button]]], refused: Sequence[str], language: Language
) -> discord.ui.LayoutView:
    """Return what was read of files, links and feeds, before any of it answers.

    Args:
        offers: What was read, each with its buttons.
        refused: What could not be read, each as a sentence.
        language: The reader's language.
    """
    room = _OFFERS_LIMIT // max(1, len(offers) + len(refused))
    parts: list[Part] = []
    for offer, buttons in offers:
        parts += [_offered(offer, room, language), *rows(buttons)]
    problems = "\n".join(f"⚠️ {escape(text, min(REASON_LIMIT, room))}" for text in refused)
    return layout(ACCENT if offers else MUTED, *parts, problems or None)


def _offered(offer: Offer, room: int, language: Language) -> str:
    if offer.article is not None:
        return _read(offer.article, offer.same, room, language)
    feed = offer.feed
    entries = feed.entries if feed else ()
    titles = [escape(entry.title or entry.address, LINE_LIMIT) for entry in entries[:5]]
    lines = [
        heading(f"{ICONS['feed']} {escape(offer.source.title, LINE_LIMIT)}"),
        language.count("{n} article", "{n} articles", len(entries)),
        *(f"• {title}" for title in titles),
        small(language.say("They are read once you keep the feed.")),
    ]
    return "\n".join(lines)


def _read(article: Article, same: Source | None, room: int, language: Language) -> str:
    """Return what was read of an article, what was cleaned away, and whether it is here already.

    Where there is little room the title is no link, what was cleaned away is only counted, and
    the source is left out.
    """
    paragraphs = language.count("{n} paragraph", "{n} paragraphs", article.paragraphs)
    told = [heading(linked(article)), " · ".join([*provenance(article), paragraphs])]
    notes = [_same(same, language)] if same is not None else []
    notes.append(small(language.say("It answers nothing until you keep it.")))
    # The headline stands above: that a page has it twice is nothing to be looked at.
    removals = [removal for removal in article.removals if removal.why != TITLE_REPEATED]
    cleaned = language.count(
        "{n} line was cleaned away:", "{n} lines were cleaned away:", len(removals)
    )
    left = room - length("\n".join([*told, small(cleaned), *notes]))
    for place, shorter in ((0, heading(escape(article.title, TITLE_LIMIT))), (1, paragraphs)):
        if left < 0:
            left += length(told[place]) - length(shorter)
            told[place] = shorter
    if removals:
        texts = [escape(removal.text, _REMOVAL_LIMIT) for removal in removals]
        limit = min(_CLEANED_LIMIT, left - _COUNT_LENGTH)
        shown = f" {join(texts, ' · ', limit, language)}" if limit >= _REMOVAL_LIMIT else ""
        told.append(small(cleaned + shown if shown else cleaned.rstrip(" :：")))
    return "\n".join([*told, *notes])


def _same(source: Source, language: Language) -> str:
    """Return that a source has brought the same text before."""
    title = f"**{escape(source.title, TITLE_LIMIT)}**"
    if source.kind == "feed":
        return "⚠️ " + language.say(
            "This is the same text as an article of the feed {title}.", title=title
        )
    return "⚠️ " + language.say(
        "This is the same text as {title}, added {when}. If you keep this one, it replaces the "
        "other.",
        title=title,
        when=f"<t:{source.added}:R>",
    )
