"""What a reload did, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import code, escape
from bot.discord_app.shown.layout import ACCENT, LINE_LIMIT, join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.discord_app.locale.language import Language
    from bot.library.reload_report import ReloadReport

_LISTED = 10
_LIST_LIMIT = 1000


def reload_embed(report: ReloadReport, language: Language) -> discord.Embed:
    """Return what a reload changed, and what it refused and why."""
    embed = discord.Embed(colour=ACCENT, title=language.say("The articles were read again"))
    embed.description = language.say(
        "**{added}** added, **{changed}** changed, **{removed}** removed, **{refused}** refused, "
        "{unchanged} unchanged.",
        added=language.number(len(report.added)),
        changed=language.number(len(report.changed)),
        removed=language.number(len(report.removed)),
        refused=language.number(len(report.refused)),
        unchanged=language.number(report.unchanged),
    )
    for name, articles in (
        (language.say("Added"), report.added),
        (language.say("Changed"), report.changed),
        (language.say("Removed"), report.removed),
    ):
        titles = (escape(article.title, LINE_LIMIT) for article in articles)
        _list_field(embed, name, titles, language)
    kept = language.say("Its last good version stays in service.")
    lines = (
        f"{code(item.refusal.file, 100)}: "
        f"{escape(item.refusal.reason, 300)}" + (f" *{kept}*" if item.kept else "")
        for item in report.refused
    )
    _list_field(embed, language.say("Refused"), lines, language)
    return embed


def progress_text(done: int, total: int, language: Language) -> str:
    """Return how far a reload has come."""
    return language.say(
        "Reading the articles: {done} of {total} files …",
        done=language.number(done),
        total=language.number(total),
    )


def _list_field(embed: discord.Embed, name: str, lines: Iterable[str], language: Language) -> None:
    every = list(lines)
    if not every:
        return
    shown = every[:_LISTED]
    if len(every) > _LISTED:
        left = len(every) - _LISTED
        shown.append(language.count("and {n} more", "and {n} more", left))
    embed.add_field(name=name, value=join(shown, "\n", _LIST_LIMIT, language), inline=False)
