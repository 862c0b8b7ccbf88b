"""Recognise questions that ask for the whole of an article, and find which article is meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.language.packs import pack_for
from bot.language.sentence_cues import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article
    from bot.language.analysis.analyser import Analyser
    from bot.language.pack import LanguagePack


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
    packs: Iterable[LanguagePack],
    replied: Article | None = None,
) -> WantedSummary | None:
    """Return which article's summary a question asks for, or ``None`` if it asks something else.

    *What happened?*, *what's this about*, *tl;dr* and *summarise the flag one* ask for one, and
    in reply to an answer *tell me more* does.

    Args:
        question: The question.
        articles: The articles.
        packs: The languages that the question may be in.
        replied: The article of the answer that the question replies to, if it does.
    """
    for pack in packs:
        if replied and pack.summary_requests.asks_more(question):
            return WantedSummary(replied, "replied")
        naming = pack.summary_requests.naming(question)
        if naming is not None and articles:
            wanted = _wanted(naming, pack, articles, replied)
            if wanted:
                return wanted
    return None


def _wanted(
    naming: str, pack: LanguagePack, articles: Sequence[Article], replied: Article | None
) -> WantedSummary | None:
    """Return the article that is named, else the one replied to, the only or the newest one."""
    if naming:
        # “Sum up when the bridge opens” asks when it does.
        asks_otherwise = pack.kind_of(naming) is not Kind.OTHER
        named = None if asks_otherwise else _named(naming, pack, articles)
        return WantedSummary(named, "named") if named else None
    if replied:
        return WantedSummary(replied, "replied")
    if len(articles) == 1:
        return WantedSummary(articles[0], "only")
    newest = max(articles, key=lambda article: article.date or dt.date.min)
    return WantedSummary(newest, "newest")


def _named(naming: str, pack: LanguagePack, articles: Sequence[Article]) -> Article | None:
    """Return the article whose headline or id has the most of some words; of equals the newest.

    The words are compared as the language of each article has them: names are the same in many.
    """
    said = [word for word in pack.analyser.words(naming) if pack.analyser.analyse(word)]
    analysers = {article.language: pack_for(article.language).analyser for article in articles}
    asked = {
        language: {term for word in said for term in analyser.terms(word)}
        for language, analyser in analysers.items()
    }
    held = [len(asked[one.language] & _called(one, analysers[one.language])) for one in articles]
    most = max(held)
    if not most:
        return None
    best = [article for article, count in zip(articles, held, strict=True) if count == most]
    return max(best, key=lambda article: article.date or dt.date.min)


def _called(article: Article, analyser: Analyser) -> set[str]:
    """Return the terms of an article's headline and id."""
    return {*analyser.terms(article.title), *analyser.terms(article.id.replace("-", " "))}
