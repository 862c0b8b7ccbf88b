from __future__ import annotations

import pytest

from bot.discord_app.locale.language import Languages
from bot.discord_app.shown.reload import reload_layout
from bot.library.reload_report import ReloadReport
from tests.discord_app.reading import read
from tests.discord_app.shown.test_layout import payload


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
