"""Recognise questions that ask for the whole of an article, and find which article is meant."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.language.analyser import Analyser

_WHOLE = re.compile(
    r"""\A\W*(?:(?:so|ok|okay|please|pls|hey|can\ you|could\ you|can\ someone|give\ me)\W+)*
    (?:
        what(?:\W?s|\ is|\ was|\ has|)\ (?:happened|happening|going\ on|new|up)(?:\ here|\ there)?
      | (?:any|what\W?s\ the|what\ is\ the)\ news
      | what(?:\W?s|\ is|s)\ (?P<about>.{0,120}?)\ ?(?:all\ )?about
      | (?:(?:a|the|quick)\ )*(?:tl\W?dr|summary|summarise|summarize|recap|gist|sum\ up|outline)
        (?P<topic>\b.{0,120})
      | (?:what(?:\W?s|\ is)\ )?the\ gist(?P<gist>\b.{0,120})
      | (?:show\ me\ |see\ |read\ |i\ want(?:\ to\ (?:see|read))?\ |let\ me\ (?:see|read)\ )*
        the\ (?:(?:whole|full|entire|complete)\ (?:article|story|text|piece|report|thing)
        |(?:rest|text)\ of\ (?:the|this|that)\ (?:article|story|text|piece|report))
        (?P<whole>\b.{0,120})
    )\W*(?:please|pls|thanks)?\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_MORE = re.compile(
    r"\A\W*(?:(?:tell|show|give)\ me\ |say\ |know\ )?(?:some\ |a\ bit\ |anything\ )?more"
    r"(?:\ (?:about|on)\ (?:it|this|that))?\W*\Z|"
    r"\A\W*(?:go\ on|(?:and\ )?(?:what|anything)\ else)\W*\Z",
    re.IGNORECASE,
)
_FILLING = word_set(
    "a an the this that these those it one of on about article articles story stories piece news "
    "text report me us for please pls all thing here so whole last latest newest is in"
)
_WORD = re.compile(r"\w+")
# Characters of the longest message that is read as asking for a summary.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class WantedSummary:
    """An article whose summary is asked for.

    Attributes:
        article: The article.
        because: Why it is that one: the question names it, the question replies to an answer
            from it, it is the only one, or it is the newest.
    """

    article: Article
    because: Literal["named", "replied", "only", "newest"]


def wanted_summary(
    question: str,
    articles: Sequence[Article],
    analyser: Analyser,
    replied: Article | None = None,
) -> WantedSummary | None:
    """Return which article's summary a question asks for, or ``None`` if it asks something else.

    *What happened?*, *what's this about*, *tl;dr* and *summarise the flag one* ask for one, and
    in reply to an answer *tell me more* does.

    Args:
        question: The question.
        articles: The articles.
        analyser: The analyser of the question's language.
        replied: The article of the answer that the question replies to, if it does.
    """
    if replied and _MORE.match(question):
        return WantedSummary(replied, "replied")
    match = _WHOLE.match(question[:_LONGEST])
    if not match or not articles:
        return None
    topic = next((group for group in match.groups() if group), "")
    words = [word for word in _WORD.findall(topic) if word.lower() not in _FILLING]
    terms = {term for word in words for term in analyser.terms(word)}
    if words:
        named = _named(terms, articles, analyser)
        return WantedSummary(named, "named") if named else None
    if replied:
        return WantedSummary(replied, "replied")
    if len(articles) == 1:
        return WantedSummary(articles[0], "only")
    newest = max(articles, key=lambda article: article.date or dt.date.min)
    return WantedSummary(newest, "newest")


def _named(terms: set[str], articles: Sequence[Article], analyser: Analyser) -> Article | None:
    """Return the article whose headline or id has the most of some words; of equals the newest."""
    held = [
        len(terms & {*analyser.terms(article.title), *analyser.terms(article.id.replace("-", " "))})
        for article in articles
    ]
    most = max(held)
    if not most:
        return None
    best = [article for article, count in zip(articles, held, strict=True) if count == most]
    return max(best, key=lambda article: article.date or dt.date.min)
