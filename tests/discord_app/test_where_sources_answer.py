"""What a server brought in is shown there, and nowhere else, whatever is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import button, read, told
from tests.discord_app.source_room import ANSWER, FILE, SENTENCE, open_source_room
from tests.sources.room import PRICE, rss
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room

COMMANDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("ask", {"question": PRICE}),
    ("articles", {}),
    ("summary", {"topic": "the lighthouse on Gull Rock"}),
    ("who", {"name": "Maren Holt"}),
    ("who", {}),
    ("help", {}),
)


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


def is_told(shown: str) -> bool:
    """Return whether something of the newsroom's own article is shown, but for its name asked."""
    return any(word in shown for word in (ANSWER, "lighthouse on Gull Rock is sold", "retired"))


async def test_direct_messages_user_installs_and_other_servers_see_nothing(room: Room) -> None:
    await room.keep(file=FILE)
    news = room.news
    for command, options in COMMANDS:
        here = read(await news.reader.slash(news.channel, command, **options))
        assert is_told(here) or "Maren Holt" in here, command
        direct = await news.reader.user.slash(command, **options)
        elsewhere = await room.other.editor.slash(room.other.channel, command, **options)
        with news.user_installed(news.reader):
            installed = await news.reader.slash(news.channel, command, **options)
        for result in (direct, elsewhere, installed):
            assert not is_told(read(result)), command
    report = await room.other.editor.slash(room.other.channel, "report")
    assert not is_told(read(report))


async def test_what_is_kept_can_be_summarised_at_once(room: Room) -> None:
    kept = await room.keep(file=FILE)
    summary = await room.news.editor.click(told(kept), custom_id=button(kept, "sum:"))
    assert ANSWER in read(summary)


async def test_a_feed_that_fails_says_since_when_and_why(room: Room) -> None:
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    feed = rss([("Sold", room.web.address("/sold"))])
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, feed)
    kept = await room.keep(feed=room.web.address("/feed"))
    room.web.pages["/feed"] = (503, {}, b"")
    await room.press(kept, "refresh")
    for shown in (kept, await room.news.editor.slash(room.news.channel, "sources list")):
        assert "failing since <t:" in read(shown)
        assert "the site answers 503" in read(shown)
    with room.news.locale("fr"):
        listed = await room.news.editor.slash(room.news.channel, "sources list")
    assert "le site répond 503" in read(listed)
