"""An article that changes says of which day its text is, and old answers show no other words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import button, read, told
from tests.discord_app.source_room import ANSWER, SENTENCE, open_source_room
from tests.sources.room import PRICE
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_a_changed_article_says_its_day_and_old_answers_show_no_other_words(
    room: Room,
) -> None:
    link = room.web.address("/sold")
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    kept = await room.keep(link=link)
    reader, channel = room.news.reader, room.news.channel
    asked = await reader.slash(channel, "ask", question=PRICE)
    assert ANSWER in read(asked)

    async def pressed(start: str) -> str:
        return read(await reader.click(told(asked), custom_id=button(asked, start)))

    room.web.pages["/sold"] = page("Sold", SENTENCE) + "<!-- seen by 12 readers -->"
    await room.press(kept, "refresh")
    assert "Nothing is new or has changed." in read(kept)
    assert ANSWER in await pressed("context")

    room.web.pages["/sold"] = page("Sold", SENTENCE.replace("80,000", "95,000"))
    await room.press(kept, "refresh")
    assert "1 article is new or has changed" in read(kept)
    for start in ("context", "copy"):
        said = await pressed(start)
        assert "has changed since" in said
        assert "95,000" not in said
    again = await reader.slash(channel, "ask", question=PRICE)
    assert "95,000 pounds" in read(again)
    today = dt.datetime.now(dt.UTC).replace(hour=10, minute=30, second=0, microsecond=0)
    day = f"text as of <t:{int(today.timestamp())}:D>"
    assert day in read(again)
    copied = await reader.click(told(again), custom_id=button(again, "copy"))
    assert f"text as of {today:%B} {today.day}, {today.year}" in read(copied)
    assert day in read(await reader.slash(channel, "summary", article=await own_article(room)))


async def own_article(room: Room) -> str:
    """Return the id of the newsroom's one own article."""
    shelf = await room.news.service.shelves.own.shelf(room.news.guild.id)
    (article,) = shelf.library.articles
    return article.id
