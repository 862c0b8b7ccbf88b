from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.discord_app import fair_use
from bot.discord_app.buttons import BUTTONS
from bot.discord_app.command_access import COST
from bot.discord_app.fair_use import FairUse
from bot.discord_app.user_error import UserError
from bot.storage.guild_settings import DEFAULTS
from bot.storage.opening import open_stores
from tests.discord_app.reading import button, colour, read
from tests.proxy import proxy_before

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


async def ask(fair: FairUse, member: int, guild: int | None = GUILD) -> None:
    async with fair.turn(guild, member, TWICE):
        pass


async def test_so_many_questions_and_then_a_wait_that_is_told(clock: Hand) -> None:
    fair = FairUse(clock)
    await ask(fair, 1)
    await ask(fair, 1)
    clock.now += 12.5
    with pytest.raises(
        UserError, match=r"^You are quick! Try again in 8 s, so that everybody gets a turn\.$"
    ):
        await ask(fair, 1)
    await ask(fair, 2)
    await ask(fair, 1, guild=None)
    clock.now += 8
    await ask(fair, 1)


async def test_one_question_at_a_time_unless_the_last_one_is_stuck(clock: Hand) -> None:
    fair = FairUse(clock)
    async with fair.turn(GUILD, 1, TWICE):
        clock.now += 29.9
        with pytest.raises(UserError, match="One question at a time"):
            await ask(fair, 1)
        await ask(fair, 2)
        clock.now += 0.1
        async with fair.turn(GUILD, 1, TWICE):
            pass
    await ask(fair, 1)


async def test_other_settings_count_from_anew(clock: Hand) -> None:
    fair = FairUse(clock)
    await ask(fair, 1)
    await ask(fair, 1)
    async with fair.turn(GUILD, 1, replace(TWICE, cooldown_questions=3)):
        pass
    async with fair.turn(GUILD, 1, replace(TWICE, cooldown_questions=0)):
        pass


async def test_of_many_members_those_are_forgotten_who_may_ask_at_once_anyway(
    clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fair_use, "_MOST_KNOWN", 3)
    fair = FairUse(clock)
    for member in (1, 2):
        await ask(fair, member)
    clock.now += 25
    for member in (2, 3, 3):
        await ask(fair, member)
    await ask(fair, 4)
    assert set(fair._allowances) == {(GUILD, 2), (GUILD, 3), (GUILD, 4)}
    with pytest.raises(UserError):
        await ask(fair, 3)
    await ask(fair, 2)
    with pytest.raises(UserError):
        await ask(fair, 2)


async def test_members_of_a_server_with_short_periods_shorten_no_other_servers(
    clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fair_use, "_MOST_KNOWN", 1)
    fair = FairUse(clock)
    hourly = replace(TWICE, cooldown_seconds=3600)
    for _ in range(2):
        await fair.pay(GUILD, 1, hourly)
    clock.now += 60
    await fair.pay(GUILD + 1, 2, TWICE)
    with pytest.raises(UserError, match="Try again in 3540 s"):
        await fair.pay(GUILD, 1, hourly)


async def test_an_allowance_is_spent_by_what_things_cost(clock: Hand) -> None:
    fair = FairUse(clock)
    await fair.pay(GUILD, 1, TWICE, 1.5)
    for _ in range(2):
        await fair.pay(GUILD, 1, TWICE, 0.25)
    with pytest.raises(UserError, match="20 s"):
        await fair.pay(GUILD, 1, TWICE, 0.25)
    await fair.pay(GUILD, 1, TWICE, 0.0)
    await fair.pay(GUILD, 2, replace(TWICE, cooldown_questions=1), 5.0)
    with pytest.raises(UserError):
        await fair.pay(GUILD, 2, replace(TWICE, cooldown_questions=1), 0.25)


def test_who_has_to_wait_is_told_once_a_minute(
    clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fair_use, "_MOST_KNOWN", 3)
    fair = FairUse(clock)
    assert fair.may_notice(GUILD, 1)
    assert not fair.may_notice(GUILD, 1)
    assert fair.may_notice(GUILD, 2)
    assert fair.may_notice(None, 1)
    clock.now += fair_use.NOTICE_EVERY - 1
    assert fair.may_notice(GUILD, 3)
    assert not fair.may_notice(GUILD, 1)
    clock.now += 1
    assert fair.may_notice(GUILD, 4)
    assert set(fair._noticed) == {(GUILD, 3), (GUILD, 4)}
    assert not fair.may_notice(GUILD, 3)
    assert fair.may_notice(GUILD, 1)


async def test_commands_and_buttons_share_one_allowance(newsroom: Newsroom) -> None:
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


async def test_a_member_is_counted_once_over_two_processes(postgresql: str) -> None:
    async with open_stores(postgresql) as one, open_stores(postgresql) as other:
        first, second = FairUse(shared=one.allowances), FairUse(shared=other.allowances)
        await first.pay(GUILD, 1, TWICE)
        await second.pay(GUILD, 1, TWICE)
        for fair in (first, second):
            with pytest.raises(UserError, match=r"Try again in (19|20) s"):
                await fair.pay(GUILD, 1, TWICE)
        await second.pay(None, 1, TWICE)
        await second.pay(GUILD, 2, TWICE, 5.0)
        await second.pay(GUILD, 4, TWICE)
        with pytest.raises(UserError):
            await first.pay(GUILD, 4, TWICE, 1.5)
        await first.pay(GUILD, 4, TWICE)
        await first.pay(GUILD, 3, replace(TWICE, cooldown_seconds=0))
        await second.pay(GUILD, 3, TWICE)
        await second.pay(GUILD, 3, TWICE)


async def test_while_the_database_is_away_each_process_counts(
    postgresql: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", fair_use.__name__)
    async with proxy_before(postgresql) as proxy, open_stores(proxy.address) as stores:
        fair = FairUse(shared=stores.allowances)
        proxy.refusing = True
        proxy.cut()
        await fair.pay(GUILD, 1, TWICE)
        await fair.pay(GUILD, 1, TWICE)
        with pytest.raises(UserError):
            await fair.pay(GUILD, 1, TWICE)
        proxy.refusing = False
    assert re.search(r"counted in this process alone: \w", caplog.text)
