"""What .github/SECURITY.md says, line by line; the rest of it is tested where it lives.

Mentions, links and invisible characters of an article: ``test_hostile_articles.py``. Permission
checks: ``test_reload.py``, ``test_servers.py``. One server's data unreachable from another:
``test_servers.py``. What a server adds itself, and what other servers, members and sites can do
with that: ``test_sources.py``, ``tests/sources/test_isolation.py``, ``tests/fetching``.
"""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import pytest
from discord import app_commands

from bot.discord_app.markdown import clip
from bot.discord_app.shown.layout import asked_in
from bot.ingest.corpus import read_corpus
from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from bot.language.plain_text import plain
from bot.library.article_choice import UnknownArticleError
from bot.library.library import Library
from bot.settings import load_settings
from tests.conftest import BRIDGE
from tests.discord_app.reading import button, read, told

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom

TOKEN = "MTIz.abc.a-secret-of-the-test"
PROSE = b"The bridge reopened on Saturday after nine months of repairs, the mayor said."


@pytest.mark.parametrize(
    "front_matter",
    [
        b"title: !!python/object/apply:os.system ['touch owned']",
        b"a: {" * 2000,
        b"a:\n  " + b"- " * 4000,
        b"a: " + b"[" * 9000,
        b"title: " + b"x" * 20_000,
    ],
    ids=["object", "deep mapping", "deep list", "brackets", "long"],
)
def test_front_matter_runs_nothing_and_crashes_nothing(front_matter: bytes) -> None:
    with pytest.raises(RefusedFileError, match="front matter"):
        parse_article(b"---\n" + front_matter + b"\n---\n" + PROSE, "a.md")


def test_a_page_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    page = (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "http://127.0.0.1/x">]><html><head><title>A</title>'
        b'<link rel="stylesheet" href="http://127.0.0.1/a.css"><script src="http://127.0.0.1/a">'
        b"</script></head><body><article><h1>A bridge</h1><iframe src='http://127.0.0.1/'></iframe>"
        b'<img src="http://127.0.0.1/a.png"><p>' + PROSE * 5 + b" &x;</p></article></body></html>"
    )
    assert "reopened" in parse_article(page, "a.html").passages[0].text


def test_no_path_leads_out_of_the_folder(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret\n\nThe password of the newsroom is otter12.\n")
    (corpus / "inside.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "up").symlink_to(tmp_path)
    library = Library.from_folder(corpus)
    assert "otter12" not in str([a.passages for a in library.articles])
    for name in ("../secret", str(tmp_path / "secret.txt"), "..%2fsecret", "up/secret"):
        with pytest.raises(UnknownArticleError):
            library.summary(name)
    assert [article.id for article in read_corpus(corpus).articles] == ["bridge", "otters"]


def test_the_token_is_in_no_representation_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    settings = load_settings()
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump()}"
    assert TOKEN not in settings.model_dump_json()


async def test_a_thief_of_the_database_finds_no_token_and_no_question(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    question = "Which emperor minted dollars in Rome?"
    await newsroom.reader.slash(newsroom.channel, "ask", question=question)
    await newsroom.reader.send(newsroom.channel, newsroom.mention(question))
    await newsroom.database.fetch("PRAGMA wal_checkpoint(TRUNCATE)")
    (path,) = [row["file"] for row in await newsroom.database.fetch("PRAGMA database_list")]
    content = Path(path).read_bytes()
    assert TOKEN.encode() not in content
    assert b"emperor" not in content


@pytest.mark.parametrize(
    "question",
    [
        "@everyone <@1> <@&2> [Who](http://evil.example) is Ann Lee?",
        "Who is \u202eeel nnA\u202c Ann Lee?",
        "Who is Ann\u200b\u200b Lee? ```code``` ||spoiler||",
        "Who is Ann Lee? " + "a\u0301\u0302\u0303" * 60,
    ],
)
async def test_a_hostile_question_is_shown_harmlessly(newsroom: Newsroom, question: str) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=question)
    assert result.response is not None
    shown = read(result).splitlines()[0].removeprefix("-# ")
    assert not set(shown) & set("\u202e\u202c")
    assert len(shown) <= 2 * 256
    for live in ("@everyone", "](http", "```", "||"):
        assert live not in shown.replace("\\]", "")
    assert asked_in(told(result).message) == clip(plain(question), 256)
    for request in newsroom.env.http_requests:
        if isinstance(request.json, dict) and "allowed_mentions" in request.json:
            assert request.json["allowed_mentions"] == {"parse": []}


@pytest.mark.parametrize(
    "custom_id",
    [
        "fn:near:../../etc:abcdef:0:0",
        "fn:near:bridge:000000:999999:9999",
        "fn:next:AAAAAAAAAAA:9",
        "fn:up:';DROP TABLE votes;:0",
        "fn:prev:people:999999:1",
        "fn:sum:nothing-here",
        "fn:" + "x" * 90,
    ],
)
async def test_a_forged_button_does_nothing(newsroom: Newsroom, custom_id: str) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    message = newsroom.env.backend.get_message(newsroom.channel.id, newsroom.last.id)
    message.components = [
        {"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": custom_id}]}
    ]
    before = [dict(row) for row in await newsroom.database.fetch("SELECT * FROM answers")]
    result = await newsroom.reader.click(newsroom.last, custom_id=custom_id)
    if result.followups or result.response:
        assert "went wrong" not in read(result)
    after = [dict(row) for row in await newsroom.database.fetch("SELECT * FROM answers")]
    assert after == before
    assert not await newsroom.database.fetch("SELECT * FROM votes")


def test_a_quotation_can_be_checked_against_the_file() -> None:
    library = Library([parse_article(BRIDGE.encode(), "bridge.md")])
    for question in ("Who is Ann Lee?", "What did it cost?", "When did the bridge reopen?"):
        for hit in library.ask(question).hits:
            assert hit.passage.text in BRIDGE


async def test_an_answer_takes_no_votes_from_another_server(newsroom: Newsroom) -> None:
    other = newsroom.env.create_guild(name="Elsewhere")
    channel = other.create_text_channel("general")
    stranger = other.add_member(newsroom.env.create_user("stranger"))
    await stranger.slash(channel, "ask", question="Who is Ann Lee?")
    answer = channel.last_message
    assert answer is not None
    vote = button(answer, "up")
    await newsroom.service.stores.answers.get(vote.split(":")[2])
    # As if the button had been made to name an answer of the newsroom's.
    await newsroom.database.execute("UPDATE answers SET guild_id = ?", (newsroom.guild.id,))
    result = await stranger.click(answer, custom_id=vote)
    assert "no longer known" in read(result)
    assert not await newsroom.database.fetch("SELECT * FROM votes")


def test_discord_bounds_every_text_and_number_that_a_command_takes(newsroom: Newsroom) -> None:
    bounded = {discord.AppCommandOptionType.string, discord.AppCommandOptionType.integer}
    options = [
        option
        for command in newsroom.bot.tree.walk_commands()
        if isinstance(command, app_commands.Command)
        for option in command.parameters
        if option.type in bounded and not option.choices
    ]
    assert options
    unbounded = [
        f"/{option.command.qualified_name} {option.name}"
        for option in options
        if option.min_value is None or option.max_value is None
    ]
    assert unbounded == []
