"""Answers as they are shown: the passage and its citation, or that there is no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import clip, escape, quote
from bot.discord_app.shown.layout import MUTED, UNSURE_COLOUR, article_embed, citation
from bot.language.plain_text import plain
from bot.retrieval.answer import UNSURE

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.discord_app.locale.language import Language
    from bot.retrieval.answer import Answer, Hit

_QUOTE_LIMIT = 1800
_CONTEXT_LIMIT = 1000
_AUTHOR_LIMIT = 256
_NAME_LIMIT = 200
_SENTENCE_LIMIT = 600


def answer_embed(answer: Answer, language: Language) -> discord.Embed:
    """Return an answer: the passage, its best sentence in bold, and the citation."""
    embed = hit_embed(answer.hits[0], language)
    embed.set_footer(
        text=language.say(
            "{share} sure · every word above is quoted", share=language.percent(answer.confidence)
        )
    )
    return with_question(embed, answer.question)


def with_question(embed: discord.Embed, question: str | None) -> discord.Embed:
    """Return an embed with the question above what it shows."""
    asked = plain(question or "")
    if asked:
        embed.set_author(name=clip(asked, _AUTHOR_LIMIT))
    return embed


def nearest_embed(hit: Hit, language: Language) -> discord.Embed:
    """Return the passage nearest to a question that the articles don't answer."""
    embed = hit_embed(hit, language)
    embed.colour = MUTED
    embed.set_footer(text=language.say("The nearest passage, not an answer"))
    return embed


def perhaps_embed(answer: Answer, language: Language) -> discord.Embed:
    """Return the sentences that may answer, each with its citation; none is given as the answer."""
    embed = discord.Embed(colour=UNSURE_COLOUR, title=language.say(UNSURE))
    for number, hit in enumerate(answer.shown, start=1):
        title = escape(hit.article.title, _NAME_LIMIT)
        embed.add_field(
            name=f"{language.number(number)} · {title}",
            value=f"> {escape(hit.sentence_text, _SENTENCE_LIMIT)}\n"
            + citation(hit.article, hit.passage, language),
            inline=False,
        )
    embed.set_footer(text=language.say("Every word above is quoted; the bot is not sure"))
    return with_question(embed, answer.question)


def opened_embed(hit: Hit, language: Language) -> discord.Embed:
    """Return the passage of a sentence that may answer."""
    embed = hit_embed(hit, language)
    embed.colour = UNSURE_COLOUR
    embed.set_footer(text=language.say("This may be it · every word above is quoted"))
    return embed


def hit_embed(hit: Hit, language: Language) -> discord.Embed:
    """Return one passage with its best sentence in bold and its citation."""
    embed = article_embed(hit.article)
    embed.description = quote(hit.passage.text, hit.sentence, _QUOTE_LIMIT, hit.exact)
    embed.add_field(
        name=language.say("Source"),
        value=citation(hit.article, hit.passage, language),
        inline=False,
    )
    return embed


def other_hit_embed(hit: Hit, page: int, pages: int, language: Language) -> discord.Embed:
    """Return one of an answer's passages, and which of them it is, from 0."""
    embed = hit_embed(hit, language)
    embed.set_footer(
        text=language.say(
            "Passage {page} of {pages} · every word above is quoted",
            page=language.number(page + 1),
            pages=language.number(pages),
        )
    )
    return embed


def context_embed(article: Article, position: int, language: Language) -> discord.Embed:
    """Return a passage, by its position, between the one before it and the one after it."""
    embed = article_embed(article)
    for at in range(max(0, position - 1), min(len(article.passages), position + 2)):
        passage = article.passages[at]
        embed.add_field(
            name=("▸ " if at == position else "") + f"¶ {language.number(passage.number)}",
            value=quote(passage.text, None, _CONTEXT_LIMIT),
            inline=False,
        )
    return embed


def not_found_embed(answer: Answer, language: Language) -> discord.Embed:
    """Return the plain statement that the articles don't answer."""
    lines = [language.say(answer.reason)] if answer.reason else []
    if answer.articles_in:
        lines.append(
            language.say(
                "The articles are in {languages}: ask in that language, or by a name.",
                languages=language.names_of(answer.articles_in),
            )
        )
    embed = discord.Embed(
        colour=MUTED,
        title=language.say("No answer in the articles"),
        description="\n".join(lines) or None,
    )
    return with_question(embed, answer.question)
