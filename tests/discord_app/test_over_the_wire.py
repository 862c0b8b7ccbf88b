"""The whole bot against a Discord on a loopback port, through discord.py as it is."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from discord.http import Route

from bot.discord_app.running import client
from bot.discord_app.running.client import FootnoteBot
from bot.discord_app.running.live import LiveError, run_live, sync_commands
from tests.discord_app.reading import read
from tests.local_discord.live import going_live
from tests.local_discord.refusal import Refusal

if TYPE_CHECKING:
    from bot.settings import Settings
    from tests.local_discord.server import LocalDiscord

QUESTION = "What had the work on the bridge cost?"
ANSWER = "**Mayor Ann Lee said the work had cost 4.5 million dollars.**"


async def test_questions_are_answered_over_the_wire(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings):
        asked = [await local.ask(QUESTION), await local.mention(QUESTION)]
        await local.until(lambda: len(local.said) == len(asked))
    for number in asked:
        (said,) = local.said[number]
        assert ANSWER in read(said)
        assert said["allowed_mentions"]["parse"] == []


@pytest.mark.parametrize("how", ["ask_to_reconnect", "cut_line", "forget_session"])
async def test_questions_under_way_survive_the_loss_of_the_gateway(
    local: LocalDiscord, settings: Settings, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    async def at_once(self: FootnoteBot, shard_id: int | None, *, initial: bool = False) -> None:
        """Begin the next session without discord.py's five seconds in between."""

    monkeypatch.setattr(FootnoteBot, "before_identify_hook", at_once)
    async with going_live(local, settings):
        local.open.clear()
        under_way = [await local.ask(QUESTION), await local.mention(QUESTION)]
        await local.until(lambda: local.held == len(under_way))
        await getattr(local.gateway, how)()
        meanwhile = [await local.ask(QUESTION), await local.mention(QUESTION)]
        local.open.set()
        if how == "forget_session":
            # Discord replays nothing to a new session: what was asked meanwhile is gone.
            await local.until(lambda: local.gateway.identified == 2)
            asked = under_way
        else:
            await local.until(lambda: local.gateway.resumed == 1)
            asked = under_way + meanwhile
        asked.append(await local.ask(QUESTION))
        await local.until(lambda: local.said.keys() >= set(asked))
    assert [len(local.said[number]) for number in asked] == [1] * len(asked)


async def test_a_rate_limit_is_waited_out_and_everything_answered_once(
    local: LocalDiscord, settings: Settings
) -> None:
    local.refusals += [Refusal("/callback$", 429, 0.2), Refusal("/messages$", 429, 0.2)]
    async with going_live(local, settings):
        asked = [await ask(QUESTION) for ask in (local.ask, local.mention) for _ in range(3)]
        await local.until(lambda: local.said.keys() >= set(asked))
    assert local.refused == 2
    assert [len(local.said[number]) for number in asked] == [1] * len(asked)


async def test_a_stop_lets_what_is_being_answered_be_answered_and_noted(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings) as live:
        local.open.clear()
        asked = [await local.ask(QUESTION), await local.mention(QUESTION)]
        await local.until(lambda: local.held == len(asked))
        os.kill(os.getpid(), signal.SIGTERM)
        assert not (await asyncio.wait({live}, timeout=0.1))[0]
        local.open.set()
        await live
    assert [len(local.said[number]) for number in asked] == [1, 1]
    with closing(sqlite3.connect(settings.database_address)) as database:
        assert database.execute("SELECT count(*) FROM answers").fetchone() == (2,)


async def test_a_stop_does_not_wait_for_good(
    local: LocalDiscord, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "FINISH_WITHIN", 0.05)
    async with going_live(local, settings):
        local.open.clear()
        await local.ask(QUESTION)
        await local.until(lambda: local.held == 1)
    assert not local.said
    local.open.set()


async def test_an_expired_interaction_costs_its_own_answer_only(
    local: LocalDiscord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    unknown = {"message": "Unknown interaction", "code": 10062}
    local.refusals.append(Refusal("/callback$", 404, body=unknown))
    async with going_live(local, settings):
        expired = await local.ask(QUESTION)
        await local.settled([expired])
        asked = await local.ask(QUESTION)
        await local.until(lambda: asked in local.said)
    assert expired not in local.said
    assert "/ask was answered too late" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_token_that_is_reset_ends_the_process_with_a_line(
    local: LocalDiscord, settings: Settings
) -> None:
    with pytest.raises(LiveError, match="refuses the token"):
        async with going_live(local, settings) as live:
            await local.gateway.revoke_token()
            await live


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (Refusal("/users/@me$", 401), "refuses the token"),
        (
            Refusal("/commands$", 400, body={"message": "Invalid Form Body", "code": 50035}),
            "finds a command invalid .* please report this",
        ),
        (
            Refusal("/commands$", 400, body={"message": "Daily creates reached", "code": 30034}),
            "Daily creates reached.* start again later",
        ),
        (Refusal("/commands$", 403), "scopes bot and applications.commands"),
        (Refusal("/gateway/bot$", 404), "can't be reached"),
    ],
)
async def test_what_discord_refuses_is_said_in_a_line(
    local: LocalDiscord, settings: Settings, refusal: Refusal, told: str
) -> None:
    local.refusals.append(refusal)
    with pytest.raises(LiveError, match=told) as caught:
        await run_live(settings, list[str]().append)
    assert len(str(caught.value).splitlines()) == 1


async def test_a_discord_that_cannot_be_reached_is_said_in_a_line(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:1")
    with pytest.raises(LiveError, match="can't be reached"):
        await run_live(settings, list[str]().append)


async def test_the_commands_are_told_on_request(local: LocalDiscord, settings: Settings) -> None:
    assert await sync_commands(settings) == len(local.commands_told) >= 10
    assert [command["name"] for command in local.commands_told].count("ask") == 1
    local.refusals.append(Refusal("/users/@me$", 401))
    with pytest.raises(LiveError, match="refuses the token"):
        await sync_commands(settings)
