"""Layouts of summaries: sentences, each with its place in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.markdown import escape, length
from bot.discord_app.shown.answer import titled
from bot.discord_app.shown.citation import address, as_of, date, linked, place, provenance
from bot.discord_app.shown.layout import (
    ACCENT,
    MUTED,
    TITLE_LIMIT,
    asked,
    heading,
    join,
    layout,
    rule,
    small,
)
from bot.language.plain_text import count_words
from bot.retrieval.answer import NO_ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.articles.article import Article
    from bot.articles.quote import Quote
    from bot.discord_app.locale.language import Language
    from bot.summary.summary import Summary, TopicSummary

# Lengths in UTF-16 code units, chosen so that a message stays within ``TEXT_LIMIT``.
_SENTENCE_LIMIT = 1000
_DIGEST_LIMIT = 400
_SENTENCES_LIMIT = 2200
_TOPIC_LIMIT = 3500


def summary_layout(
    summary: Summary,
    language: Language,
    *,
    question: str | None = None,
    footer: str | None = None,
) -> discord.ui.LayoutView:
    """Return a summary: its sentences, each with its paragraph's number.

    Args:
        summary: The summary.
        language: The reader's language.
        question: The question that it answers, if any.
        footer: What to say beneath it instead of how many words it has.
    """
    lines = [
        f"{escape(sentence.text, _SENTENCE_LIMIT)} `¶ {sentence.passage.number}`"
        for sentence in summary.sentences
    ]
    words = language.count(
        "{n} word, quoted from the article",
        "{n} words, every one quoted from the article",
        _words(summary.sentences),
    )
    source = " · ".join([*provenance(summary.article), *as_of(summary.article, language)])
    return layout(
        ACCENT,
        asked(question),
        titled(summary.article, address(summary.article), language),
        rule(),
        join(lines, "\n\n", _SENTENCES_LIMIT, language),
        "\n".join(map(small, filter(None, (source, footer or words)))),
    )


def topic_layout(summary: TopicSummary, language: Language) -> discord.ui.LayoutView:
    """Return what articles say about a topic: each sentence with its paragraph and its article."""
    title = heading(language.say("About “{topic}”", topic=escape(summary.topic, TITLE_LIMIT - 40)))
    if not summary.sentences:
        reason = language.say("The articles say nothing about that, or too little to quote.")
        return layout(MUTED, title, reason)
    return layout(
        ACCENT,
        title,
        rule(),
        _cited(summary.sentences, language),
        small(
            language.count(
                "{n} word, quoted from the articles",
                "{n} words, every one quoted from the articles",
                _words(summary.sentences),
            )
        ),
    )


def digest_layout(
    title: str, sentences: Sequence[Quote], language: Language, of: int | None = None
) -> discord.ui.LayoutView:
    """Return one sentence of each of some articles, in the order given.

    Args:
        title: What stands above them.
        sentences: The sentences.
        language: The reader's language.
        of: How many articles there are in all, if that is to be said.
    """
    if not sentences:
        return layout(MUTED, heading(title), language.say(NO_ARTICLES))
    count = None if of is None else language.count("{n} article", "{n} articles", of)
    lines = [
        f"**{linked(sentence.article)}**{_day(sentence.article)}\n"
        f"> {escape(sentence.text, _DIGEST_LIMIT)}"
        for sentence in sentences
    ]
    return layout(
        ACCENT,
        heading(title),
        join(lines, "\n\n", _TOPIC_LIMIT, language),
        small(" · ".join(filter(None, (count, language.say("One sentence of each, quoted"))))),
    )


def _day(article: Article) -> str:
    return f" · {date(article.date)}" if article.date else ""


def _cited(sentences: Sequence[Quote], language: Language) -> str:
    """Return sentences with their places, linked to the very words where there is room for it."""
    lines: list[str] = []
    for deep in (True, False):
        lines = [
            f"{escape(sentence.text, _SENTENCE_LIMIT)}\n{small(place(sentence, deep=deep))}"
            for sentence in sentences
        ]
        if length("\n\n".join(lines)) <= _TOPIC_LIMIT:
            break
    return join(lines, "\n\n", _TOPIC_LIMIT, language)


def _words(sentences: Sequence[Quote]) -> int:
    return sum(count_words(sentence.text) for sentence in sentences)
