from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.storage.conftest import Kept


async def test_a_host_is_left_alone_for_as_long_as_it_said_last(kept: Kept) -> None:
    rests = kept.stores.host_rests
    assert await rests.left("news.example") is None
    await rests.note("news.example", 60, "the site answers 429")
    await rests.note("news.example", 3600, "the site answers 503")
    left = await rests.left("news.example")
    assert left is not None
    assert 3590 < left[0] <= 3601
    assert left[1] == "the site answers 503"
    assert await rests.left("elsewhere.example") is None


async def test_a_host_whose_rest_is_over_may_be_asked_and_is_forgotten(kept: Kept) -> None:
    rests = kept.stores.host_rests
    await rests.note("news.example", 60, "the site answers 429")
    await kept.run("UPDATE host_rests SET until = 1000")
    assert await rests.left("news.example") is None
    await rests.note("elsewhere.example", 60, "the site answers 429")
    assert [row[0] for row in await kept.run("SELECT host FROM host_rests")] == [
        "elsewhere.example"
    ]


async def test_a_rest_that_a_wrong_clock_noted_ends(kept: Kept) -> None:
    rests = kept.stores.host_rests
    await rests.note("news.example", 60, "the site answers 429")
    await kept.run("UPDATE host_rests SET until = 4000000000")
    assert await rests.left("news.example") is None
