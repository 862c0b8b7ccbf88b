"""Servers bring in their own files, links and feeds, and each is answered from its own alone."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from bot.storage.sources import SourceChange
from tests.discord_app.reading import button, buttons, read, told
from tests.discord_app.source_room import ANSWER, FILE, SENTENCE, open_source_room
from tests.ingest.written_files import pdf
from tests.sources.room import rss
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_a_file_is_shown_first_and_answers_once_it_is_kept(room: Room) -> None:
    offered = await room.add(file=FILE)
    assert offered.ephemeral
    assert "The lighthouse on Gull Rock is sold" in read(offered)
    assert "2 paragraphs" in read(offered)
    assert ANSWER not in await room.ask()
    await room.press(offered, "keep")
    assert "in this server alone" in read(offered)
    assert ANSWER in await room.ask()
    assert ANSWER not in await room.ask(elsewhere=True)


async def test_the_same_text_is_told_of_before_it_takes_the_place_of_the_other(room: Room) -> None:
    await room.keep(file=FILE)
    again = await room.add(file=("copy.txt", FILE[1]))
    assert "This is the same text as **The lighthouse on Gull Rock is sold**, added" in read(again)
    assert "it replaces the other" in read(again)
    await room.press(again, "keep")
    assert "It answers from now on" in read(again)
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    assert read(listed).count("The lighthouse on Gull Rock is sold") == 2
    assert read(listed).count("removed <t:") == 1


@pytest.mark.parametrize(
    "name",
    [
        "a\ud83d.txt",
        "../../etc/passwd.txt",
        "a\nb\x1b[31m.txt",
        "\u202etxt.exe.txt",
        "a" * 251 + ".txt",
        "<@1> @everyone [x](http:y) `z.txt",
        ".txt",
        "a\0b.txt",
    ],
)
async def test_a_file_may_be_called_anything(room: Room, name: str) -> None:
    offered = await room.add(file=(name, FILE[1].partition(b"\n\n")[2]))
    await room.press(offered, "keep")
    assert ANSWER in await room.ask()
    for shown in (read(offered), read(await room.add(file=(name, b"")))):
        assert not re.search("[\\x00-\\x09\\x0b-\\x1f\\u202e\\ud800-\\udfff]", shown)
        assert "<@1>" not in shown
        assert "@everyone" not in shown


async def test_halves_of_emojis_are_taken_wherever_somebody_types(room: Room) -> None:
    kept = await room.keep(file=FILE)
    source = button(kept, "src:remove").rpartition(":")[2]
    shown = await room.news.editor.slash(
        room.news.channel, "sources show", source=source, tags="a\ud83d, b"
    )
    assert "a?" in read(shown)
    address = room.web.address("/\ud83d")
    result = await room.add(link=address, feed=address)
    assert "can't be read" in read(result)


async def test_discarded_is_gone(room: Room) -> None:
    offered = await room.add(file=FILE)
    await room.press(offered, "discard")
    assert read(offered) == "Discarded."
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    assert "no sources of its own yet" in read(listed)


async def test_removing_is_asked_about_first_and_says_that_it_can_be_undone(room: Room) -> None:
    kept = await room.keep(file=FILE)
    await room.press(kept, "remove")
    assert read(kept).startswith("Remove this? It can be brought back for a day.")
    assert ANSWER in await room.ask()
    await room.press(kept, "sure")
    assert "Removed. It can be brought back for a day." in read(kept)
    assert "1 article" not in read(kept)


async def test_a_kept_feed_does_not_claim_to_answer_before_it_was_read(room: Room) -> None:
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    items = [("Sold", room.web.address("/sold"))]
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss(items))
    shown = await room.keep(feed=room.web.address("/feed"))
    assert "Its articles are read now" in read(shown)
    assert "from now on" not in read(shown)


@pytest.mark.parametrize("restarted", [False, True])
async def test_several_files_and_a_text_come_through_a_form(room: Room, *, restarted: bool) -> None:
    opened = await room.add()
    assert opened.modal
    if restarted:
        await room.news.restart()
    files = [FILE, ("bad.odt", b"x"), ("b.pdf", pdf(["Fog", "", "Fog lay over the town again."]))]
    result = await room.news.editor.submit_modal(
        opened, {"files": files, "title": "Rain", "text": "Rain fell on the hills all night."}
    )
    shown = read(result)
    for title in ("The lighthouse on Gull Rock is sold", "Fog", "Rain"):
        assert title in shown
    assert "bad.odt can't be read" in shown
    assert len([name for name in buttons(result) if name.startswith("fn:src:keep")]) == 3


async def test_what_cannot_be_read_is_told_plainly(room: Room) -> None:
    for options, said in (
        ({"file": ("a.odt", b"x")}, "a.odt can't be read: Footnote reads"),
        ({"link": "http://169.254.169.254/latest/meta-data"}, "public Internet"),
        ({"link": "file:///etc/passwd"}, "begins with https"),
        ({"feed": room.web.address("/gone")}, "404"),
    ):
        result = await room.add(**options)
        assert result.ephemeral
        assert said in read(result)
    assert buttons(result) == {}


async def test_why_something_cannot_be_read_is_told_in_the_members_language(room: Room) -> None:
    with room.news.locale("de"):
        page_gone = await room.add(link=room.web.address("/gone"))
        no_text = await room.add(file=("a.txt", b"\x00\x01\x02\x03" * 50))
    assert "kann nicht gelesen werden: die Website antwortet 404" in read(page_gone)
    assert "kein Text (binärer Inhalt)" in read(no_text)


async def test_a_link_answers_and_is_cited_with_its_words(room: Room) -> None:
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    await room.keep(link=room.web.address("/sold"))
    assert ANSWER in await room.ask()
    links = [name for name in buttons(room.news.last) if name.startswith(room.web.address("/sold"))]
    assert all("#:~:text=" in link for link in links)
    assert links


async def test_a_feed_is_followed(room: Room) -> None:
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    items = [("Sold", room.web.address("/sold"))]
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss(items))
    shown = await room.keep(feed=room.web.address("/feed"))
    assert "City News" in read(shown)
    assert ANSWER in await room.ask()
    room.web.pages["/more"] = page("More", "Maren Holt has read every one of her four books.")
    items = [("More", room.web.address("/more")), *items]
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss(items))
    await room.press(shown, "refresh")
    assert "1 article is new or has changed" in read(shown)
    choices = await room.news.editor.autocomplete(
        room.news.channel, "sources feed", "source", "city"
    )
    changed = await room.news.editor.slash(
        room.news.channel,
        "sources feed",
        source=choices[0]["value"],
        minutes=15,
        most=5,
        days=3,
        words="lighthouse, harbour",
        channel=room.news.channel,
    )
    for said in ("every 15 minutes", "newest 5", "3 days", "lighthouse, harbour", "announces in"):
        assert said in read(changed)


async def test_removed_and_brought_back_also_after_a_restart(room: Room) -> None:
    shown = await room.keep(file=FILE)
    await room.news.restart()
    await room.press(shown, "remove")
    assert ANSWER in await room.ask()
    await room.press(shown, "sure")
    assert "brought back for a day" in read(shown)
    assert ANSWER not in await room.ask()
    await room.press(shown, "restore")
    assert ANSWER in await room.ask()


async def test_the_list_says_who_added_what_in_pages(room: Room) -> None:
    for number in range(6):
        text = f"Fog {number}\n\nFog lay over Ward {number}."
        await room.keep(file=(f"{number}.txt", text.encode()))
    listed = await room.news.editor.slash(room.news.channel, "sources list")
    first = {number for number in range(6) if f"Fog {number}" in read(listed)}
    assert len(first) == 5
    await room.news.editor.click(told(listed), custom_id=button(listed, "srcs:next"))
    assert {number for number in range(6) if f"Fog {number}" in read(listed)} == {*range(6)} - first
    await room.press(listed, "show")
    assert f"<@{room.news.editor.id}>" in read(listed)


async def test_members_who_do_not_manage_the_server_can_do_nothing(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    await room.keep(file=FILE)
    commands = await room.news.bot.tree.fetch_commands()
    for command in commands:
        if command.name in {"sources", "Read this page"}:
            room.news.guild.set_command_permissions(command, {room.news.reader: True})
    reader, channel = room.news.reader, room.news.channel
    message = await reader.send(channel, "See https://news.example.org/a")
    for result in (
        await reader.slash(channel, "sources add", file=FILE),
        await reader.slash(channel, "sources list"),
        await reader.slash(channel, "sources export"),
        await reader.context_menu(channel, "Read this page", message),
    ):
        assert "Manage Server" in read(result)
    assert await reader.autocomplete(channel, "sources show", "source", "") == []
    assert "autocomplete" not in caplog.text


async def test_another_servers_ids_find_nothing(room: Room) -> None:
    shown = await room.keep(file=FILE)
    source = button(shown, "src:remove").rpartition(":")[2]
    editor, channel = room.other.editor, room.other.channel
    for result in (
        await editor.slash(channel, "sources show", source=source),
        await editor.slash(channel, "sources feed", source=source, most=1),
    ):
        assert "no longer here" in read(result)
        assert "lighthouse" not in read(result).lower()
    assert await editor.autocomplete(channel, "sources show", "source", "light") == []
    exported = await editor.slash(channel, "sources export", source=source)
    assert "no longer here" in read(exported)
    assert not told(exported).message.attachments


async def test_the_links_of_a_message_are_read(room: Room) -> None:
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    link = room.web.address("/sold")
    message = await room.news.reader.send(room.news.channel, f"Look: <{link}>, and {link}!")
    offered = await room.news.editor.context_menu(room.news.channel, "Read this page", message)
    assert "Sold" in read(offered)
    await room.press(offered, "keep")
    assert ANSWER in await room.ask()
    plain = await room.news.reader.send(room.news.channel, "Nothing here")
    nothing = await room.news.editor.context_menu(room.news.channel, "Read this page", plain)
    assert "no link" in read(nothing)


async def test_a_server_that_removes_the_bot_is_forgotten(room: Room) -> None:
    await room.keep(file=FILE)
    stores = room.news.service.stores
    guild = room.news.bot.get_guild(room.news.guild.id)
    assert guild is not None
    await room.news.bot.on_guild_remove(guild)
    assert await stores.sources.scopes() == []
    assert (await stores.articles.load(str(guild.id))).articles == ()
    assert ANSWER not in await room.ask()


async def test_a_look_that_is_under_way_brings_nothing_back_of_a_server_that_is_left(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.keep(file=FILE)
    stores, writer = room.news.service.stores, room.news.service.sources.writer
    guild = room.news.bot.get_guild(room.news.guild.id)
    assert guild is not None
    (source,) = await room.news.service.sources.listed(guild.id)
    save = stores.sources.save
    removing: list[asyncio.Task[None]] = []

    async def save_late(scope: str, change: SourceChange) -> int:
        removing.append(asyncio.create_task(room.news.bot.on_guild_remove(guild)))
        await asyncio.wait(removing, timeout=0.2)
        return await save(scope, change)

    monkeypatch.setattr(stores.sources, "save", save_late)
    await writer.write(str(guild.id), SourceChange(source))
    await asyncio.gather(*removing)
    assert await stores.sources.scopes() == []
