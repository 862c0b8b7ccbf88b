from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import aiohttp

from bot.discord_app.running.health import health_of
from bot.monitoring.metrics import Metrics
from bot.monitoring.server import MonitorError, serve_monitor

if TYPE_CHECKING:
    import pytest

    from tests.discord_app.conftest import Newsroom


METRICS = (
    'footnote_questions_total{answered="true"} 1.0',
    'footnote_questions_total{answered="false"} 1.0',
    'footnote_reloads_total{outcome="done"} 1.0',
    "footnote_errors_total 0.0",
    "footnote_answer_seconds_count 2.0",
    "footnote_passages 6.0",
    "footnote_passages_to_embed 0.0",
    "footnote_guilds 1.0",
    "footnote_healthy 1.0",
)


async def test_healthz_and_metrics_tell_how_the_bot_is(newsroom: Newsroom) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who minted dollars in Rome?")
    # What asks nothing would make the share of what was answered look better than it is.
    await newsroom.reader.send(newsroom.channel, newsroom.mention("hello"))
    await newsroom.editor.slash(newsroom.channel, "reload")
    bot = newsroom.bot
    bot.gateway.up(0)
    async with (
        serve_monitor(0, newsroom.service.metrics, lambda: health_of(bot)) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        async with session.get("/healthz") as response:
            assert response.status == 200
            health = await response.json()
        assert health["status"] == "ok"
        assert (health["gateway"], health["articles"], health["passages"]) == ("connected", 2, 6)
        assert health["database_writable"]
        assert health["process"].endswith(f"/{os.getpid()}")
        assert health["shards"] == [*bot.shards]
        bot.gateway.down(0)
        async with session.get("/healthz") as response:
            assert response.status == 503
            assert (await response.json())["gateway"] == "resuming"
        await bot.on_shard_resumed(0)
        async with session.get("/healthz") as response:
            assert response.status == 200
        async with session.get("/metrics", headers={"Host": "evil.example"}) as response:
            assert response.status == 403
        async with session.get("/metrics") as response:
            lines = (await response.text()).splitlines()
    assert [line for line in METRICS if line not in lines] == []


def test_metrics_tell_the_version_and_what_the_process_takes() -> None:
    lines = Metrics().write().decode().splitlines()
    names = {line.partition("{")[0].partition(" ")[0] for line in lines}
    assert "footnote_build_info" in names
    if sys.platform == "linux":
        assert {"process_resident_memory_bytes", "process_start_time_seconds"} <= names


async def test_a_bot_of_servers_own_articles_alone_is_healthy(newsroom: Newsroom) -> None:
    newsroom.bot.gateway.up(0)
    await newsroom.service.shelves.own.find_sources()
    for file in newsroom.corpus.iterdir():
        file.unlink()
    await newsroom.editor.slash(newsroom.channel, "reload")
    assert not (await health_of(newsroom.bot)).good
    sources = newsroom.service.sources
    offer = await sources.offers.text(
        newsroom.guild.id, 1, "Ferry sinks", "The ferry sank at its berth on Monday."
    )
    await sources.keep(newsroom.guild.id, offer.source.id)
    assert (await health_of(newsroom.bot)).good


async def test_a_taken_port_is_named(newsroom: Newsroom) -> None:
    metrics, bot = newsroom.service.metrics, newsroom.bot
    async with serve_monitor(0, metrics, lambda: health_of(bot)) as port:
        try:
            async with serve_monitor(port, metrics, lambda: health_of(bot)):
                raise AssertionError
        except MonitorError as error:
            assert "FOOTNOTE_MONITOR_PORT" in str(error)


async def test_a_failure_is_counted_and_an_expected_one_is_not(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.fails_on_purpose = True
    await newsroom.reader.slash(newsroom.channel, "summary", article="nothing")

    def break_down(*_: object) -> None:
        message = "on purpose"
        raise RuntimeError(message)

    monkeypatch.setattr("bot.discord_app.questions.answering.answer_response", break_down)
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    assert b"footnote_errors_total 2.0" in newsroom.service.metrics.write()


async def test_healthz_fails_after_a_reload_that_could_not_be_saved(newsroom: Newsroom) -> None:
    bot, database = newsroom.bot, newsroom.database
    bot.gateway.up(0)
    assert (await health_of(bot)).good
    await database.execute("PRAGMA query_only = ON")
    (newsroom.corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    await newsroom.editor.slash(newsroom.channel, "reload")
    failing = await health_of(bot)
    assert not failing.good
    assert failing.database_writable
    assert "readonly" in (failing.last_failure or "")
    await database.execute("PRAGMA query_only = OFF")
    assert not (await health_of(bot)).good
    await newsroom.editor.slash(newsroom.channel, "reload")
    assert (await health_of(bot)).good
