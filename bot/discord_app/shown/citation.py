"""Citations of quoted words: links to an article and to the words in it, and dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.discord_app.markdown import escape
from bot.discord_app.shown.text_fragment import text_fragments
from bot.language.plain_text import plain

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage
    from bot.articles.quote import Quote
    from bot.discord_app.locale.language import Language

MAX_URL = 512
"""Characters of the address of a button, at most."""

TITLE_LIMIT = 90
"""The greatest length of an article's title in a line of text."""

_BRACKETS = str.maketrans({"(": "%28", ")": "%29"})
_MAX_URL_IN_TEXT = 400
_MAX_URL_IN_LIST = 300
_HOST_LIMIT = 80
_PART_LIMIT = 120
# A name of a host, as it stands in an address or alone.
_HOST = re.compile(r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")


def address(article: Article) -> str | None:
    """Return where an article was published, unless the address can't be shown.

    One with a user's name in it shows another host than the one that it leads to. A bracket in it
    would end a link, and let what follows pass for text of the bot's.
    """
    url = (article.url or "").translate(_BRACKETS)
    if not url or len(url) > MAX_URL:
        return None
    try:
        parts = urlsplit(url)
        named = "@" in parts.netloc or not parts.hostname
    except ValueError:
        return None
    return None if named or parts.scheme not in {"http", "https"} else url


def deep_link(quote: Quote, limit: int = MAX_URL) -> str | None:
    """Return the address of quoted words, which browsers scroll to and mark.

    Without room for the words, or where the address leads to a place of its own, it is the
    article's.
    """
    url = address(quote.article)
    if url is None or "#" in url:
        return url
    links = (f"{url}#:~:text={fragment}" for fragment in text_fragments(quote))
    return next((link for link in links if len(link) <= limit), url)


def host_to_show(title: str, url: str | None) -> str:
    """Return what is to stand after a linked title that reads like another address."""
    if url is None:
        return ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    named = {name.lower().removeprefix("www.") for name in _HOST.findall(plain(title))}
    return f" ({escape(host, _HOST_LIMIT)})" if named - {host} else ""


def provenance(article: Article) -> list[str]:
    """Return an article's source, author and date, those that are known."""
    parts = [escape(part, _PART_LIMIT) for part in (article.source, article.author) if part]
    if article.date:
        parts.append(date(article.date))
    return list(dict.fromkeys(parts))


def citation(article: Article, passage: Passage, language: Language) -> str:
    """Return the citation of a passage: source, author, date, paragraph, and sub-heading."""
    paragraph = _paragraph(article, passage, language)
    parts = [*provenance(article), paragraph, *as_of(article, language)]
    if passage.heading:
        heading = escape(passage.heading, _PART_LIMIT).strip("“”")
        parts.append(language.say("under “{heading}”", heading=heading))
    return " · ".join(parts)


def as_of(article: Article, language: Language) -> list[str]:
    """Return of which day the text of a page is that may change; nothing for others."""
    if not article.as_of:
        return []
    return [language.say("text as of {day}", day=date(article.as_of))]


def plain_citation(quote: Quote, language: Language) -> str:
    """Return quoted words and where they stand, as text without markup."""
    article = quote.article
    known = [article.author, f"“{article.title}”", article.source]
    if article.date:
        known.append(language.date(article.date))
    known.append(_paragraph(article, quote.passage, language))
    if article.as_of:
        known.append(language.say("text as of {day}", day=language.date(article.as_of)))
    where = ", ".join(dict.fromkeys(part for part in known if part))
    return "\n".join(filter(None, (f"“{quote.text}”", f"— {where}", address(article))))


def _paragraph(article: Article, passage: Passage, language: Language) -> str:
    return language.say(
        "¶ {number} of {all}",
        number=language.number(passage.number),
        all=language.number(article.paragraphs),
    )


def date(day: dt.date) -> str:
    """Return a day in the reader's own format.

    At half past ten UTC it is the same day from Hawaii to New Zealand, in their summers too.
    """
    moment = dt.datetime.combine(day, dt.time(10, 30), dt.UTC)
    return f"<t:{int(moment.timestamp())}:D>"


def place(quote: Quote, *, deep: bool = True) -> str:
    """Return in short where quoted words stand: their paragraph, and the article, linked.

    Args:
        quote: The words.
        deep: Whether the link leads to the words; to the article's beginning otherwise.
    """
    url = deep_link(quote, _MAX_URL_IN_TEXT) if deep else address(quote.article)
    return f"¶ {quote.passage.number}, {_linked(quote.article, url, _MAX_URL_IN_TEXT)}"


def linked(article: Article) -> str:
    """Return an article's title, as a link where it has an address that is not too long."""
    return _linked(article, address(article), _MAX_URL_IN_LIST)


def _linked(article: Article, url: str | None, limit: int) -> str:
    title = escape(article.title, TITLE_LIMIT)
    if not url or len(url) > limit:
        return title
    return f"[{title}]({url}){host_to_show(article.title, url)}"
