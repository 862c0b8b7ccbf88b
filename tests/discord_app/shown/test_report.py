from __future__ import annotations

import csv
import io

import pytest

from bot.discord_app.shown.report import report_csv
from bot.library.library import Library
from bot.storage.answers import Votes
from bot.storage.guild_report import GuildReport


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("who;=cmd|' /c calc'!a1", "who;'=cmd|' /c calc'!a1"),
        ("who; @sum(a1)", "who; '@sum(a1)"),
        ("who,-1", "who,'-1"),
        ("＝1", "'＝1"),
        ('say "=1"', 'say "=1"'),
        ("a = b", "a = b"),
    ],
)
def test_no_spreadsheet_runs_what_a_member_asked(question: str, cell: str) -> None:
    report = GuildReport(1, 0, Votes(), (), ((question, 1),))
    text = report_csv(report, Library(())).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[-1][1] == cell
    assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())
