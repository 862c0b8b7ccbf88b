"""The layout of the report on what a server's members asked."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot.articles.quote import Quote
from bot.discord_app.markdown import escape
from bot.discord_app.shown.citation import TITLE_LIMIT, linked, place
from bot.discord_app.shown.layout import (
    ACCENT,
    heading,
    join,
    layout,
    paragraphs,
    rule,
    small,
)

if TYPE_CHECKING:
    from bot.discord_app.locale.language import Language
    from bot.library.library import Library
    from bot.library.unanswered import QuestionGroup
    from bot.storage.guild_report import GuildReport, PassageVotes, WeekCounts
    from bot.storage.guild_settings import GuildSettings

REPORT_FILE = "footnote-report.csv"
"""The name of the file that comes with a report, which the report shows."""

_LISTED = 10
_OTHERS = 3
# Lengths in UTF-16 code units, chosen so that a message stays within ``TEXT_LIMIT``.
_QUESTION_LIMIT = 150
_OTHER_LIMIT = 80
_LIST_LIMIT = 1500
# A spreadsheet would run a cell that begins so; some begin a new cell after a semicolon too.
_FORMULA = re.compile(r"(?:^|(?<=[;,\t\r\n]))([^\S\t\r\n]*+)(?=[=+\-@＝＋－＠])")


@dataclass(frozen=True, slots=True)
class ReportContents:
    """What a report says.

    Attributes:
        report: What was asked in all, and the votes.
        groups: The questions without an answer, those that are alike together.
        week: What was asked since the last weekly report, if this is one.
    """

    report: GuildReport
    groups: tuple[QuestionGroup, ...]
    week: WeekCounts | None = None


def report_layout(
    reported: ReportContents, library: Library, settings: GuildSettings, language: Language
) -> discord.ui.LayoutView:
    """Return what a server's members asked and thought, as it is shown, with its file.

    Where nobody has asked anything there is nothing to count, and no file is shown.
    """
    report = reported.report
    title = heading(language.say("Questions in this server"))
    if not report.asked:
        nothing = language.say("Nobody has asked anything here yet.")
        return layout(ACCENT, title, rule(), nothing)
    votes = f"👍 {language.number(report.votes.up)} · 👎 {language.number(report.votes.down)}"
    liked = [
        f"{_place(liked, library)} · 👍 {liked.votes.up} · 👎 {liked.votes.down}"
        for liked in report.least_liked[:_LISTED]
    ]
    unanswered = [_group(group, language) for group in reported.groups]
    hint = language.say(
        "The texts of questions are not kept. /settings keep_questions turns that on."
    )
    return layout(
        ACCENT,
        title,
        rule(),
        paragraphs(
            f"{_all_counts(reported, language)}\n{votes}",
            _list(language.say("Least liked"), liked, language),
            _list(language.say("Asked most often without an answer"), unanswered, language),
            None if unanswered or settings.keep_questions else small(hint),
        ),
        discord.ui.File[Any](f"attachment://{REPORT_FILE}"),
    )


def _all_counts(reported: ReportContents, language: Language) -> str:
    """Return what was asked in all, and before it in a weekly report what was asked that week."""
    counts = _counts(reported.report.asked, reported.report.answered, language)
    lines = [language.say("Since the beginning: {counts}", counts=counts)]
    if reported.week is not None:
        week = _counts(reported.week.asked, reported.week.answered, language)
        lines.insert(0, language.say("This week: {counts}", counts=week))
    return "\n".join(lines)


def _counts(asked: int, answered: int, language: Language) -> str:
    share = answered / asked if asked else 0.0
    return (
        language.count("**{n}** question", "**{n}** questions", asked)
        + " · "
        + language.say("{share} answered", share=language.percent(share))
    )


def _group(group: QuestionGroup, language: Language) -> str:
    """Return questions that are alike, with the article that comes nearest."""
    line = f"{language.number(group.times)} × {escape(group.question, _QUESTION_LIMIT)}"
    if group.others:
        others = " · ".join(escape(other, _OTHER_LIMIT) for other in group.others[:_OTHERS])
        line += "\n" + small(language.say("Also: {questions}", questions=others))
    if group.nearest:
        nearest = language.say("Nearest: {article}", article=linked(group.nearest))
        line += "\n" + small(nearest)
    return line


def _list(name: str, lines: list[str], language: Language) -> str | None:
    return f"**{name}**\n" + join(lines, "\n", _LIST_LIMIT, language) if lines else None


def report_csv(report: GuildReport, library: Library) -> bytes:
    """Return a report as a CSV file (UTF-8 with a byte order mark, for spreadsheets)."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["kind", "what", "count", "votes_up", "votes_down"])
    writer.writerow(["asked", "", report.asked, "", ""])
    writer.writerow(["answered", "", report.answered, "", ""])
    writer.writerow(["votes", "", "", *report.votes])
    for liked in report.least_liked:
        article = library.article(liked.article)
        title = article.title if article else liked.article
        writer.writerow(
            ["least liked", _cell(f"{title}, passage {liked.passage + 1}"), "", *liked.votes]
        )
    for question, times in report.unanswered:
        writer.writerow(["unanswered", _cell(question), times, "", ""])
    return out.getvalue().encode("utf-8-sig")


def _place(liked: PassageVotes, library: Library) -> str:
    article = library.article(liked.article)
    if article is None:
        return escape(liked.article, TITLE_LIMIT)
    passage = article.passages[min(liked.passage, len(article.passages) - 1)]
    return place(Quote(article, passage, (0, len(passage.text))))


def _cell(text: str) -> str:
    return _FORMULA.sub(r"\1'", " ".join(text.split()))
