"""What one process changes, the others learn."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.library.reloading.librarian import Librarian
from bot.storage.guild_settings import DEFAULTS, GuildSettings
from bot.storage.postgresql.change_notifier import PostgresChangeNotifier
from bot.storage.postgresql.channels import ARTICLES
from bot.storage.postgresql.channels import SETTINGS as SETTINGS_CHANGED
from bot.storage.postgresql.guilds import PostgresGuildStore
from bot.storage.postgresql.opening import connect, open_database
from tests.postgresql import execute
from tests.proxy import proxy_before
from tests.storage.conftest import two_processes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.storage.stores import Stores

SETTINGS = GuildSettings(private=True)


@asynccontextmanager
async def librarian_of(stores: Stores, corpus: Path) -> AsyncIterator[Librarian]:
    librarian = Librarian(corpus, stores.articles, stores.notifier)
    await librarian.load()
    try:
        yield librarian
    finally:
        await librarian.close()


async def until(met: object, seconds: float = 60.0) -> None:
    assert callable(met)
    async with asyncio.timeout(seconds):
        while not met():  # noqa: ASYNC110 - another process says nothing when it is done
            await asyncio.sleep(0.01)


async def test_an_article_that_one_process_adds_is_served_by_the_other(
    postgresql: str, corpus: Path
) -> None:
    async with (
        two_processes(postgresql) as (one, other),
        librarian_of(one, corpus) as adds,
        librarian_of(other, corpus) as hears,
    ):
        # Both have to listen before something is announced.
        await other.guilds.load()
        (corpus / "flags.txt").write_text("Flags\n\nThe flag of Redcombe shows a heron.\n")
        await adds.reload()
        await until(lambda: len(hears.library.articles) == 3)
        assert hears.library.ask("What does the flag of Redcombe show?").answered
        (corpus / "flags.txt").unlink()
        await hears.reload()
        await until(lambda: len(adds.library.articles) == 2)


async def test_settings_that_one_process_changes_hold_in_the_other(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        for stores in (one, other):
            await stores.guilds.load()
        await one.guilds.save(7, SETTINGS)
        await until(lambda: other.guilds.get(7) == SETTINGS)
        await other.guilds.save(8, SETTINGS)
        await until(lambda: one.guilds.get(8) == SETTINGS)
        await other.guilds.delete(7)
        await until(lambda: one.guilds.get(7) == DEFAULTS)


async def test_what_was_changed_while_nobody_listened_is_found_by_comparing(
    postgresql: str,
) -> None:
    async with two_processes(postgresql) as (one, _), proxy_before(postgresql) as proxy:
        database = await open_database(postgresql)
        guilds = PostgresGuildStore(database)
        await guilds.load()
        notifier = PostgresChangeNotifier(database, guilds, lambda: connect(proxy.address))
        heard = notifier.changes()
        listening = asyncio.Event()
        task = asyncio.create_task(notifier.listen(listening))
        await listening.wait()
        proxy.refusing = True
        proxy.cut()
        await one.guilds.save(7, SETTINGS)
        await execute(postgresql, "INSERT INTO shelf_versions VALUES ('7', 5)")
        proxy.refusing = False
        assert await asyncio.wait_for(anext(heard), 20) == ("7", 5)
        assert guilds.get(7) == SETTINGS
        task.cancel()
        await asyncio.wait({task})
        await database.close()


async def test_a_notification_that_was_missed_is_found_by_comparing(postgresql: str) -> None:
    database = await open_database(postgresql)
    guilds = PostgresGuildStore(database)
    await guilds.load()
    notifier = PostgresChangeNotifier(
        database, guilds, lambda: connect(postgresql), compared_every=0.05
    )
    heard = notifier.changes()
    task = asyncio.create_task(notifier.listen())
    await execute(postgresql, "INSERT INTO shelf_versions VALUES ('', 3)")
    await execute(
        postgresql,
        "INSERT INTO guild_settings VALUES (7, '{\"private\": true}'); "
        "UPDATE settings_version SET version = version + 1",
    )
    assert await asyncio.wait_for(anext(heard), 20) == ("", 3)
    await until(lambda: guilds.get(7) == SETTINGS)
    task.cancel()
    await asyncio.wait({task})
    await database.close()


@pytest.mark.parametrize(
    "payload", ["nonsense", "7", "[7]", '["seven", 1]', '[7, "one"]', "[7, {}]"]
)
async def test_a_notification_that_cannot_be_read_is_passed_over(
    postgresql: str, payload: str
) -> None:
    async with two_processes(postgresql) as (one, other):
        for stores in (one, other):
            await stores.guilds.load()
        for channel in (ARTICLES, SETTINGS_CHANGED):
            await execute(postgresql, f"SELECT pg_notify('{channel}', '{payload}')")
        await one.guilds.save(7, SETTINGS)
        await until(lambda: other.guilds.get(7) == SETTINGS)


async def test_a_notification_behind_one_that_was_missed_reads_all_settings(
    postgresql: str,
) -> None:
    database = await open_database(postgresql)
    guilds = PostgresGuildStore(database)
    await guilds.load()
    private = '{"private": true}'
    await execute(
        postgresql,
        f"INSERT INTO guild_settings VALUES (7, '{private}'), (8, '{private}')",  # noqa: S608
    )
    await guilds.hear(8, 2)
    assert guilds.get(7) == guilds.get(8) == SETTINGS
    await database.close()
