from __future__ import annotations

from dataclasses import replace

import pytest

from bot.discord_app import fair_use
from bot.discord_app.fair_use import FairUse
from bot.discord_app.user_error import UserError
from bot.storage.guild_settings import DEFAULTS

TWICE = replace(DEFAULTS, cooldown_questions=2, cooldown_seconds=20)
GUILD = 7


class Hand:
    """Tell the time that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


def ask(fair: FairUse, member: int, guild: int | None = GUILD) -> None:
    with fair.turn(guild, member, TWICE):
        pass


def test_so_many_questions_and_then_a_wait_that_is_told(clock: Hand) -> None:
    fair = FairUse(clock)
    ask(fair, 1)
    ask(fair, 1)
    clock.now += 12.5
    with pytest.raises(
        UserError, match=r"^You are quick! Ask again in 8 s, so that everybody gets a turn\.$"
    ):
        ask(fair, 1)
    ask(fair, 2)
    ask(fair, 1, guild=None)
    clock.now += 8
    ask(fair, 1)


def test_one_question_at_a_time_unless_the_last_one_is_stuck(clock: Hand) -> None:
    fair = FairUse(clock)
    with fair.turn(GUILD, 1, TWICE):
        clock.now += 29.9
        with pytest.raises(UserError, match="One question at a time"):
            ask(fair, 1)
        ask(fair, 2)
        clock.now += 0.1
        with fair.turn(GUILD, 1, TWICE):
            pass
    ask(fair, 1)


def test_other_settings_count_from_anew(clock: Hand) -> None:
    fair = FairUse(clock)
    ask(fair, 1)
    ask(fair, 1)
    with fair.turn(GUILD, 1, replace(TWICE, cooldown_questions=3)):
        pass
    with fair.turn(GUILD, 1, replace(TWICE, cooldown_questions=0)):
        pass


def test_of_many_members_those_are_forgotten_who_may_ask_at_once_anyway(
    clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fair_use, "_MOST_KNOWN", 3)
    fair = FairUse(clock)
    for member in (1, 2):
        ask(fair, member)
    clock.now += 25
    for member in (2, 3, 3):
        ask(fair, member)
    ask(fair, 4)
    assert set(fair._cooldowns) == {(GUILD, 2), (GUILD, 3), (GUILD, 4)}
    with pytest.raises(UserError):
        ask(fair, 3)
    ask(fair, 2)
    with pytest.raises(UserError):
        ask(fair, 2)
