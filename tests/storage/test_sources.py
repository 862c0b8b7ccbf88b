"""Sources are kept server by server, with what they brought and what is to be announced."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.ingest.corpus import read_corpus
from bot.library.library import Library
from bot.storage.sources import (
    Announcement,
    Entry,
    FeedSettings,
    Source,
    SourceChange,
    StoredSources,
    Visits,
)
from bot.storage.stored_articles import StoredArticles

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article
    from bot.storage.stores import Stores
    from tests.storage.conftest import Kept

MOMENTS = 15
"""At how many moments a shelf is read that is always changing."""

FEED = Source(
    id="f1",
    kind="feed",
    title="City News",
    added_by=9,
    added=100,
    address="https://news.example.org/feed",
    state="kept",
    since=110,
    tags=("city", "economy"),
    settings=FeedSettings(every=900, most=5, words=("bridge",), channel=77),
    visits=Visits(read=120, next=1020, etag='"1"'),
)


@pytest.fixture
def articles(corpus: Path) -> tuple[Article, ...]:
    return read_corpus(corpus).articles


def brought(source: Source, *articles: Article, announced: bool = False) -> SourceChange:
    return SourceChange(
        source,
        articles,
        Library(articles).encodings,
        {},
        [Entry(source.id, one.file, one.id, 120, "2026-11-28") for one in articles],
        announced=[one.id for one in articles] if announced else [],
    )


async def test_a_source_comes_back_as_it_was(stores: Stores, articles: tuple[Article, ...]) -> None:
    await stores.sources.save("1", brought(FEED, articles[0]))
    stored = await stores.sources.load("1")
    assert stored.sources == (FEED,)
    assert stored.entries == (Entry("f1", "bridge.md", articles[0].id, 120, "2026-11-28"),)
    assert (await stores.articles.load("1")).articles == (articles[0],)


async def test_servers_do_not_see_each_other(stores: Stores, articles: tuple[Article, ...]) -> None:
    await stores.sources.save("1", brought(FEED, *articles))
    await stores.sources.save("2", brought(replace(FEED, title="Other"), articles[0]))
    await stores.sources.delete("2", "f1")
    assert (await stores.sources.load("2")).sources == ()
    assert (await stores.articles.load("2")).articles == ()
    assert (await stores.sources.load("1")).sources == (FEED,)
    assert len((await stores.articles.load("1")).articles) == 2
    assert (await stores.articles.load()).articles == ()


async def test_an_article_stays_for_as_long_as_a_source_has_it(
    stores: Stores, articles: tuple[Article, ...]
) -> None:
    other = replace(FEED, id="f2")
    await stores.sources.save("1", brought(FEED, *articles))
    await stores.sources.save("1", brought(other, articles[0]))
    await stores.sources.delete("1", "f1")
    assert (await stores.articles.load("1")).articles == (articles[0],)
    await stores.sources.save("1", SourceChange(other, forgotten=["bridge.md"]))
    assert (await stores.articles.load("1")).articles == ()


async def test_a_change_raises_the_version(stores: Stores, articles: tuple[Article, ...]) -> None:
    first = await stores.sources.save("1", brought(FEED, articles[0]))
    second = await stores.sources.save("1", SourceChange(replace(FEED, title="New")))
    assert second > first
    assert (await stores.articles.load("1")).version == second


async def test_what_waits_longest_is_looked_at_first(stores: Stores) -> None:
    def waiting(source_id: str, due: int | None, state: str = "kept") -> SourceChange:
        visits = Visits(next=due)
        return SourceChange(replace(FEED, id=source_id, visits=visits, state=state))  # type: ignore[arg-type]

    await stores.sources.save("1", waiting("late", 500))
    await stores.sources.save("2", waiting("early", 400))
    await stores.sources.save("2", waiting("not yet", 900))
    await stores.sources.save("2", waiting("not before tomorrow", 600 + 24 * 3600))
    await stores.sources.save("2", waiting("resting", None))
    await stores.sources.save("2", waiting("removed", 100, "removed"))
    due = await stores.sources.due(600, 10, 10)
    assert [(scope, source.id) for scope, source in due] == [("2", "early"), ("1", "late")]
    assert len(await stores.sources.due(600, 1, 10)) == 1
    for number in range(20):
        await stores.sources.save("3", waiting(f"of many {number:02}", 300 + number))
    due = await stores.sources.due(600, 4, 2)
    assert [source.id for _, source in due] == ["of many 00", "of many 01", "early", "late"]
    assert await stores.sources.next_due() == 300
    assert await stores.sources.left_over("removed", 111) == [("2", "removed")]
    assert await stores.sources.left_over("removed", 110) == []


async def test_what_a_wrong_clock_put_off_for_years_is_looked_at_now(stores: Stores) -> None:
    source = replace(FEED, visits=Visits(next=4_000_000_000), state="kept")
    await stores.sources.save("1", SourceChange(source))
    due = await stores.sources.due(1_800_000_000, 10, 10)
    assert [(scope, one.id) for scope, one in due] == [("1", FEED.id)]


async def test_an_article_is_announced_once_in_a_channel(
    stores: Stores, articles: tuple[Article, ...]
) -> None:
    await stores.sources.save("1", brought(FEED, *articles, announced=True))
    await stores.sources.save("1", brought(FEED, *articles, announced=True))
    first, second = await stores.sources.announcements()
    assert first == Announcement("1", "f1", articles[0].id, 77)
    await stores.sources.begin(first, 3_000_000_000)
    assert (await stores.sources.announcements())[0].begun == 3_000_000_000
    assert await stores.sources.sent_between("1", 77, 2_999_999_999, 4_000_000_000) == 0
    await stores.sources.end(first)
    for scope, channel, start, end, sent in (
        ("1", 77, 2_999_999_999, 3_000_000_000, 1),
        ("1", 77, 2_999_999_998, 2_999_999_999, 0),
        ("1", 77, 3_000_000_000, 4_000_000_000, 0),
        ("1", 78, 0, 4_000_000_000, 0),
        ("2", 77, 0, 4_000_000_000, 0),
    ):
        assert await stores.sources.sent_between(scope, channel, start, end) == sent
    await stores.sources.save("1", brought(FEED, *articles, announced=True))
    assert await stores.sources.announcements() == [second]


async def test_everything_of_a_server_is_deleted(
    stores: Stores, articles: tuple[Article, ...]
) -> None:
    for scope in ("1", "2"):
        await stores.sources.save(scope, brought(FEED, *articles, announced=True))
    await stores.sources.delete_scope("1")
    assert await stores.sources.scopes() == ["2"]
    assert (await stores.articles.load("1")).articles == ()
    assert {one.scope for one in await stores.sources.announcements()} == {"2"}


async def test_a_failed_save_changes_nothing(stores: Stores, articles: tuple[Article, ...]) -> None:
    await stores.sources.save("1", brought(FEED, articles[0]))
    broken = replace(brought(FEED, *articles), encodings={})
    with pytest.raises(KeyError):
        await stores.sources.save("1", broken)
    assert (await stores.articles.load("1")).articles == (articles[0],)


async def test_an_article_can_go_while_it_stays_known_that_it_was_seen(
    stores: Stores, articles: tuple[Article, ...]
) -> None:
    await stores.sources.save("1", brought(FEED, *articles))
    seen = Entry("f1", "bridge.md", None, 120)
    await stores.sources.save("1", SourceChange(FEED, entries=[seen], forgotten=["bridge.md"]))
    assert seen in (await stores.sources.load("1")).entries
    assert (await stores.articles.load("1")).articles == articles[1:]


@pytest.mark.parametrize("damage", ['{"kind": ', "{}", "7", '{"visits": 3}'])
async def test_a_damaged_source_is_left_out_and_named_by_its_server(
    kept: Kept, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    for source in (FEED, replace(FEED, id="f2")):
        await kept.stores.sources.save("1", brought(source))
    await kept.run(f"UPDATE sources SET source = '{damage}' WHERE id = 'f1'")  # noqa: S608
    stored = await kept.stores.sources.load("1")
    assert [source.id for source in stored.sources] == ["f2"]
    assert "a source of the server 1 is damaged" in caplog.text


async def test_what_changes_while_it_is_read_is_read_as_it_was_at_one_moment(
    stores: Stores, articles: tuple[Article, ...]
) -> None:
    def version(number: int) -> SourceChange:
        passages = tuple(replace(one, heading=str(number)) for one in articles[0].passages)
        changed = replace(articles[0], title=str(number), digest=str(number), passages=passages)
        return brought(replace(FEED, title=str(number)), changed)

    async def change() -> None:
        for number in itertools.count(1):
            await stores.sources.save("1", version(number))

    await stores.sources.save("1", version(0))
    changing = asyncio.create_task(change())
    seen = set[str]()
    while len(seen) < MOMENTS:
        sources, stored = await stores.sources.shelf("1")
        (source,), (article,) = sources.sources, stored.articles
        assert {article.title, article.digest} == {source.title}
        assert {passage.heading for passage in article.passages} == {source.title}
        seen.add(source.title)
        # What is found damaged would be deleted.
        assert len((await stores.articles.load("1")).articles) == 1
    changing.cancel()
    await asyncio.wait({changing})


async def test_a_shelf_holds_what_is_kept_alone(
    stores: Stores, articles: tuple[Article, ...]
) -> None:
    first, second = articles
    await stores.sources.save("1", brought(replace(FEED, state="offered"), first, second))
    assert (await stores.sources.shelf("1"))[1].articles == ()
    await stores.sources.save("1", brought(replace(FEED, id="f2"), second))
    sources, stored = await stores.sources.shelf("1")
    assert [one.state for one in sources.sources] == ["offered", "kept"]
    assert (stored.articles, len(sources.entries)) == ((second,), 3)
    assert set(stored.encodings) == {second.key}
    count = {one.id: len(one.passages) for one in articles}
    passages = {"f1": sum(count.values()), "f2": count[second.id]}
    assert await stores.sources.passages("1") == passages
    assert stored.version == (await stores.articles.load("1")).version
    assert (await stores.articles.load("1")).articles == articles
    assert (await stores.articles.load("1", first.id)).articles == (first,)
    assert (await stores.articles.load("1", "other")).articles == ()
    assert await stores.sources.shelf("2") == (StoredSources((), ()), StoredArticles((), {}, {}, 0))
