from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.discord_app.running.client import FootnoteBot
from bot.discord_app.running.live import LiveError, describe_setup, run_live
from bot.monitoring.gateway import GatewayDeadError, GatewayWatch
from bot.settings import load_settings
from tests.terminal.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.discord_app.conftest import Newsroom


async def test_says_where_it_is_and_how_to_invite_it_with_what_it_needs(
    newsroom: Newsroom,
) -> None:
    first, second, *_ = describe_setup(newsroom.bot)
    assert f"servers: 1, commands: {len(newsroom.bot.tree.get_commands())}" in first
    query = parse_qs(urlsplit(second.rpartition(" ")[2]).query)
    assert query["client_id"] == [str(newsroom.bot.application_id)]
    assert query["scope"] == ["bot applications.commands"]
    allowed = {name for name, given in discord.Permissions(int(query["permissions"][0])) if given}
    assert allowed == {
        "read_messages",
        "send_messages",
        "send_messages_in_threads",
        "add_reactions",
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
    assert "attach files" in line
    assert "view channel" not in line


def test_sync_needs_a_token(tmp_path: Path) -> None:
    done = run("sync", DISCORD_TOKEN="")
    assert done.returncode == 1
    assert "DISCORD_TOKEN" in done.stderr
    assert len(done.stderr.splitlines()) == 1


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
