"""What people try with sources who mean harm, or who come too late."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from bot.sources.limits import DAY
from bot.sources.shelf_writer import seconds_since_1970
from tests.discord_app.reading import button, read
from tests.discord_app.source_room import ANSWER, FILE, open_source_room
from tests.ingest.written_files import word_document

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import simcord

    from tests.discord_app.source_room import Room

FOG = ("fog.txt", b"Fog\n\nFog lay over the town again, and the ferries stayed in the harbour.")
REFUSED = "Only those who may Manage Server can do that."


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_who_may_no_longer_manage_the_server_can_do_nothing_with_what_is_still_open(
    room: Room,
) -> None:
    kept = await room.keep(file=FILE)
    offered = await room.add(file=FOG)
    removed = await room.keep(file=("rain.txt", b"Rain\n\nRain fell on the hills all night long."))
    await room.press(removed, "remove")
    await room.press(removed, "sure")
    form = await room.add()
    before = await room.news.service.sources.writer.stored(room.news.guild.id)
    room.news.guild.roles["Editors"]._role.permissions = 0
    tried = [
        await room.news.editor.submit_modal(form, {"files": [FOG], "text": "Snow fell in May."}),
        await room.press(kept, "remove"),
        await room.press(removed, "restore"),
        await room.press(offered, "keep"),
        await room.press(offered, "discard"),
    ]
    assert [read(one) for one in tried] == [REFUSED] * len(tried)
    assert await room.news.service.sources.writer.stored(room.news.guild.id) == before


async def test_what_was_removed_more_than_a_day_ago_is_not_brought_back(room: Room) -> None:
    kept = await room.keep(file=FILE)
    await room.press(kept, "remove")
    await room.press(kept, "sure")
    room.news.service.sources.writer.clock = lambda: seconds_since_1970() + DAY
    late = await room.press(kept, "restore")
    assert "more than a day ago" in read(late)
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    assert "no sources of its own yet" in read(listed)
    assert ANSWER not in await room.ask()


async def test_a_page_of_the_list_that_never_was_shows_the_last(room: Room) -> None:
    for number in range(6):
        text = f"Fog {number}\n\nFog lay over Ward {number}."
        await room.keep(file=(f"{number}.txt", text.encode()))
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    shown = await forged(room, listed, "fn:srcs:next:9999")
    assert "Page 2 of 2" in read(shown)


async def forged(
    room: Room, result: simcord.InteractionResult, custom_id: str
) -> simcord.InteractionResult:
    """Press a button whose id was changed on its way."""
    real = button(result, "srcs:next")
    message = result.response.message if result.response else None
    assert message is not None
    stored = room.news.env.backend.get_message(room.news.channel.id, message.id)
    stored.components = [
        {"type": 1, "components": [{"type": 2, "style": 1, "label": real, "custom_id": custom_id}]}
    ]
    return await room.news.editor.click(message, custom_id=custom_id)


def bursting(content: bytes) -> bytes:
    """Return a Word document with a text that is small only while it is packed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for name in before.namelist():
            text = before.read(name)
            if name == "word/document.xml":
                text = text.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 15_000_000)
            after.writestr(name, text)
    return out.getvalue()


async def test_a_document_that_bursts_is_refused_and_the_bot_goes_on(room: Room) -> None:
    document = bursting(word_document(("Normal", "The fog lay over the town again.")))
    assert len(document) < 1_000_000
    result = await room.add(file=("fog.docx", document))
    assert read(result).startswith("⚠️ fog.docx can't be read: ")
    await room.keep(file=FILE)
    assert ANSWER in await room.ask()
