"""The layout of a reload's result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.markdown import code, escape
from bot.discord_app.shown.layout import (
    ACCENT,
    LINE_LIMIT,
    heading,
    join,
    layout,
    paragraphs,
    rule,
    small,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import discord

    from bot.articles.article import Article
    from bot.discord_app.locale.language import Language
    from bot.library.reloading.reload_report import ReloadReport

_LISTED = 10
_LIST_LIMIT = 900
_LISTS_LIMIT = 3200
"""The length of a list, and of all lists together, in UTF-16 code units."""


def reload_layout(report: ReloadReport, language: Language) -> discord.ui.LayoutView:
    """Return what a reload changed, what it refused and why, and what names nobody."""
    kept = language.say("Its last good version stays in service.")
    refused = (
        f"{code(item.refusal.file, 100)}: "
        f"{escape(language.reason(item.refusal.reason), 300)}" + (f" *{kept}*" if item.kept else "")
        for item in report.refused
    )
    nameless = (
        f"{code(one.file, 100)}: {escape(language.reason(one.reason), 300)}"
        for one in report.nameless
    )
    every = (
        (language.say("Added"), [*_titles(report.added)]),
        (language.say("Changed"), [*_titles(report.changed)]),
        (language.say("Removed"), [*_titles(report.removed)]),
        (language.say("Refused"), [*refused]),
        (language.say("In service, but could not be searched for people"), [*nameless]),
    )
    lists = [(name, lines) for name, lines in every if lines]
    limit = min(_LIST_LIMIT, _LISTS_LIMIT // max(1, len(lists)))
    return layout(
        ACCENT,
        heading(language.say("The articles were read again")),
        rule(),
        paragraphs(
            _counts(report, language),
            *(_list(name, lines, limit, language) for name, lines in lists),
        ),
        small(_to_embed(report.to_embed, language)) if report.to_embed else None,
    )


def _counts(report: ReloadReport, language: Language) -> str:
    return language.say(
        "**{added}** added, **{changed}** changed, **{removed}** removed, **{refused}** refused, "
        "{unchanged} unchanged.",
        added=language.number(len(report.added)),
        changed=language.number(len(report.changed)),
        removed=language.number(len(report.removed)),
        refused=language.number(len(report.refused)),
        unchanged=language.number(report.unchanged),
    )


def progress_text(done: int, total: int, language: Language) -> str:
    """Return how far a reload has come."""
    return language.say(
        "Reading the articles: {done} of {total} files …",
        done=language.number(done),
        total=language.number(total),
    )


def _to_embed(passages: int, language: Language) -> str:
    return language.count(
        "{n} passage is found by its words now, and by its meaning in a moment.",
        "{n} passages are found by their words now, and by their meaning in a moment.",
        passages,
    )


def _titles(articles: Iterable[Article]) -> Iterable[str]:
    return (escape(article.title, LINE_LIMIT) for article in articles)


def _list(name: str, lines: Sequence[str], limit: int, language: Language) -> str:
    shown = [*lines[:_LISTED]]
    if len(lines) > _LISTED:
        left = len(lines) - _LISTED
        shown.append(language.count("and {n} more", "and {n} more", left))
    return f"**{name}**\n" + join(shown, "\n", limit, language)
