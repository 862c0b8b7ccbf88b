"""Summaries as they are shown: sentences, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import escape
from bot.discord_app.shown.layout import (
    ACCENT,
    DESCRIPTION_LIMIT,
    FIELD_LIMIT,
    MUTED,
    TITLE_LIMIT,
    article_embed,
    join,
    place,
    provenance,
)
from bot.language.plain_text import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.quote import Quote
    from bot.discord_app.locale.language import Language
    from bot.summary.summary import Summary, TopicSummary


def summary_embed(summary: Summary, language: Language) -> discord.Embed:
    """Return a summary: its sentences, each with its paragraph's number."""
    embed = article_embed(summary.article)
    lines = [
        f"{escape(sentence.text, FIELD_LIMIT)} `¶ {sentence.passage.number}`"
        for sentence in summary.sentences
    ]
    embed.description = join(lines, "\n\n", DESCRIPTION_LIMIT, language)
    source = provenance(summary.article)
    if source:
        embed.add_field(name=language.say("Source"), value=" · ".join(source), inline=False)
    embed.set_footer(
        text=language.count(
            "{n} word, quoted from the article",
            "{n} words, every one quoted from the article",
            _words(summary.sentences),
        )
    )
    return embed


def topic_embed(summary: TopicSummary, language: Language) -> discord.Embed:
    """Return what articles say about a topic: each sentence with its paragraph and its article."""
    title = language.say("About “{topic}”", topic=escape(summary.topic, TITLE_LIMIT - 40))
    if not summary.sentences:
        reason = language.say("The articles say nothing about that, or too little to quote.")
        return discord.Embed(colour=MUTED, title=title, description=reason)
    embed = discord.Embed(colour=ACCENT, title=title)
    lines = [
        f"{escape(sentence.text, FIELD_LIMIT)}\n*{place(sentence.article, sentence.passage)}*"
        for sentence in summary.sentences
    ]
    embed.description = join(lines, "\n\n", DESCRIPTION_LIMIT, language)
    embed.set_footer(
        text=language.count(
            "{n} word, quoted from the articles",
            "{n} words, every one quoted from the articles",
            _words(summary.sentences),
        )
    )
    return embed


def _words(sentences: Sequence[Quote]) -> int:
    return sum(count_words(sentence.text) for sentence in sentences)
