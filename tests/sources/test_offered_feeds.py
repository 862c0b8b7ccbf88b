"""A feed is offered where somebody gives its site, or gives it as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sources.errors import SourceError
from tests.sources.room import LIGHTHOUSE
from tests.web import page

if TYPE_CHECKING:
    from tests.sources.room import SourceRoom

HOME = """<html><head><title>City News</title>
<link rel="stylesheet" href="/style.css"><link rel="alternate" hreflang="fr" href="/fr">
<link rel="Alternate" type="application/rss+xml; charset=utf-8" href="/feed">
<link rel="alternate" type="application/rss+xml" href="/comments"></head><body><p>Welcome.</p>
</body></html>"""


@pytest.mark.parametrize("given", ["a page as a feed", "a feed as a link"])
async def test_a_feed_is_found_where_somebody_gives_the_other(room: SourceRoom, given: str) -> None:
    room.publish(1, 2)
    room.web.pages["/"] = HOME
    if given == "a page as a feed":
        offer = await room.sources.offers.feed(1, 9, room.web.address("/"))
    else:
        offer = await room.sources.offers.link(1, 9, room.web.address("/feed"))
    assert offer.source.kind == "feed"
    assert offer.source.address == room.web.address("/feed")
    assert offer.feed is not None
    assert [entry.title for entry in offer.feed.entries] == ["News 1", "News 2"]
    await room.sources.keep(1, offer.source.id)
    for again in (room.sources.offers.feed, room.sources.offers.link):
        with pytest.raises(SourceError, match="here already: City News"):
            await again(1, 9, room.web.address("/feed"))
    with pytest.raises(SourceError, match="here already: City News"):
        await room.sources.offers.feed(1, 9, room.web.address("/"))


async def test_a_feed_that_a_page_names_is_read_from_the_public_internet_alone(
    room: SourceRoom,
) -> None:
    for named, said in (
        ("http://169.254.169.254/latest", "public Internet"),
        ("file:///etc/passwd", "not a feed: add it as a link"),
        ("/", "not a feed: add it as a link"),
        ("/gone", "404"),
        ("http://[", "not a feed: add it as a link"),
        ("/article", "not a feed: add it as a link"),
    ):
        room.web.pages["/"] = HOME.replace("/feed", named).replace('href="/comments"', "")
        room.web.pages["/article"] = page("Sold", LIGHTHOUSE.split("\n\n")[1])
        with pytest.raises(SourceError, match=said):
            await room.sources.offers.feed(1, 9, room.web.address("/"))
    assert (await room.sources.writer.stored(1)).sources == ()
