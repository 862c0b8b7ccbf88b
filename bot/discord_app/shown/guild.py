"""Layouts of a server's settings, and of what is stored about its members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.markdown import escape
from bot.discord_app.shown.layout import (
    ACCENT,
    beside,
    heading,
    join,
    layout,
    paragraphs,
    rows,
    rule,
    small,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.discord_app.locale.language import Language
    from bot.discord_app.shown.layout import Part
    from bot.storage.guild_settings import GuildSettings

_TAGGED_LIMIT = 1000

Item = discord.ui.Item[Any]


@dataclass(frozen=True, slots=True)
class SettingsControls:
    """The controls of a server's settings; each stands beside or under the setting.

    Attributes:
        private: Switches between answers for everybody and for whoever asks.
        feedback: Lets members vote, or not.
        keep_questions: Keeps the texts of unanswered questions, or not.
        shared: Lets the articles that all servers share answer too, or not.
        limits: Opens what the numbers are typed into.
        channels: Chooses the channels where mentions are answered.
        forums: Chooses the forums where new posts are answered.
        report_channel: Chooses where the weekly report goes.
    """

    private: Item
    feedback: Item
    keep_questions: Item
    shared: Item
    limits: Item
    channels: Item
    forums: Item
    report_channel: Item


def settings_layout(
    settings: GuildSettings, controls: SettingsControls, language: Language, *, changed: bool
) -> discord.ui.LayoutView:
    """Return the layout of a server's settings, with their controls."""
    title = language.say("Settings saved") if changed else language.say("Settings")
    return layout(
        ACCENT,
        heading(title),
        rule(),
        *_switches(settings, controls, language),
        *_places(settings, controls, language),
    )


def _switches(
    settings: GuildSettings, controls: SettingsControls, language: Language
) -> Iterator[Part]:
    """Yield the settings with a button beside them."""
    say = language.say
    yes, no = say("yes"), say("no")
    private = say("only for whoever asks") if settings.private else say("for everybody")
    kept = language.count("{n} day", "{n} days", settings.kept_days)
    lines = (
        (say("Answers to /ask"), private, controls.private),
        (say("Members can vote"), yes if settings.feedback else no, controls.feedback),
        (
            say("Texts of unanswered questions are kept"),
            kept if settings.keep_questions else no,
            controls.keep_questions,
        ),
        (
            say("The articles that all servers share answer too"),
            yes if settings.shared else no,
            controls.shared,
        ),
        (say("A member may ask"), _limit(settings, language), controls.limits),
    )
    for name, value, button in lines:
        yield beside(_named(name, value), button)


def _places(
    settings: GuildSettings, controls: SettingsControls, language: Language
) -> Iterator[Part]:
    """Yield the settings with a menu beneath them."""
    say = language.say
    channels = _channels(settings.channels) or say("every channel")
    yield _named(say("Mentions are answered in"), channels)
    yield from rows([controls.channels])
    about_forums = say(
        "New posts there are answered once, after a minute or so, if the answer is sure and no "
        "moderator has replied. I go by the title: what a post says is hidden from me unless it "
        "mentions me."
    )
    forums = _channels(settings.forums) or say("no forum")
    yield _named(say("New posts are answered in"), f"{forums}\n{small(about_forums)}")
    yield from rows([controls.forums])
    report = f"<#{settings.report_channel}>" if settings.report_channel else say("no channel")
    yield _named(say("The report comes every Monday to"), report)
    yield from rows([controls.report_channel])
    bound = (one.partition(" ") for one in settings.channel_tags)
    tagged = [f"<#{channel}>: {escape(tag)}" for channel, _, tag in bound]
    if tagged:
        lines = join(tagged, "\n", _TAGGED_LIMIT, language)
        yield _named(say("Only sources with a tag answer in"), lines)


def everywhere_layout(everywhere: Item, language: Language) -> discord.ui.LayoutView:
    """Return a message that asks whether to answer mentions everywhere again."""
    text = language.say(
        "Nothing was changed: without that channel, mentions would be answered in every channel. "
        "Is that what you want?"
    )
    return layout(None, text, *rows([everywhere]))


def _named(name: str, value: str) -> str:
    return f"**{name}**\n{value}"


def _channels(channels: Sequence[int]) -> str:
    return " ".join(f"<#{channel}>" for channel in channels)


def _limit(settings: GuildSettings, language: Language) -> str:
    if not settings.cooldown_questions:
        return language.say("no limit")
    return language.say(
        "{questions} in {seconds} s",
        questions=language.count("{n} question", "{n} questions", settings.cooldown_questions),
        seconds=language.number(settings.cooldown_seconds),
    )


def privacy_layout(
    settings: GuildSettings, forget: discord.ui.Item[Any], language: Language
) -> discord.ui.LayoutView:
    """Return a statement of what is stored, and what is not.

    Args:
        settings: The server's settings.
        forget: The button that deletes the data of the member who presses it.
        language: The reader's language.
    """
    lines = (
        language.say(
            "**Kept:** for each answer, which passages it shows, where it was asked, which message "
            "it replies to, and who may turn its pages, until the question or the answer is "
            "deleted; and your votes. Of answers that only you see it is kept until the bot leaves "
            "the server, and without a limit where it is in none."
        ),
        language.say(
            "**Counted:** how many questions a server asked, and how many were answered; and, for "
            "as long as the server's limit looks back, how many you asked."
        ),
        _texts_kept(settings, language),
        language.say(
            "**Remembered:** in direct messages and threads your last question, for 15 minutes, so "
            "that you can ask on. It is in memory only."
        ),
        language.say(
            "**Sources:** the articles that this server added, and who added them when, until a "
            "day after it removes them. Links and feeds are read from here; their sites don't "
            "learn who asks."
        ),
        language.say(
            "**Logged** by whoever runs the bot: that a question or a command was used, when, in "
            "which server, how sure the answer was, and a code from its id; and in which channels "
            "I may not write. Never who asked."
        ),
        language.say("Nothing of one server is shown in another, and nothing is sent anywhere."),
    )
    title = heading(language.say("What is kept"))
    return layout(ACCENT, title, rule(), paragraphs(*lines), *rows([forget]))


def _texts_kept(settings: GuildSettings, language: Language) -> str:
    """Return whether and for how long the texts of questions are kept."""
    if settings.keep_questions:
        return language.count(
            "This server keeps the texts of questions that were not answered for {n} day, with "
            "the day and without who asked; its managers see them in the report. The text of every "
            "question is also in the log of whoever runs the bot.",
            "This server keeps the texts of questions that were not answered for {n} days, with "
            "the day and without who asked; its managers see them in the report. The text of every "
            "question is also in the log of whoever runs the bot.",
            settings.kept_days,
        )
    return language.say("The texts of questions are not kept.")
