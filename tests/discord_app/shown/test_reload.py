from __future__ import annotations

from dataclasses import replace

import discord
import pytest

from bot.discord_app.locale.language import Languages
from bot.discord_app.shown.reload import reload_layout
from bot.ingest.refusal import Refusal
from bot.library.reloading.reload_report import KeptRefusal, ReloadReport
from tests.discord_app.reading import read
from tests.discord_app.shown.test_layout import ARTICLE, payload


@pytest.mark.parametrize(
    ("to_embed", "said"),
    [
        (1, "1 passage is found by its words now, and by its meaning in a moment."),
        (2500, "2,500 passages are found by their words now, and by their meaning in a moment."),
    ],
)
def test_a_reload_says_what_is_not_found_by_its_meaning_yet(to_embed: int, said: str) -> None:
    report = ReloadReport((), (), (), (), 3, to_embed)
    assert said in read(payload(reload_layout(report, Languages.load().english)))


def test_a_reload_says_nothing_of_meaning_where_all_is_embedded() -> None:
    report = ReloadReport((), (), (), (), 3)
    assert "meaning" not in read(payload(reload_layout(report, Languages.load().english)))


def test_what_names_nobody_is_told_with_the_reason() -> None:
    reason = "it takes more than 9 seconds to read: split it, or save it as plain text"
    report = ReloadReport((), (), (), (), 3, nameless=(Refusal("long.txt", reason),))
    shown = read(payload(reload_layout(report, Languages.load().english)))
    assert "In service, but could not be searched for people" in shown
    assert f"`long.txt`: {reason}" in shown
    german = Languages.load().of(discord.Locale.german)
    assert "more than" not in read(payload(reload_layout(report, german)))


def test_a_reload_of_many_long_titles_leaves_nothing_out_whole() -> None:
    article = replace(ARTICLE, title="A bridge over the harbour of Lune " * 9)
    reason = "it takes more than 9 seconds to read: split it, or save it as plain text"
    refused = tuple(Refusal(f"{number}-{'long' * 40}.txt", reason) for number in range(20))
    report = ReloadReport(
        (article,) * 20,
        (article,) * 20,
        (article,) * 20,
        tuple(KeptRefusal(one, kept=True) for one in refused),
        3,
        2500,
        refused,
    )
    shown = read(payload(reload_layout(report, Languages.load().english)))
    assert shown.count("A bridge over the harbour") >= 9
    assert shown.count("it takes more than 9 seconds") >= 4
    assert "2,500 passages are found by their words" in shown
