from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.discord_app import fair_use
from bot.discord_app.buttons import BUTTONS
from bot.discord_app.command_access import COST
from bot.discord_app.fair_use import FairUse
from bot.discord_app.user_error import UserError
from bot.storage.guild_settings import DEFAULTS
from tests.discord_app.reading import button, colour, read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom

TWICE = replace(DEFAULTS, cooldown_questions=2, cooldown_seconds=20)
GUILD = 7


class Hand:
    """A clock that a test sets."""

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
    assert set(fair._purses) == {(GUILD, 2), (GUILD, 3), (GUILD, 4)}
    with pytest.raises(UserError):
        ask(fair, 3)
    ask(fair, 2)
    with pytest.raises(UserError):
        ask(fair, 2)


def test_a_purse_is_emptied_by_what_things_cost(clock: Hand) -> None:
    fair = FairUse(clock)
    fair.pay(GUILD, 1, TWICE, 1.5)
    for _ in range(2):
        fair.pay(GUILD, 1, TWICE, 0.25)
    with pytest.raises(UserError, match="20 s"):
        fair.pay(GUILD, 1, TWICE, 0.25)
    fair.pay(GUILD, 1, TWICE, 0.0)
    fair.pay(GUILD, 2, replace(TWICE, cooldown_questions=1), 5.0)
    with pytest.raises(UserError):
        fair.pay(GUILD, 2, replace(TWICE, cooldown_questions=1), 0.25)


async def test_commands_and_buttons_share_one_purse(newsroom: Newsroom) -> None:
    newsroom.clock.step = 0.0
    channel, reader = newsroom.channel, newsroom.reader
    await reader.slash(channel, "ask", question="Who is Ann Lee?")
    answer = newsroom.last
    for _ in range(3):
        await reader.slash(channel, "summary", topic="the harbour bridge")
    for _ in range(4):
        await reader.click(answer, custom_id=button(answer, "context"))
    for attempt in (
        reader.slash(channel, "summary", topic="the harbour bridge"),
        reader.slash(channel, "who", name="Ann Lee"),
        reader.slash(channel, "help"),
        reader.click(answer, custom_id=button(answer, "context")),
        reader.slash(channel, "ask", question="Who is Ann Lee?"),
    ):
        assert "You are quick!" in read(await attempt)
    await reader.slash(channel, "privacy")
    other = await newsroom.editor.slash(channel, "who", name="Ann Lee")
    assert colour(other)


async def test_whatever_costs_work_is_paid_for(newsroom: Newsroom) -> None:
    free = {
        command.name
        for command in newsroom.bot.tree.get_commands()
        if command.extras.get(COST, 1.0) == 0.0
    }
    # The first two are paid for while they are answered; the others are the admins' and privacy.
    assert free == {"ask", "Find in the articles", "settings", "reload", "privacy"}
    assert {kind.__name__ for kind in BUTTONS if not kind.cost} == {"ForgetButton"}
