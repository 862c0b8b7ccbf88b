"""Layouts of the list of articles and of the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.discord_app.markdown import code
from bot.discord_app.shown.citation import linked, provenance
from bot.discord_app.shown.layout import (
    ACCENT,
    beside,
    heading,
    layout,
    paragraphs,
    rows,
    rule,
    small,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import discord

    from bot.articles.article import Article
    from bot.discord_app.locale.language import Language
    from bot.discord_app.shown.layout import Part

    Button = discord.ui.Item[Any]

ARTICLES_A_PAGE = 5


def articles_layout(
    articles: Sequence[Article],
    page: int,
    pages: int,
    buttons: tuple[Iterable[Button], Iterable[Button]],
    language: Language,
    *,
    searched: bool = False,
) -> discord.ui.LayoutView:
    """Return one page of the list of articles: title, source, date, number of passages.

    Args:
        articles: All articles.
        page: The page, from 0.
        pages: How many pages there are.
        buttons: One for each article of the page, to stand beside it, and those beneath the page.
        language: The reader's language.
        searched: Whether these are only the articles that were searched for.
    """
    first = page * ARTICLES_A_PAGE
    beside_each, beneath = buttons
    listed: list[Part] = []
    shown = zip(articles[first : first + ARTICLES_A_PAGE], beside_each, strict=True)
    for number, (article, button) in enumerate(shown, first + 1):
        passages = language.count("{n} passage", "{n} passages", len(article.passages))
        facts = small(" · ".join([*provenance(article), passages]))
        listed.append(beside(f"**{language.number(number)}.** {linked(article)}\n{facts}", button))
    nothing = (
        language.say("No article matches that.")
        if searched
        else language.say("There are no articles yet.")
    )
    return layout(
        ACCENT,
        heading(language.say("The articles")),
        *(listed or [nothing]),
        small(_footer(len(articles), page, pages, language)),
        *rows(beneath),
    )


def _footer(count: int, page: int, pages: int, language: Language) -> str:
    return language.say(
        "Page {page} of {pages} · {articles}",
        page=language.number(page + 1),
        pages=language.number(pages),
        articles=language.count("{n} article", "{n} articles", count),
    )


def help_layout(
    examples: Sequence[str], language: Language, *, manages: bool
) -> discord.ui.LayoutView:
    """Return what the bot can do in a few lines, with examples that these articles answer.

    Args:
        examples: The examples.
        language: The reader's language.
        manages: Whether the reader may manage the server, and so use the commands for that.
    """
    return _introduced(_abilities(language, manages=manages), examples, language)


def welcome_layout(examples: Sequence[str], language: Language) -> discord.ui.LayoutView:
    """Return what the bot says of itself to a server that has just added it.

    Args:
        examples: Commands that its articles answer, if it has any.
        language: The server's language.
    """
    lines = [
        _purpose(language),
        language.say("`/ask`, a mention or a direct message: ask a question."),
        language.say("`/help`: everything else."),
        language.say(
            "For those who may Manage Server: `/sources add` brings in this server's own "
            "articles, `/settings` says where and how I answer."
        ),
    ]
    return _introduced(lines, examples, language)


def _introduced(
    lines: Sequence[str], examples: Sequence[str], language: Language
) -> discord.ui.LayoutView:
    shown = "\n".join(code(example, 150) for example in examples)
    # Outside of the text that it is put into, where it is not found for the catalogues.
    invited = language.say("Try")
    return layout(
        ACCENT,
        heading("Footnote"),
        rule(),
        paragraphs("\n".join(lines), f"**{invited}**\n{shown}" if examples else None),
    )


def _purpose(language: Language) -> str:
    return language.say(
        "I answer questions about the articles with the passage itself, word for word, and "
        "say where it stands."
    )


def _abilities(language: Language, *, manages: bool) -> list[str]:
    lines = [
        _purpose(language),
        language.say("`/ask`, a mention or a direct message: ask a question."),
        language.say(
            "`/summary`: the main points of an article, or of a topic across all articles."
        ),
        language.say("`/who`: who somebody is, in the articles' own words."),
        language.say("`/articles`: everything I have read."),
        language.say(
            "Reply to an answer to ask on. *Apps → {find}* on a message looks for what it says.",
            find=language.name("Find in the articles"),
        ),
        language.say("When the articles don't answer, I say so. `/privacy`: what is kept."),
    ]
    if manages:
        lines.append(
            language.say(
                "You manage this server: `/sources` adds its own articles, `/settings` says how I "
                "behave here, `/report` what was asked and answered."
            )
        )
    return lines
