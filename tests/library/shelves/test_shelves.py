"""Each server is answered from its own shelf and the shared one, and from nobody else's."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.open_service import Service, make_service
from bot.storage.errors import DatabaseError
from bot.storage.guild_settings import GuildSettings
from bot.storage.sources import Entry, Source, SourceChange, State, scope_of
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.storage.sources import StoredSources
    from bot.storage.stored_articles import StoredArticles
    from bot.storage.stores import Stores

LIGHTHOUSE = """\
The lighthouse on Gull Rock is sold

The lighthouse on Gull Rock was sold for 80,000 pounds to Maren Holt, a retired teacher.

She wants to open a small library in its tower.
"""


@pytest.fixture
async def service(corpus: Path, tmp_path: Path) -> AsyncIterator[Service]:
    async with open_stores(tmp_path / "footnote.db") as stores:
        made = make_service(corpus, stores)
        await made.shelves.shared.load()
        yield made
        await made.shelves.close()


async def put(
    stores: Stores,
    guild_id: int,
    text: str = LIGHTHOUSE,
    *,
    source_id: str = "s1",
    state: State = "kept",
    tags: tuple[str, ...] = (),
) -> str:
    """Put an article on a server's shelf; return its id."""
    article = parse_article(text.encode(), f"{source_id}.txt", f"{guild_id}-{source_id}")
    source = Source(source_id, "file", article.title, 9, 100, state=state, tags=tags)
    change = SourceChange(
        source,
        [article],
        Library([article]).encodings,
        {},
        [Entry(source_id, article.file, article.id, 100, "2026-11-28")],
    )
    await stores.sources.save(scope_of(guild_id), change)
    return article.id


async def answers(service: Service, guild_id: int | None, question: str) -> bool:
    return (await service.shelves.library(guild_id)).ask(question).answered


PRICE = "How much was the lighthouse on Gull Rock sold for?"
OTTERS = "Where have otters been seen?"


async def test_a_server_is_answered_from_its_own_articles_and_the_shared_ones(
    service: Service,
) -> None:
    article_id = await put(service.stores, 1)
    assert await answers(service, 1, PRICE)
    assert await answers(service, 1, OTTERS)
    library = await service.shelves.library(1)
    article = library.article(article_id)
    assert article is not None
    assert str(article.as_of) == "2026-11-28"


async def test_nobody_else_is(service: Service) -> None:
    article_id = await put(service.stores, 1)
    for guild_id in (2, None):
        assert not await answers(service, guild_id, PRICE)
        assert (await service.shelves.library(guild_id)).article(article_id) is None
        people = await service.shelves.people(guild_id)
        assert not people.find("Maren Holt").people
        titled = await service.shelves.with_titles(guild_id)
        assert all("lighthouse" not in article.title for article in titled.articles)
    assert (await service.shelves.people(1)).find("Maren Holt").people


async def test_a_server_may_do_without_the_shared_articles(service: Service) -> None:
    await put(service.stores, 1)
    await service.stores.guilds.save(1, GuildSettings(shared=False))
    await service.stores.guilds.save(2, GuildSettings(shared=False))
    assert await answers(service, 1, PRICE)
    assert not await answers(service, 1, OTTERS)
    assert (await service.shelves.library(2)).articles == ()


@pytest.mark.parametrize("state", ["offered", "removed"])
async def test_only_what_is_kept_is_in_service(service: Service, state: State) -> None:
    await put(service.stores, 1, state=state)
    assert not await answers(service, 1, PRICE)


async def test_a_change_is_seen_once_the_shelf_was_let_go(service: Service) -> None:
    assert not await answers(service, 1, PRICE)
    await put(service.stores, 1)
    service.shelves.own.forget(1)
    assert await answers(service, 1, PRICE)


async def test_a_change_by_another_process_is_heard_of(service: Service) -> None:
    service.shelves.own.follow(service.stores.notifier.changes())
    assert not await answers(service, 1, PRICE)
    await put(service.stores, 1)
    version = (await service.stores.articles.load("1")).version
    await service.stores.notifier.notify("1", version)
    await service.stores.sources.scopes()  # lets the news be heard
    assert await answers(service, 1, PRICE)


async def test_a_shelf_that_changes_while_it_is_read_is_read_again(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(service.stores, 1, "Mill Lane\n\nThe old mill on Mill Lane burned down in 1931.\n")
    own, load = service.shelves.own, service.stores.sources.shelf
    was_read, may_go_on = asyncio.Event(), asyncio.Event()

    async def load_slowly(scope: str) -> tuple[StoredSources, StoredArticles]:
        stored = await load(scope)
        was_read.set()
        await may_go_on.wait()
        return stored

    monkeypatch.setattr(service.stores.sources, "shelf", load_slowly)
    before = asyncio.create_task(own.shelf(1))
    await was_read.wait()
    await put(service.stores, 1, source_id="s2")
    own.forget(1)
    was_read.clear()
    after = asyncio.create_task(own.shelf(1))
    await was_read.wait()
    may_go_on.set()
    await asyncio.gather(before, after)
    assert await answers(service, 1, PRICE)


async def test_sources_can_answer_by_what_they_are_filed_under(service: Service) -> None:
    await put(service.stores, 1, tags=("sea",))
    await put(service.stores, 1, "Fog\n\nFog lay over the town on Monday.", source_id="s2")
    shelf = await service.shelves.own.shelf(1)
    library = shelf.filed_under(["sea", "ships"])
    assert [article.title for article in library.articles] == [
        "The lighthouse on Gull Rock is sold"
    ]


async def test_the_shelf_that_was_asked_for_least_lately_is_let_go(
    corpus: Path, tmp_path: Path
) -> None:
    async with open_stores(tmp_path / "other.db") as stores:
        service = make_service(corpus, stores, memory=200_000)
        own = service.shelves.own
        for guild_id in (1, 2, 3):
            await put(stores, guild_id)
            await own.shelf(guild_id)
        assert len(own) == 2
        assert own.taken <= 200_000
        second = await own.shelf(2)
        await own.shelf(1)
        assert await own.shelf(2) is second
        await service.shelves.close()


async def test_a_shelf_that_cannot_be_read_leaves_the_shared_one(service: Service) -> None:
    async def fail(_scope: str) -> None:
        raise DatabaseError("the disk is gone")

    service.stores.sources.shelf = fail  # type: ignore[method-assign, assignment]
    assert await answers(service, 1, OTTERS)
    await service.stores.guilds.save(1, replace(GuildSettings(), shared=False))
    with pytest.raises(DatabaseError):
        await service.shelves.library(1)
    assert service.shelves.lacks_own(1)
    assert not service.shelves.lacks_own(None)


async def test_of_a_server_without_sources_nothing_is_read(service: Service) -> None:
    await put(service.stores, 1)
    own, sources = service.shelves.own, service.stores.sources
    await own.find_sources()
    load = sources.shelf

    async def fail(_scope: str) -> None:
        raise DatabaseError("the disk is gone")

    sources.shelf = fail  # type: ignore[method-assign, assignment]
    assert await answers(service, 2, OTTERS)
    assert not service.shelves.lacks_own(2)
    await answers(service, 1, PRICE)
    assert service.shelves.lacks_own(1)
    sources.shelf = load  # type: ignore[method-assign]
    # What another process adds is heard of, also of a server that had none.
    own.follow(service.stores.notifier.changes())
    for guild_id in (1, 2):
        await put(service.stores, guild_id)
        version = (await service.stores.articles.load(str(guild_id))).version
        await service.stores.notifier.notify(str(guild_id), version)
    await sources.scopes()  # lets the news be heard
    assert await answers(service, 1, PRICE)
    assert await answers(service, 2, PRICE)
    assert not service.shelves.lacks_own(1)


async def test_where_nothing_else_answers_it_is_told_that_the_shelf_cannot_be_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    async with open_stores(tmp_path / "footnote.db") as stores:
        service = make_service(tmp_path / "empty", stores)
        await service.shelves.shared.load()

        async def fail(_scope: str) -> None:
            raise DatabaseError("the disk is gone")

        stores.sources.shelf = fail  # type: ignore[method-assign, assignment]
        with pytest.raises(DatabaseError, match="the disk is gone"):
            await service.shelves.library(1)
        await service.shelves.close()


async def test_nothing_is_filed_under_a_tag_where_there_is_no_server(service: Service) -> None:
    await put(service.stores, 1, tags=("sea",))
    library = await service.shelves.tagged(1, tag=" SEA ")
    assert library is not None
    assert [article.title for article in library.articles] == [
        "The lighthouse on Gull Rock is sold"
    ]
    assert await service.shelves.tagged(1, tag="ships") is None
    assert await service.shelves.tagged(None, tag="sea") is None
    assert await service.shelves.tags(1) == ("sea",)
    assert await service.shelves.tags(2) == ()
    assert await service.shelves.tags(None) == ()
