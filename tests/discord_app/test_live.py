from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.discord_app.client import FootnoteBot
from bot.discord_app.live import LiveError, describe_setup, run_live, sync_commands
from bot.monitoring.gateway import GatewayDeadError, GatewayWatch
from bot.settings import load_settings
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.discord_app.conftest import Newsroom


async def test_says_where_it_is_and_how_to_invite_it_with_what_it_needs(
    newsroom: Newsroom,
) -> None:
    first, second, *_ = describe_setup(newsroom.bot)
    assert "servers: 1, commands: 10" in first
    query = parse_qs(urlsplit(second.rpartition(" ")[2]).query)
    assert query["client_id"] == [str(newsroom.bot.application_id)]
    assert query["scope"] == ["bot applications.commands"]
    allowed = {name for name, given in discord.Permissions(int(query["permissions"][0])) if given}
    assert allowed == {
        "read_messages",
        "send_messages",
        "send_messages_in_threads",
        "embed_links",
        "attach_files",
        "read_message_history",
    }


async def test_names_what_it_may_not_do_in_a_server(newsroom: Newsroom) -> None:
    guild = newsroom.bot.get_guild(newsroom.guild.id)
    assert guild is not None
    for role in guild.me.roles:
        role._permissions = discord.Permissions(view_channel=True).value
    (line,) = describe_setup(newsroom.bot)[2:]
    assert "'Newsroom'" in line
    assert "embed links" in line
    assert "view channel" not in line


def test_sync_needs_a_token(tmp_path: Path) -> None:
    done = run("sync", DISCORD_TOKEN="")
    assert done.returncode == 1
    assert "DISCORD_TOKEN" in done.stderr
    assert len(done.stderr.splitlines()) == 1


class Response:
    """Stand for an answer of Discord's that refuses."""

    status = 403
    reason = "Forbidden"


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (discord.LoginFailure("no"), "refuses the token"),
        (
            discord.Forbidden(cast("Any", Response()), "Missing Access"),
            "scopes bot and applications.commands",
        ),
        (OSError("no network"), "can't be reached"),
    ],
)
async def test_what_discord_refuses_is_said_in_a_line(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception, told: str
) -> None:
    async def refuse(self: FootnoteBot, token: str) -> None:
        raise problem

    monkeypatch.setenv("DISCORD_TOKEN", "not.a.token")
    monkeypatch.setattr(FootnoteBot, "login", refuse)
    settings = load_settings(corpus=corpus, database=tmp_path / "footnote.db", monitor_port=0)
    for going_live in (run_live(settings, list[str]().append), sync_commands(settings)):
        with pytest.raises(LiveError, match=told) as caught:
            await going_live
        assert len(str(caught.value).splitlines()) == 1


async def test_a_gateway_that_stays_dead_ends_the_process_with_a_line(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def connect_never(self: FootnoteBot, token: str) -> None:
        await asyncio.Event().wait()

    async def dead(self: GatewayWatch) -> None:
        raise GatewayDeadError("the gateway has been dead for 300 s")

    monkeypatch.setenv("DISCORD_TOKEN", "not.a.token")
    monkeypatch.setattr(FootnoteBot, "start", connect_never)
    monkeypatch.setattr(GatewayWatch, "until_dead", dead)
    settings = load_settings(corpus=corpus, database=tmp_path / "footnote.db")
    with pytest.raises(LiveError, match="dead for 300 s"):
        await run_live(settings, list[str]().append)


async def test_a_stop_is_obeyed(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def terminate(self: FootnoteBot, token: str) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.Event().wait()

    monkeypatch.setenv("DISCORD_TOKEN", "not.a.token")
    monkeypatch.setattr(FootnoteBot, "start", terminate)
    settings = load_settings(corpus=corpus, database=tmp_path / "footnote.db")
    await run_live(settings, list[str]().append)
