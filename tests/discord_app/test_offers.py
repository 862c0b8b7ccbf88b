"""What is shown of what was read, before it goes into service."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from tests.discord_app.reading import read
from tests.discord_app.source_room import FILE, SENTENCE, open_source_room

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room

ARTICLE = f"""\
---
title: The lighthouse is sold
source: Harbour Post
author: Jane Roe
date: 2026-11-27
---

{SENTENCE}

Also read: Ten lighthouses that you should see before you die

Share this article on Facebook

She wants to open a small library in its tower.
"""


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_title_source_author_day_paragraphs_and_what_was_cleaned_away_are_shown(
    room: Room,
) -> None:
    shown = read(await room.add(file=("a.md", ARTICLE.encode())))
    for said in (
        "The lighthouse is sold",
        "Harbour Post · Jane Roe · <t:1795775400:D> · 2 paragraphs",
        "2 lines were cleaned away: Also read: Ten lighthouses",
        "Share this article on Facebook",
        "It answers nothing until you keep it.",
    ):
        assert said in shown


async def test_each_of_five_files_is_told_of_however_long_their_titles_are(room: Room) -> None:
    cleaned = "".join(f"Also read: Ten things to see in the town of Lune {n}\n\n" for n in range(9))
    url = f"https://news.example/{'p' * 200}"

    def written(number: int) -> bytes:
        text = ARTICLE.replace("title:", f"url: {url}\ntitle: {number}.{' Harbour' * 30}")
        return text.replace("She wants", f"{cleaned}She wants {number} things:").encode()

    opened = await room.add()
    files = [(f"{number}.md", written(number)) for number in range(5)]
    shown = read(await room.news.editor.submit_modal(opened, {"files": files}))
    for number in range(5):
        assert f"{number}. Harbour" in shown
    assert shown.count("11 lines were cleaned away") == 5


async def test_a_headline_that_a_page_has_twice_is_not_named_among_what_was_cleaned_away(
    room: Room,
) -> None:
    twice = ARTICLE.replace(SENTENCE, f"# The lighthouse is sold\n\n{SENTENCE}")
    shown = read(await room.add(file=("a.md", twice.encode())))
    assert "2 lines were cleaned away: Also read: Ten lighthouses" in shown
    assert shown.count("The lighthouse is sold") == 1


async def test_when_a_file_was_added_is_said_once(room: Room) -> None:
    shown = read(await room.keep(file=("a.md", ARTICLE.encode())))
    assert "Added by <@" in shown
    assert "\nadded " not in shown
    listed = read(await room.news.editor.slash(room.news.channel, "sources list"))
    assert "-# added <t:" in listed


async def test_a_feed_is_shown_with_its_newest_titles(room: Room) -> None:
    items = "".join(
        f"<item><title>News {number} @everyone</title><link>/{number}</link></item>"
        for number in range(7)
    )
    feed = f"<rss version='2.0'><channel><title>City News</title>{items}</channel></rss>"
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, feed.encode())
    shown = read(await room.add(feed=room.web.address("/feed")))
    assert "City News" in shown
    assert "7 articles" in shown
    assert [f"News {number}" in shown for number in range(7)] == [True] * 5 + [False] * 2
    assert "@everyone" not in shown
    assert "They are read once you keep the feed." in shown


async def test_a_file_that_discord_does_not_hand_over_is_told_plainly(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def read_none(_: discord.Attachment) -> bytes:
        raise aiohttp.ClientConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(discord.Attachment, "read", read_none)
        refused = read(await room.add(file=FILE))
    assert f"{FILE[0]} can't be read: Discord doesn't hand it over: attach it again." in refused
    assert "2 paragraphs" in read(await room.add(file=FILE))
