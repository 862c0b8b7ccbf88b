"""What members see while the database is away: answers from memory, or a plain sentence."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, NoReturn

import pytest

from bot.discord_app.app import App
from bot.discord_app.asker import Asker
from bot.discord_app.error_messages import explain
from bot.discord_app.questions.answering import answer_question
from bot.discord_app.questions.asked_question import AskedQuestion
from bot.open_service import make_service
from bot.storage.errors import AwayError
from bot.storage.guild_settings import GuildSettings
from bot.storage.opening import open_stores
from bot.storage.sqlite.answers import SqliteAnswerStore
from tests.discord_app.reading import button, read
from tests.library.shelves.test_shelves import PRICE, put
from tests.local_discord.live import going_live
from tests.proxy import Proxy, proxy_before

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.discord_app.questions.response import Response
    from bot.settings import Settings
    from tests.discord_app.conftest import Newsroom
    from tests.local_discord.server import LocalDiscord

COST = "What had the work on the bridge cost?"
QUESTION = "How much did the work on the harbour bridge cost?"
WITHOUT_OWN = "This server's own articles can't be read right now: only those that all servers"
AWAY = "My database can't be reached right now. Nothing was changed: try again in a minute."
OWN, OTHER, ALONE = 1, 2, 3
"""A server that has articles of its own, one that has none, and one that has them alone."""

USERS = itertools.count(1)


@asynccontextmanager
async def opened(corpus: Path, address: str) -> AsyncIterator[tuple[App, Proxy]]:
    """Open the bot's parts over a PostgreSQL that can go away, where a server has articles."""
    async with open_stores(address) as stores:
        await put(stores, OWN)
        await stores.guilds.save(ALONE, GuildSettings(shared=False))
        await put(stores, ALONE)
    async with proxy_before(address) as proxy, open_stores(proxy.address) as stores:
        service = make_service(corpus, stores)
        await stores.guilds.load()
        await service.shelves.own.find_sources()
        await service.shelves.shared.load()
        await service.shelves.shared.settled()
        try:
            yield App.over(service), proxy
        finally:
            proxy.flowing.set()
            proxy.refusing = False
            await service.close()


async def ask(app: App, guild_id: int, question: str = COST) -> str:
    """Ask a question as somebody who never did before; return what is shown."""
    sent: list[Response] = []

    async def send(response: Response) -> None:
        sent.append(response)

    user_id = next(USERS)
    asker = Asker(user_id, guild_id, app.languages.english, "code")
    await answer_question(app, AskedQuestion(question, asker), send)
    return str([one.to_component_dict() for one in sent[0].layout.children])


@pytest.mark.parametrize("how", ["silent", "refused"])
async def test_questions_are_answered_from_memory_and_it_is_told_where_articles_are_missing(
    corpus: Path, postgresql: str, how: str
) -> None:
    async with opened(corpus, postgresql) as (app, proxy):
        if how == "silent":
            proxy.flowing.clear()
        else:
            proxy.refusing = True
            proxy.cut()
        # The driver's own timeouts would take longer for a single one.
        async with asyncio.timeout(15):
            first = await asyncio.gather(*(ask(app, guild) for guild in (OWN, OTHER)))
            again = await asyncio.gather(*(ask(app, guild) for guild in (OWN, OTHER) * 2))
            with pytest.raises(AwayError) as caught:
                await ask(app, ALONE)
        assert explain(caught.value, app.languages.english) == AWAY
        for own, other in batched([*first, *again]):
            assert "Mayor Ann Lee said the work had cost" in own
            assert "Mayor Ann Lee said the work had cost" in other
            assert WITHOUT_OWN in own
            assert WITHOUT_OWN not in other
        health = await app.stores.probe.look()
        assert not health.writable
        assert "notes that wait to be written" in (health.last_failure or "")
        proxy.flowing.set()
        proxy.refusing = False
        async with asyncio.timeout(20):
            while (await app.stores.probe.look()).last_failure:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        said = await ask(app, OWN, PRICE)
        assert "80,000 pounds" in said
        assert WITHOUT_OWN not in said
        report = await app.stores.questions.report(OTHER)
        assert report.asked == 3


def batched(every: list[str]) -> Iterator[tuple[str, str]]:
    return zip(every[::2], every[1::2], strict=True)


async def fail(*_: object) -> NoReturn:
    raise AwayError("no answer in time")


async def test_pages_are_turned_without_their_votes(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    monkeypatch.setattr(newsroom.service.stores.answers, "votes", fail)
    answer = newsroom.last
    await newsroom.reader.click(answer, custom_id=button(answer, "next"))
    assert "-# Passage 2 of " in read(newsroom.last)


async def test_what_would_have_to_be_written_is_refused_in_a_plain_sentence(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    answer = newsroom.last
    monkeypatch.setattr(newsroom.service.stores.answers, "vote", fail)
    monkeypatch.setattr(newsroom.service.stores.guilds, "save", fail)
    refused = await newsroom.reader.click(answer, custom_id=button(answer, "up"))
    assert read(refused) == AWAY
    shown = (await newsroom.editor.slash(newsroom.channel, "settings")).response
    assert shown is not None
    refused = await newsroom.editor.click(shown, custom_id=button(shown, "set:feedback"))
    assert read(refused) == AWAY


async def test_a_follow_up_to_an_answer_that_is_not_known_now_leans_on_its_question(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    monkeypatch.setattr(newsroom.service.stores.answers, "replying_to", fail)
    text = newsroom.mention("And who is Priya Nair?")
    await newsroom.reader.send(newsroom.channel, text, reply_to=newsroom.last)
    assert "Priya Nair" in read(newsroom.last)


@pytest.mark.parametrize("what", ["edit", "delete"])
async def test_an_edit_or_a_deletion_of_what_is_not_known_now_is_passed_over(
    local: LocalDiscord,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    what: str,
) -> None:
    monkeypatch.setattr(SqliteAnswerStore, "replying_to", fail)
    caplog.set_level("INFO")
    async with going_live(local, settings):
        asked = await local.mention(QUESTION)
        await local.until(lambda: asked in local.said)
        await (local.edit(asked, PRICE) if what == "edit" else local.delete(asked))
        later = await local.mention(QUESTION)
        await local.until(lambda: later in local.said)
    assert len(local.said[asked]) == 1
    assert "can't read whether a message was answered: no answer in time" in caplog.text
    assert "Traceback" not in caplog.text
