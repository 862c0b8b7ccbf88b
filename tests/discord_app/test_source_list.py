"""The list of a server's sources, with what needs somebody's attention first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import read
from tests.discord_app.source_room import open_source_room
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_a_source_that_fails_stands_first_in_a_long_list(room: Room) -> None:
    for number in range(6):
        text = f"The lighthouse on Rock {number} was sold for {number}0,000 pounds to a teacher."
        room.web.pages[f"/{number}"] = page(f"Rock {number}", text)
        # With each look at the clock a minute passes, so that fair use lets all of it happen.
        await room.keep(link=room.web.address(f"/{number}"))
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    assert "-# Page 1 of 2 · 6 sources" in read(listed)
    (behind,) = [number for number in range(6) if f"Rock {number}" not in read(listed)]
    del room.web.pages[f"/{behind}"]
    title = f"Rock {behind}"
    shown = await room.news.editor.slash(room.news.channel, "sources show", source=title)
    await room.press(shown, "refresh")
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    first, *_ = [line for line in read(listed).splitlines() if "Rock" in line]
    assert title in first
    assert "failing since" in read(listed)
