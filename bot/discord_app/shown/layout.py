"""What all embeds share: colours, citations, links, dates, lists, and Discord's limits."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import discord

from bot.discord_app.markdown import clip, escape, length
from bot.language.plain_text import ELLIPSIS, plain

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

_MAX_URL = 512
_MAX_URL_IN_TEXT = 400
_HOST_LIMIT = 80
# A name of a host, as it stands in an address or alone.
_HOST = re.compile(r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")


def article_embed(article: Article) -> discord.Embed:
    """Return an embed about an article: its title, linked to where it was published."""
    url = address(article)
    host = _host_to_show(article.title, url)
    title = escape(article.title, TITLE_LIMIT - length(host)) + host
    return discord.Embed(colour=ACCENT, title=title, url=url)


def address(article: Article) -> str | None:
    """Return where an article was published, unless the address can't be shown.

    One with a user's name in it shows another host than the one that it leads to.
    """
    if not article.url or len(article.url) > _MAX_URL:
        return None
    try:
        parts = urlsplit(article.url)
        named = "@" in parts.netloc or not parts.hostname
    except ValueError:
        return None
    return None if named else article.url


def _host_to_show(title: str, url: str | None) -> str:
    """Return what is to stand behind a linked title that reads like another address."""
    if url is None:
        return ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    named = {name.lower().removeprefix("www.") for name in _HOST.findall(plain(title))}
    return f" ({escape(host, _HOST_LIMIT)})" if named - {host} else ""


def provenance(article: Article) -> list[str]:
    """Return an article's source, author and date, those that are known."""
    parts = [escape(part, 120) for part in (article.source, article.author) if part]
    if article.date:
        parts.append(date(article.date))
    return list(dict.fromkeys(parts))


def citation(article: Article, passage: Passage, language: Language) -> str:
    """Return the citation of a passage: source, author, date, paragraph, and sub-heading."""
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
    """Return a day in the reader's own format; noon UTC is the same day almost everywhere."""
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return f"<t:{int(noon.timestamp())}:D>"


def place(article: Article, passage: Passage) -> str:
    """Return in short where a passage stands: its paragraph, and the article, linked."""
    return f"¶ {passage.number}, {linked(article)}"


def linked(article: Article) -> str:
    """Return an article's title, as a link where it has an address."""
    title, url = escape(article.title, 90), address(article)
    if not url or len(url) > _MAX_URL_IN_TEXT:
        return title
    return f"[{title}]({url}){_host_to_show(article.title, url)}"


def times(count: int, language: Language) -> str:
    """Return how often, in words."""
    return language.count("once", "{n} times", count)


def join(lines: Sequence[str], separator: str, limit: int, language: Language) -> str:
    """Return as many lines as the limit holds, joined; what is left out is counted."""
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
    """Return text that is escaped already, cut."""
    shown = clip(text, limit)
    return text if shown == text else shown.removesuffix(ELLIPSIS).rstrip("\\") + ELLIPSIS
