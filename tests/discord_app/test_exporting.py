"""A server gets everything of its own as files, and is told where there is nothing."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import button, read, told
from tests.discord_app.source_room import ANSWER, FILE, open_source_room

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_everything_of_a_server_is_exported(room: Room) -> None:
    await room.keep(file=FILE)
    result = await room.news.editor.slash(room.news.channel, "sources export")
    assert "1 article" in read(result)
    (attachment,) = told(result).message.attachments
    with zipfile.ZipFile(io.BytesIO(await attachment.read())) as archive:
        (name,) = archive.namelist()
        assert ANSWER in archive.read(name).decode()


async def test_where_there_is_nothing_to_export_no_file_comes(room: Room) -> None:
    editor, channel = room.news.editor, room.news.channel
    nothing = await editor.slash(channel, "sources export")
    kept = await room.keep(file=FILE)
    source = button(kept, "src:remove").rpartition(":")[2]
    unknown = await editor.slash(channel, "sources export", source="no such source")
    await room.press(kept, "remove")
    await room.press(kept, "sure")
    removed = await editor.slash(channel, "sources export", source=source)
    for result, said in (
        (nothing, "There is nothing to export: no article is in service."),
        (unknown, "That source is no longer here. `/sources list` shows those that are."),
        (removed, "There is nothing to export: no article is in service."),
    ):
        assert read(result) == said
        assert not told(result).message.attachments
