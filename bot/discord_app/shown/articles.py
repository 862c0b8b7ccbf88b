"""The list of articles and the help, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import code
from bot.discord_app.shown.layout import ACCENT, DESCRIPTION_LIMIT, join, linked, provenance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.discord_app.locale.language import Language

ARTICLES_A_PAGE = 5


def articles_embed(
    articles: Sequence[Article], page: int, pages: int, language: Language
) -> discord.Embed:
    """Return one page, from 0, of the list of articles: title, source, date, number of passages."""
    first = page * ARTICLES_A_PAGE
    lines = []
    for number, article in enumerate(articles[first : first + ARTICLES_A_PAGE], first + 1):
        passages = language.count("{n} passage", "{n} passages", len(article.passages))
        facts = " · ".join([*provenance(article), passages])
        lines.append(f"**{language.number(number)}.** {linked(article)}\n{facts}")
    embed = discord.Embed(colour=ACCENT, title=language.say("The articles"))
    embed.description = join(lines, "\n", DESCRIPTION_LIMIT, language) or language.say(
        "There are no articles yet."
    )
    embed.set_footer(
        text=language.say(
            "Page {page} of {pages} · {articles}",
            page=language.number(page + 1),
            pages=language.number(pages),
            articles=language.count("{n} article", "{n} articles", len(articles)),
        )
    )
    return embed


def help_embed(examples: Sequence[str], language: Language) -> discord.Embed:
    """Return what the bot can do in six lines, with examples that these articles answer."""
    lines = [
        language.say(
            "I answer questions about the articles with the passage itself, word for word, and "
            "say where it stands."
        ),
        language.say("`/ask`, a mention or a direct message: ask a question."),
        language.say(
            "`/summary`: the main points of an article, or of a topic across all articles."
        ),
        language.say("`/who`: who somebody is, in the articles' own words."),
        language.say("`/articles`: everything I have read."),
        language.say("When the articles don't answer, I say so. `/privacy`: what is kept."),
    ]
    embed = discord.Embed(colour=ACCENT, title="Footnote", description="\n".join(lines))
    if examples:
        shown = "\n".join(code(example, 150) for example in examples)
        embed.add_field(name=language.say("Try"), value=shown, inline=False)
    return embed
