"""Lay out what every embed shares: colours, citations, dates, lists, and Discord's limits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import escape, length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, Passage
    from bot.discord_app.locale.language import Language

ACCENT = discord.Colour(0x2F6FDE)
MUTED = discord.Colour(0x8A8F98)
UNSURE_COLOUR = discord.Colour(0xC98A1B)
TITLE_LIMIT = 256
DESCRIPTION_LIMIT = 4096
FIELD_LIMIT = 1024
LINE_LIMIT = 180

_MAX_URL = 400


def article_embed(article: Article) -> discord.Embed:
    """Begin an embed about an article: its title, linked to where it was published."""
    return discord.Embed(colour=ACCENT, title=escape(article.title, TITLE_LIMIT), url=article.url)


def provenance(article: Article) -> list[str]:
    """List an article's source, author and date, those that are known."""
    parts = [escape(part, 120) for part in (article.source, article.author) if part]
    if article.date:
        parts.append(date(article.date))
    return list(dict.fromkeys(parts))


def citation(article: Article, passage: Passage, language: Language) -> str:
    """Cite a passage: source, author, date, paragraph of how many, and sub-heading."""
    paragraph = language.say(
        "¶ {number} of {all}",
        number=language.number(passage.number),
        all=language.number(article.paragraphs),
    )
    parts = [*provenance(article), paragraph]
    if passage.heading:
        heading = escape(passage.heading, 120).strip("“”")
        parts.append(language.say("under “{heading}”", heading=heading))
    return " · ".join(parts)


def date(day: dt.date) -> str:
    """Show a day in the reader's own format; noon UTC is the same day almost everywhere."""
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return f"<t:{int(noon.timestamp())}:D>"


def place(article: Article, passage: Passage) -> str:
    """Say in short where a passage stands: its paragraph, and the article, linked."""
    return f"¶ {passage.number}, {linked(article)}"


def linked(article: Article) -> str:
    """Show an article's title, as a link where it has an address."""
    title = escape(article.title, 90)
    return f"[{title}]({article.url})" if article.url and len(article.url) < _MAX_URL else title


def times(count: int, language: Language) -> str:
    """Say how often."""
    return language.count("once", "{n} times", count)


def join(lines: Sequence[str], separator: str, limit: int, language: Language) -> str:
    """Join as many lines as the limit holds; what is left out is counted."""
    joined = ""
    for number, line in enumerate(lines):
        more = separator + line if joined else line
        reserve = 20 if number + 1 < len(lines) else 0
        if length(joined) + length(more) + reserve > limit:
            left = len(lines) - number
            return joined + separator + language.count("… {n} more", "… {n} more", left)
        joined += more
    return joined


def cut(text: str, limit: int) -> str:
    """Cut a text that is escaped already."""
    return text if length(text) <= limit else text[: limit - 1].rstrip("\\") + "…"
