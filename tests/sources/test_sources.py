"""What people bring in goes into service in their server alone, once they keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sources.errors import SourceError
from bot.sources.limits import Limits
from bot.storage.sources import FeedSettings
from tests.ingest.written_files import pdf, word_document
from tests.sources.room import LIGHTHOUSE, PRICE, SourceRoom, open_room
from tests.web import page, redirect

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ingest.workers.worker import Worker


async def kept_file(room: SourceRoom, guild_id: int = 1, text: str = LIGHTHOUSE) -> str:
    offer = await room.sources.offers.file(guild_id, 9, "gull rock.txt", text.encode())
    await room.sources.keep(guild_id, offer.source.id)
    return offer.source.id


async def test_a_file_answers_once_it_is_kept_and_in_its_server_alone(room: SourceRoom) -> None:
    offer = await room.sources.offers.file(1, 9, "gull rock.txt", LIGHTHOUSE.encode())
    assert offer.article is not None
    assert offer.article.title == "The lighthouse on Gull Rock is sold"
    assert not await room.answers(1)
    await room.sources.keep(1, offer.source.id)
    assert await room.answers(1)
    assert not await room.answers(2)
    assert not await room.answers(None)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf(LIGHTHOUSE.strip().split("\n"))),
        ("a.docx", word_document(*(("Normal", line) for line in LIGHTHOUSE.split("\n\n")))),
        ("a.html", page("Sold", LIGHTHOUSE.split("\n\n")[1]).encode()),
        ("a.md", f"---\ntitle: Sold\n---\n\n{LIGHTHOUSE}".encode()),
    ],
)
async def test_files_of_every_kind_are_read(room: SourceRoom, name: str, content: bytes) -> None:
    offer = await room.sources.offers.file(1, 9, name, content)
    await room.sources.keep(1, offer.source.id)
    assert await room.answers(1)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Half a \ud83d pair", "The mayor \udc00 spoke for an hour on Monday."),
        ("Right to left", "\u202e" * 3000 + "The mayor spoke for an hour on Monday."),
        ("Marks", "a" + "\u0301" * 3000 + " spoke for an hour on Monday in the town."),
        ("Front matter", "---\ntitle: x\n---\nThe mayor spoke for an hour on Monday."),
        ("\u202e", "The mayor spoke for an hour on Monday."),
    ],
)
async def test_a_strange_text_is_read(room: SourceRoom, title: str, text: str) -> None:
    offer = await room.sources.offers.text(1, 9, title, text)
    await room.sources.keep(1, offer.source.id)
    assert len(await room.titles(1)) == 1
    assert offer.article is not None
    said = text.rpartition("\n")[2].replace("\udc00", "?")
    assert "\n".join(one.text for one in offer.article.passages).endswith(said)


@pytest.mark.parametrize(
    "text",
    ["!?.,;:-" * 500, "\u202e" * 4000, "a" + "\u0301" * 3990, "---\ntitle: x\n---", "\u200d"],
)
async def test_a_text_without_a_sentence_is_refused(room: SourceRoom, text: str) -> None:
    with pytest.raises(SourceError):
        await room.sources.offers.text(1, 9, "A title", text)
    assert await room.titles(1) == []


async def test_a_pasted_text_is_read(room: SourceRoom) -> None:
    title, _, text = LIGHTHOUSE.partition("\n\n")
    offer = await room.sources.offers.text(1, 9, title, text)
    assert offer.source.title == title
    await room.sources.keep(1, offer.source.id)
    assert await room.answers(1)


async def test_nothing_in_an_article_of_a_server_tells_its_name_to_a_log(room: SourceRoom) -> None:
    offer = await room.sources.offers.file(1, 9, "gull rock.txt", LIGHTHOUSE.encode())
    assert offer.article is not None
    assert offer.article.file == offer.article.id
    assert "gull" not in offer.article.id
    assert all(p.id.startswith(f"{offer.article.id}#") for p in offer.article.passages)


async def test_a_file_that_cannot_be_read_is_refused_by_name_with_the_mend(
    room: SourceRoom,
) -> None:
    for name, content, said in (
        ("a.odt", b"x", "a.odt can't be read: Footnote reads"),
        ("a.txt", b"", "it is empty"),
        ("a.txt", b"x" * (5 * 1024 * 1024 + 1), "over 5 MiB"),
    ):
        with pytest.raises(SourceError, match=said):
            await room.sources.offers.file(1, 9, name, content)
    assert await room.sources.listed(1) == []


async def test_discarded_is_gone(room: SourceRoom) -> None:
    offer = await room.sources.offers.file(1, 9, "a.txt", LIGHTHOUSE.encode())
    await room.sources.discard(1, offer.source.id)
    with pytest.raises(SourceError, match="no longer here"):
        await room.sources.keep(1, offer.source.id)
    assert (await room.service.stores.articles.load("1")).articles == ()


async def test_removed_can_be_brought_back_for_a_day(room: SourceRoom) -> None:
    source_id = await kept_file(room)
    await room.sources.remove(1, source_id)
    assert not await room.answers(1)
    await room.sources.restore(1, source_id)
    assert await room.answers(1)
    await room.sources.remove(1, source_id)
    room.clock.now += 24 * 3600
    assert await room.sources.listed(1) == []
    with pytest.raises(SourceError, match="more than a day ago"):
        await room.sources.restore(1, source_id)


async def test_another_servers_id_finds_nothing(room: SourceRoom) -> None:
    source_id = await kept_file(room)
    offer = await room.sources.offers.file(1, 9, "b.txt", b"Fog\n\nFog lay over the town again.")
    sources = room.sources
    for act in (
        sources.keep(2, offer.source.id),
        sources.discard(2, offer.source.id),
        sources.remove(2, source_id),
        sources.restore(2, source_id),
        sources.refresh(2, source_id),
        sources.tag(2, source_id, ["a"]),
        sources.follow(2, source_id, FeedSettings()),
    ):
        with pytest.raises(SourceError, match="no longer here"):
            await act
    assert await room.answers(1)


async def test_a_link_is_read_and_cited_by_its_own_address_on_its_site(room: SourceRoom) -> None:
    text = LIGHTHOUSE.split("\n\n")[1]
    own = room.web.address("/sold")
    room.web.pages["/a"] = redirect("/sold?utm_source=x")
    room.web.pages["/sold"] = page("Sold", text, own)
    offer = await room.sources.offers.link(1, 9, room.web.address("/a"))
    assert offer.article is not None
    assert (offer.article.url, offer.article.source) == (own, "127.0.0.1")
    room.web.pages["/fake"] = page("Fake", text, "https://bank.example.com/")
    fake = await room.sources.offers.link(1, 9, room.web.address("/fake"))
    assert fake.article is not None
    assert fake.article.url == room.web.address("/fake")


async def test_a_link_that_is_known_is_not_read_again(room: SourceRoom) -> None:
    room.web.pages["/a"] = page("Sold", LIGHTHOUSE.split("\n\n")[1])
    offer = await room.sources.offers.link(1, 9, room.web.address("/a"))
    await room.sources.keep(1, offer.source.id)
    with pytest.raises(SourceError, match="here already: Sold"):
        await room.sources.offers.link(1, 9, room.web.address("/a?utm_medium=rss"))
    await room.sources.offers.link(2, 9, room.web.address("/a"))


async def test_a_link_that_cannot_be_read_says_why_and_nothing_stays(room: SourceRoom) -> None:
    room.web.pages["/app"] = "<html><body><div id=app></div><p>Log in</p></body></html>"
    room.web.pages["/empty"] = "<html><body></body></html>"
    for address, said in (
        (room.web.address("/gone"), "404"),
        (room.web.address("/app"), "may need a browser or an account: paste its text"),
        (room.web.address("/empty"), "may need a browser or an account: paste its text"),
        ("http://169.254.169.254/latest", "public Internet"),
        ("file:///etc/passwd", "https://"),
    ):
        with pytest.raises(SourceError, match=said):
            await room.sources.offers.link(1, 9, address)
    assert (await room.sources.writer.stored(1)).sources == ()


async def test_a_server_has_no_more_than_it_may(tmp_path: Path, worker: Worker) -> None:
    async with open_room(tmp_path, worker, Limits(sources=2, passages=5)) as room:
        await kept_file(room)
        await kept_file(room, text=LIGHTHOUSE.replace("Gull", "Kelp"))
        with pytest.raises(SourceError, match="2 sources"):
            await kept_file(room)
        await kept_file(room, 2)
    async with open_room(tmp_path, worker, Limits(sources=9, passages=3)) as room:
        await kept_file(room, 3)
        with pytest.raises(SourceError, match="3 passages"):
            await kept_file(room, 3, LIGHTHOUSE.replace("Gull", "Kelp"))


async def test_what_nobody_keeps_takes_no_place(tmp_path: Path, worker: Worker) -> None:
    async with open_room(tmp_path, worker, Limits(sources=2)) as room:
        offered = []
        for number in range(5):
            room.clock.now += 1
            text = LIGHTHOUSE.replace("Gull", f"Kelp {number}").encode()
            offered.append((await room.sources.offers.file(1, 9, "a.txt", text)).source.id)
        # Of those that wait to be kept, no more stay than a server may have.
        waiting = [one.id for one in (await room.sources.writer.stored(1)).sources]
        assert waiting == offered[-2:]
        for source_id in waiting:
            await room.sources.keep(1, source_id)
        with pytest.raises(SourceError, match="2 sources"):
            await kept_file(room)


@pytest.mark.parametrize("state", ["offered", "removed"])
async def test_what_does_not_answer_takes_no_more_than_twice_the_room_of_what_does(
    tmp_path: Path, worker: Worker, state: str
) -> None:
    async with open_room(tmp_path, worker, Limits(sources=9, passages=3)) as room:
        ids = []
        for number in range(5):
            text = LIGHTHOUSE.replace("Gull", f"Kelp {number}").encode()
            ids.append((await room.sources.offers.file(1, 9, "a.txt", text)).source.id)
            if state == "removed":
                await room.sources.keep(1, ids[-1])
                await room.sources.remove(1, ids[-1])
        # Two passages each: with a fourth source there would be eight.
        left = (await room.sources.writer.stored(1)).sources
        assert [one.state for one in left] == [state] * 3
        assert ids[-1] in {one.id for one in left}
        stored = await room.service.stores.articles.load("1")
        assert len(stored.articles) == 3
        assert await room.service.stores.sources.passages("1") == {one.id: 2 for one in left}
        restored = room.sources.restore if state == "removed" else room.sources.keep
        await restored(1, ids[-1])
        assert await room.titles(1) == ["The lighthouse on Kelp 4 Rock is sold"]


async def test_of_two_that_are_offered_one_is_kept_where_there_is_one_place(
    tmp_path: Path, worker: Worker
) -> None:
    async with open_room(tmp_path, worker, Limits(sources=2)) as room:
        await kept_file(room)
        ids = []
        for rock in ("Kelp", "Seal"):
            text = LIGHTHOUSE.replace("Gull", rock).encode()
            ids.append((await room.sources.offers.file(1, 9, "a.txt", text)).source.id)
        await room.sources.keep(1, ids[0])
        with pytest.raises(SourceError, match="2 sources"):
            await room.sources.keep(1, ids[1])
        assert len(await room.titles(1)) == 2
        await room.sources.remove(1, ids[0])
        await room.sources.keep(1, ids[1])
        with pytest.raises(SourceError, match="2 sources"):
            await room.sources.restore(1, ids[0])
        assert len(await room.titles(1)) == 2


async def test_what_has_room_alone_is_kept_or_brought_back_only_where_it_has_with_the_rest(
    tmp_path: Path, worker: Worker
) -> None:
    async with open_room(tmp_path, worker, Limits(sources=9, passages=3)) as room:
        ids = []
        for rock in ("Gull", "Kelp"):
            text = LIGHTHOUSE.replace("Gull", rock).encode()
            ids.append((await room.sources.offers.file(1, 9, f"{rock}.txt", text)).source.id)
        await room.sources.keep(1, ids[0])
        with pytest.raises(SourceError, match="3 passages"):
            await room.sources.keep(1, ids[1])
        assert await room.titles(1) == ["The lighthouse on Gull Rock is sold"]
        await room.sources.remove(1, ids[0])
        await room.sources.keep(1, ids[1])
        with pytest.raises(SourceError, match="3 passages"):
            await room.sources.restore(1, ids[0])
        assert await room.titles(1) == ["The lighthouse on Kelp Rock is sold"]
        states = {one.id: one.state for one in await room.sources.listed(1)}
        assert states == {ids[0]: "removed", ids[1]: "kept"}
        await room.sources.remove(1, ids[1])
        await room.sources.restore(1, ids[0])
        assert await room.titles(1) == ["The lighthouse on Gull Rock is sold"]


async def test_tags_are_folded(room: SourceRoom) -> None:
    source_id = await kept_file(room)
    source = await room.sources.tag(1, source_id, [" Sea ", "sea", "Ships  and boats", ""])
    assert source.tags == ("sea", "ships and boats")
    shelf = await room.service.shelves.own.shelf(1)
    assert shelf.filed_under(["sea"]).ask(PRICE).answered
    assert not shelf.filed_under(["economy"]).ask(PRICE).answered
