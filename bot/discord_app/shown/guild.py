"""A server's settings and report as they are shown, and what is kept of its members."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import escape
from bot.discord_app.shown.layout import ACCENT, join, place

if TYPE_CHECKING:
    from bot.discord_app.locale.language import Language
    from bot.library.library import Library
    from bot.storage.guild_report import GuildReport, LikedAnswer
    from bot.storage.guild_settings import GuildSettings

_LISTED = 10
_LIST_LIMIT = 1000
# A spreadsheet would run a cell that begins so; some begin a new cell after a semicolon too.
_FORMULA = re.compile(r"(?:^|(?<=[;,\t\r\n]))(\s*)(?=[=+\-@＝＋－＠])")


def settings_embed(settings: GuildSettings, language: Language, *, changed: bool) -> discord.Embed:
    """Return a server's settings as they are shown."""
    title = language.say("Settings saved") if changed else language.say("Settings")
    embed = discord.Embed(colour=ACCENT, title=title)
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
    for name, value in (
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
    ):
        embed.add_field(name=name, value=value, inline=False)
    return embed


def report_embed(
    report: GuildReport, library: Library, settings: GuildSettings, language: Language
) -> discord.Embed:
    """Return what a server's members asked and thought, as it is shown."""
    embed = discord.Embed(colour=ACCENT, title=language.say("Questions in this server"))
    share = report.answered / report.asked if report.asked else 0.0
    embed.description = "\n".join(
        (
            language.count("**{n}** question", "**{n}** questions", report.asked)
            + " · "
            + language.say("{share} answered", share=language.percent(share)),
            f"👍 {language.number(report.votes.up)} · 👎 {language.number(report.votes.down)}",
        )
    )
    if report.least_liked:
        lines = [
            f"{_place(liked, library)} · 👍 {liked.votes.up} · 👎 {liked.votes.down}"
            for liked in report.least_liked[:_LISTED]
        ]
        name = language.say("Least liked")
        embed.add_field(name=name, value=join(lines, "\n", _LIST_LIMIT, language), inline=False)
    if report.unanswered:
        lines = [
            f"{language.number(times)} × {escape(question, 150)}"
            for question, times in report.unanswered[:_LISTED]
        ]
        name = language.say("Asked most often without an answer")
        embed.add_field(name=name, value=join(lines, "\n", _LIST_LIMIT, language), inline=False)
    elif not settings.keep_questions:
        embed.set_footer(
            text=language.say(
                "The texts of questions are not kept. /settings keep_questions turns that on."
            )
        )
    return embed


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


def privacy_embed(settings: GuildSettings, language: Language) -> discord.Embed:
    """Return in plain words what is kept, and what is not."""
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
        language.say("Nothing of one server is shown in another, and nothing is sent anywhere."),
    )
    return discord.Embed(
        colour=ACCENT, title=language.say("What is kept"), description="\n".join(lines)
    )


def _place(liked: LikedAnswer, library: Library) -> str:
    article = library.article(liked.article)
    if article is None:
        return escape(liked.article, 90)
    passage = article.passages[min(liked.passage, len(article.passages) - 1)]
    return place(article, passage)


def _cell(text: str) -> str:
    return _FORMULA.sub(r"\1'", " ".join(text.split()))
