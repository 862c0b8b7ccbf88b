from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.storage.answers import ShownAnswer, StoredHit, Votes
from bot.storage.guild_report import PassageVotes, WeekCounts
from bot.storage.guild_settings import GuildSettings
from bot.storage.opening import open_stores

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.stores import Stores

GUILD = 7
MONDAY = dt.date(2026, 11, 23)
HITS = (StoredHit("bridge", "abcdef", 1, 0), StoredHit("otters", "abcdef", 2, 0))


async def test_a_vote_counts_for_the_page_it_was_pressed_under(database: Path | str) -> None:
    async with open_stores(database) as stores:
        stores.answers.save(ShownAnswer("an-answer", GUILD, 1, answered=True, hits=HITS))
        assert await stores.answers.vote("an-answer", 1, 1) == Votes(1, 0)
        assert await stores.answers.vote("an-answer", 1, -1, page=1) == Votes(0, 1)
        assert await stores.answers.votes("an-answer") == Votes(1, 0)
        report = await stores.questions.report(GUILD)
        assert report.votes == Votes(1, 1)
        assert report.least_liked == (PassageVotes("otters", 2, Votes(0, 1)),)
        assert await stores.answers.vote("an-answer", 1, -1, page=1) == Votes()


async def test_a_week_begins_once_and_counts_from_the_one_before(database: Path | str) -> None:
    async with open_stores(database) as stores:
        assert await stores.questions.begin_week(GUILD, MONDAY) == WeekCounts(0, 0)
        for answered in (True, True, False):
            stores.questions.note(GUILD, None, MONDAY, answered=answered)
        assert await stores.questions.begin_week(GUILD, MONDAY) is None
    async with open_stores(database) as stores:
        week = dt.timedelta(days=7)
        assert await stores.questions.begin_week(GUILD, MONDAY + week) == WeekCounts(3, 2)
        assert await stores.questions.begin_week(GUILD, MONDAY) is None
        stores.questions.note(GUILD, None, MONDAY, answered=False)
        assert await stores.questions.begin_week(GUILD, MONDAY + 2 * week) == WeekCounts(1, 0)
        await stores.questions.delete_guild(GUILD)
        assert await stores.questions.begin_week(GUILD, MONDAY) == WeekCounts(0, 0)


async def test_a_week_that_a_wrong_clock_began_holds_no_other_up(stores: Stores) -> None:
    assert await stores.questions.begin_week(GUILD, MONDAY + dt.timedelta(days=364))
    stores.questions.note(GUILD, None, MONDAY, answered=True)
    assert await stores.questions.begin_week(GUILD, MONDAY) == WeekCounts(1, 1)
    assert await stores.questions.begin_week(GUILD, MONDAY) is None


async def test_all_settings_come_back_as_they_were_saved(database: Path | str) -> None:
    settings = GuildSettings(channels=(1, 2), report_channel=3, forums=(4,))
    async with open_stores(database) as stores:
        await stores.guilds.save(GUILD, settings)
    async with open_stores(database) as stores:
        await stores.guilds.load()
        assert stores.guilds.get(GUILD) == settings
