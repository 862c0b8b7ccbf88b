"""A server's settings and report as they are shown, and what is kept of its members."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import discord

from bot.articles.quote import Quote
from bot.discord_app.markdown import escape
from bot.discord_app.shown.citation import place
from bot.discord_app.shown.layout import (
    ACCENT,
    heading,
    join,
    layout,
    paragraphs,
    rows,
    rule,
    small,
)

if TYPE_CHECKING:
    from bot.discord_app.locale.language import Language
    from bot.library.library import Library
    from bot.storage.guild_report import GuildReport, LikedAnswer
    from bot.storage.guild_settings import GuildSettings

REPORT_FILE = "footnote-report.csv"
"""The name of the file that comes with a report, which the report shows."""

_LISTED = 10
_LIST_LIMIT = 1500
# A spreadsheet would run a cell that begins so; some begin a new cell after a semicolon too.
_FORMULA = re.compile(r"(?:^|(?<=[;,\t\r\n]))([^\S\t\r\n]*+)(?=[=+\-@＝＋－＠])")


def settings_layout(
    settings: GuildSettings, language: Language, *, changed: bool
) -> discord.ui.LayoutView:
    """Return a server's settings as they are shown."""
    title = language.say("Settings saved") if changed else language.say("Settings")
    yes, no = language.say("yes"), language.say("no")
    channels = " ".join(f"<#{channel}>" for channel in settings.channels[:20])
    limit = (
        language.say(
            "{questions} in {seconds} s",
            questions=language.count("{n} question", "{n} questions", settings.cooldown_questions),
            seconds=language.number(settings.cooldown_seconds),
        )
        if settings.cooldown_questions
        else language.say("no limit")
    )
    kept = language.count("{n} day", "{n} days", settings.kept_days)
    lines = (
        (
            language.say("Answers to /ask"),
            language.say("only for whoever asks")
            if settings.private
            else language.say("for everybody"),
        ),
        (language.say("Mentions are answered in"), channels or language.say("every channel")),
        (language.say("Members can vote"), yes if settings.feedback else no),
        (language.say("A member may ask"), limit),
        (
            language.say("Texts of unanswered questions are kept"),
            kept if settings.keep_questions else no,
        ),
        (
            language.say("The articles that all servers share answer too"),
            yes if settings.shared else no,
        ),
    )
    named = paragraphs(*(f"**{name}**\n{value}" for name, value in lines))
    return layout(ACCENT, heading(title), rule(), named)


def report_layout(
    report: GuildReport, library: Library, settings: GuildSettings, language: Language
) -> discord.ui.LayoutView:
    """Return what a server's members asked and thought, as it is shown, with its file."""
    share = report.answered / report.asked if report.asked else 0.0
    counts = (
        language.count("**{n}** question", "**{n}** questions", report.asked)
        + " · "
        + language.say("{share} answered", share=language.percent(share))
        + f"\n👍 {language.number(report.votes.up)} · 👎 {language.number(report.votes.down)}"
    )
    liked = [
        f"{_place(liked, library)} · 👍 {liked.votes.up} · 👎 {liked.votes.down}"
        for liked in report.least_liked[:_LISTED]
    ]
    unanswered = [
        f"{language.number(times)} × {escape(question, 150)}"
        for question, times in report.unanswered[:_LISTED]
    ]
    parts = [
        _list(language.say("Least liked"), liked, language),
        _list(language.say("Asked most often without an answer"), unanswered, language),
    ]
    if not unanswered and not settings.keep_questions:
        parts.append(
            small(
                language.say(
                    "The texts of questions are not kept. /settings keep_questions turns that on."
                )
            )
        )
    file = discord.ui.File[Any](f"attachment://{REPORT_FILE}")
    title = heading(language.say("Questions in this server"))
    return layout(ACCENT, title, rule(), paragraphs(counts, *parts), file)


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


def privacy_layout(
    settings: GuildSettings, forget: discord.ui.Item[Any], language: Language
) -> discord.ui.LayoutView:
    """Return in plain words what is kept, and what is not.

    Args:
        settings: The server's settings.
        forget: The button that deletes what is kept of whoever presses it.
        language: The reader's language.
    """
    if settings.keep_questions:
        texts = language.count(
            "This server keeps the texts of questions that were not answered for {n} day, "
            "without who asked.",
            "This server keeps the texts of questions that were not answered for {n} days, "
            "without who asked.",
            settings.kept_days,
        )
    else:
        texts = language.say("The texts of questions are not kept.")
    lines = (
        language.say(
            "**Kept:** for each answer, which passages it shows and who may turn its "
            "pages, until the answer is deleted; and votes, one per member."
        ),
        language.say("**Counted:** how many questions a server asked, and how many were answered."),
        texts,
        language.say(
            "**Sources:** the articles that this server added, and who added them when, until it "
            "removes them. Links and feeds are read from here; their sites don't learn who asks."
        ),
        language.say("Nothing of one server is shown in another, and nothing is sent anywhere."),
    )
    title = heading(language.say("What is kept"))
    return layout(ACCENT, title, rule(), paragraphs(*lines), *rows([forget]))


def _place(liked: LikedAnswer, library: Library) -> str:
    article = library.article(liked.article)
    if article is None:
        return escape(liked.article, 90)
    passage = article.passages[min(liked.passage, len(article.passages) - 1)]
    return place(Quote(article, passage, (0, len(passage.text))))


def _cell(text: str) -> str:
    return _FORMULA.sub(r"\1'", " ".join(text.split()))
