"""The preview: what is found there, and what a member types on its page."""

from __future__ import annotations

import re
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.discord_app.cogs.ask import FIND
from bot.discord_app.example_questions import find_questions
from bot.discord_app.running.preview import PreviewError, serve_preview
from bot.discord_app.running.preview_server import Typist, make_chat, make_newsroom, welcome
from bot.library.library import Library
from bot.open_service import make_service
from bot.retrieval.meaning.models import shipped_models
from bot.storage.sqlite.stores import open_stores
from tests.conftest import PROJECT
from tests.discord_app.reading import read

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.open_service import Service
    from tests.discord_app.conftest import Newsroom


@asynccontextmanager
async def opened_service(corpus: Path, folder: Path) -> AsyncIterator[Service]:
    async with open_stores(folder / "footnote.db") as stores:
        service = make_service(corpus, stores)
        await service.shelves.shared.load()
        yield service
        await service.shelves.shared.close()


def typist_of(newsroom: Newsroom) -> Typist:
    return Typist(newsroom.env, newsroom.guild, newsroom.reader.user)


async def test_a_mention_typed_on_the_page_is_one(newsroom: Newsroom) -> None:
    await typist_of(newsroom).send(newsroom.channel, "@footnote who is Ann Lee?")
    assert newsroom.last.author.bot
    assert "Ann Lee" in read(newsroom.last)
    sent = await typist_of(newsroom).send(newsroom.channel, "mail@footnote.example is no mention")
    assert newsroom.last.id == sent.id


async def test_a_reply_with_the_menus_name_uses_the_context_menu(newsroom: Newsroom) -> None:
    typist = typist_of(newsroom)
    said = await typist.send(newsroom.channel, "The work on the bridge cost 4.5 million dollars")
    await typist.send(newsroom.channel, FIND, reply_to=said)
    (shown,) = [
        request
        for request in newsroom.env.http_requests
        if request.path.endswith("/callback") and "4.5 million" in str(request.json)
    ]
    assert shown.json is not None
    assert shown.json["data"]["flags"] & 64


async def test_newcomers_are_welcomed_with_questions_that_are_answered(newsroom: Newsroom) -> None:
    channel, members = make_newsroom(newsroom.env)
    await welcome(newsroom.bot, channel)
    assert channel.last_message is not None
    said = read(channel.last_message)
    library = newsroom.librarian.library
    questions = find_questions(library, library.people)
    assert questions
    assert all(library.ask(question).answered for question in questions)
    assert f"@Footnote {questions[0]}" in said
    assert f"“{FIND}”" in said
    assert "`preview --direct`" in said
    await members[1].send(channel, f"@Footnote {questions[0]}")
    assert channel.last_message.author.bot


async def test_direct_messages_are_welcomed_too(newsroom: Newsroom) -> None:
    channel, (user,) = make_chat(newsroom.env)
    await welcome(newsroom.bot, channel, direct=True)
    assert channel.last_message is not None
    said = read(channel.last_message)
    assert "@Footnote" not in said
    assert "without `--direct`" in said
    await user.send_dm("Who is Ann Lee?")
    assert channel.last_message is not None
    assert "Ann Lee" in read(channel.last_message)


async def test_without_articles_the_welcome_says_how_to_add_some(
    newsroom: Newsroom,
) -> None:
    for file in newsroom.corpus.iterdir():
        file.unlink()
    await newsroom.librarian.reload()
    await welcome(newsroom.bot, newsroom.channel)
    assert "there are none yet" in read(newsroom.last)


def test_three_questions_and_that_of_the_readme_are_answered_by_the_article_that_ships() -> None:
    """By words alone, as in the first seconds of a preview, and by meaning, as from then on."""
    library = Library.from_folder(PROJECT / "corpus")
    questions = find_questions(library, library.people)
    assert len(questions) == 3
    named = re.search(r"and ask \*([^*]+)\*", (PROJECT / "README.md").read_text(encoding="utf-8"))
    assert named
    by_meaning = Library(library.articles, models=shipped_models())
    by_meaning.embed()
    for question in (*questions, named[1]):
        assert library.ask(question).answered, question
        assert by_meaning.ask(question).answered, question


@pytest.mark.parametrize("what", ["a server", "direct messages"])
async def test_a_page_is_served(corpus: Path, tmp_path: Path, what: str) -> None:
    async with (
        opened_service(corpus, tmp_path) as service,
        serve_preview(service, 0, direct=what == "direct messages") as (url, _),
    ):
        assert url.startswith("http://127.0.0.1:")


async def test_a_taken_port_is_said_in_a_line(corpus: Path, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        async with opened_service(corpus, tmp_path) as service:
            with pytest.raises(PreviewError, match=f"port {port} is taken: set ") as caught:
                async with serve_preview(service, port):
                    pass
    assert "\n" not in str(caught.value)
