"""Three servers bring in and take out what they like, and none ever sees a word of another's."""

from __future__ import annotations

import asyncio
import io
import tempfile
import zipfile
from collections import defaultdict
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import discord
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.discord_app.autocomplete import (
    article_choices,
    person_choices,
    source_choices,
    tag_choices,
)
from bot.discord_app.locale.language import Languages
from bot.discord_app.shown.sources import source_layout, sources_layout
from bot.discord_app.stored_hits import find_article
from bot.discord_app.user_error import UserError
from bot.sources.errors import SourceError
from bot.sources.export import exported
from bot.storage.guild_settings import GuildSettings
from bot.storage.sources import FeedSettings
from tests.sources.room import SourceRoom, open_room

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterator

    from bot.ingest.workers.worker import Worker

GUILDS = (1, 2, 3)
MARKS = {1: "Zebrafinch", 2: "Quagmire", 3: "Xylograph"}
"""A word for each server that is in everything it brings in, and nowhere else."""

QUESTION = "How much did {mark} Holt pay for the lighthouse of {mark}?"
LANGUAGE = Languages.load().english


def article_of(guild_id: int, number: int) -> str:
    mark = MARKS[guild_id]
    return (
        f"{mark} lighthouse {number} is sold\n\n{mark} Holt paid {number + 2},000 pounds for the "
        f"lighthouse of {mark}. The teacher {mark} Holt said she would open it in spring."
    )


def texts_of(view: discord.ui.LayoutView) -> str:
    texts = (one for one in view.walk_children() if isinstance(one, discord.ui.TextDisplay))
    return "\n".join(text.content for text in texts)


class Servers(RuleBasedStateMachine):
    """What three servers do, one after the other, with a process that reads for all of them."""

    worker: Worker

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.room: SourceRoom = self.run(
            self.stack.enter_async_context(open_room(Path(self.folder.name), self.worker))
        )
        self.ids: defaultdict[int, list[str]] = defaultdict(list)
        self.articles: defaultdict[int, set[str]] = defaultdict(set)
        self.kept: defaultdict[int, set[str]] = defaultdict(set)
        self.numbers: dict[str, int] = {}

    def run(self, doing: Awaitable[Any]) -> Any:
        """Wait for something."""
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        """Close everything."""
        self.run(self.stack.aclose())
        self.loop.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        """Let each server have something, so that there is something to see."""
        for guild_id in GUILDS:
            self.add(guild_id, 0, kept=True)

    @rule(guild_id=st.sampled_from(GUILDS), number=st.integers(0, 9), kept=st.booleans())
    def add(self, guild_id: int, number: int, *, kept: bool) -> None:
        """Bring an article in, and perhaps keep it."""
        text = article_of(guild_id, number)
        name = f"{MARKS[guild_id]}.txt"
        offer = self.run(self.room.sources.offers.file(guild_id, 9, name, text.encode()))
        assert offer.article is not None
        self.ids[guild_id].append(offer.source.id)
        self.articles[guild_id].add(offer.article.id)
        self.numbers[offer.source.id] = number
        if kept:
            self.run(self.room.sources.keep(guild_id, offer.source.id))
            self.note_kept(guild_id, offer.source.id)

    def note_kept(self, guild_id: int, source_id: str) -> None:
        """Note that a source is kept: one with the same text makes room for it."""
        if source_id not in self.kept[guild_id]:
            number = self.numbers[source_id]
            self.kept[guild_id] -= {
                one for one in self.kept[guild_id] if self.numbers[one] == number
            }
            self.kept[guild_id].add(source_id)

    @rule(
        guild_id=st.sampled_from(GUILDS),
        owner=st.sampled_from(GUILDS),
        place=st.integers(0, 20),
        act=st.sampled_from(["keep", "discard", "remove", "restore", "refresh", "tag", "follow"]),
    )
    def press(self, guild_id: int, owner: int, place: int, act: str) -> None:
        """Press an old button, of the server's own or with the id of another's."""
        source_id = self.ids[owner][place % len(self.ids[owner])]
        sources, more = self.room.sources, ()
        doing: Coroutine[Any, Any, Any] = getattr(sources, act)(
            guild_id,
            source_id,
            *{"tag": ([f"tag {MARKS[owner]}"],), "follow": (FeedSettings(),)}.get(act, more),
        )
        try:
            self.run(doing)
        except SourceError as error:
            assert not self._foreign(guild_id, str(error)), error
            return
        assert guild_id == owner
        if act == "keep":
            self.note_kept(guild_id, source_id)
        elif act == "restore":
            self.kept[guild_id].add(source_id)
        elif act in {"discard", "remove"}:
            self.kept[guild_id].discard(source_id)

    @rule(guild_id=st.sampled_from(GUILDS), shared=st.booleans())
    def set_shared(self, guild_id: int, *, shared: bool) -> None:
        """Switch the shared articles on or off."""
        self.run(self.room.service.stores.guilds.save(guild_id, GuildSettings(shared=shared)))

    @rule(guild_id=st.sampled_from(GUILDS))
    def let_go(self, guild_id: int) -> None:
        """Let a shelf go, as for want of memory."""
        self.room.service.shelves.own.forget(guild_id)

    @rule(guild_id=st.sampled_from(GUILDS))
    def leave(self, guild_id: int) -> None:
        """Remove the bot from a server, and invite it again."""
        self.run(self.room.sources.writer.delete_all(guild_id))
        self.kept[guild_id].clear()
        assert self.run(self.room.service.stores.articles.load(str(guild_id))).articles == ()

    @invariant()
    def nobody_sees_anything_foreign(self) -> None:
        """Look at everything that each server is shown."""
        for guild_id in (*GUILDS, None):
            for shown in self._shown(guild_id):
                foreign = self._foreign(guild_id, shown)
                assert not foreign, (guild_id, foreign, shown)
            if guild_id is not None:
                shelf = self.run(self.room.service.shelves.own.shelf(guild_id))
                kept = {source.id for source in shelf.kept()}
                assert kept == self.kept[guild_id]
                assert len(shelf.library.articles) == len(kept)

    def _foreign(self, guild_id: int | None, shown: str) -> list[str]:
        return [
            mark
            for other, mark in MARKS.items()
            if other != guild_id and (mark in shown or mark.upper() in shown)
        ]

    def _shown(self, guild_id: int | None) -> Iterator[str]:
        """Yield what a server can be shown: answers, lists, people, ids, exports."""
        shelves = self.room.service.shelves
        library = self.run(shelves.library(guild_id))
        for mark in MARKS.values():
            answer = library.ask(QUESTION.format(mark=mark))
            yield from (str(hit.to_dict()) for hit in answer.hits)
            people = self.run(shelves.people(guild_id))
            yield str([person.name for person in people.find(f"{mark} Holt").people])
            yield str(people.find(mark).suggestions)
            yield from (choice.name for choice in person_choices(people, mark))
            yield from (str(sentence) for sentence in library.topic_summary(mark).sentences)
            tags = self.run(shelves.tags(guild_id))
            yield from (choice.name.upper() for choice in tag_choices(tags, f"tag {mark}"))
            titled = self.run(shelves.with_titles(guild_id))
            yield from (choice.name for choice in article_choices(titled, mark))
        yield str(library.to_dict())
        for owner in GUILDS:
            for article_id in self.articles[owner] if owner != guild_id else ():
                try:
                    yield find_article(article_id, library).title
                except UserError as error:
                    yield str(error)
        if guild_id is not None:
            yield from self._shown_of_sources(guild_id)

    def _shown_of_sources(self, guild_id: int) -> Iterator[str]:
        listed = self.run(self.room.sources.listed(guild_id))
        buttons: list[Any] = [discord.ui.Button(label="Show") for _ in listed]
        yield texts_of(sources_layout(listed, len(listed), (0, 1), (buttons, []), LANGUAGE))
        shelf = self.run(self.room.service.shelves.own.shelf(guild_id))
        for source in listed:
            articles = shelf.articles_of(source.id)
            yield texts_of(source_layout(source, (articles, []), [], LANGUAGE))
        for mark in MARKS.values():
            yield from (choice.name for choice in source_choices(listed, mark))
        if shelf.library.articles:
            content = exported(shelf.library.articles, 10**6)
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from (archive.read(name).decode() + name for name in archive.namelist())


def test_no_server_ever_sees_anything_of_another(worker: Worker) -> None:
    Servers.worker = worker
    case = Servers.TestCase
    case.settings = settings(
        max_examples=12,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    case("runTest").runTest()


async def test_a_change_of_one_shelf_leaves_the_others_as_they_are(room: SourceRoom) -> None:
    own = room.service.shelves.own
    sources = room.sources
    for guild_id in GUILDS:
        text = article_of(guild_id, 0).encode()
        offer = await sources.offers.file(guild_id, 9, "a.txt", text)
        await sources.keep(guild_id, offer.source.id)
    before = {guild_id: await own.shelf(guild_id) for guild_id in GUILDS}
    libraries = {guild_id: before[guild_id].library for guild_id in GUILDS}
    room.publish(1)
    feed = await sources.offers.feed(1, 9, room.web.address("/feed"))
    second = await sources.offers.file(1, 9, "b.txt", article_of(1, 1).encode())
    steps: list[Callable[[], Awaitable[object]]] = [
        lambda: sources.keep(1, feed.source.id),
        lambda: sources.keep(1, second.source.id),
        lambda: sources.tag(1, second.source.id, ["sea"]),
        lambda: sources.follow(1, feed.source.id, FeedSettings()),
        lambda: sources.refresh(1, feed.source.id),
        lambda: sources.remove(1, second.source.id),
        lambda: sources.restore(1, second.source.id),
        lambda: sources.writer.delete_all(1),
    ]
    for step in steps:
        await step()
        await own.shelf(1)
        for guild_id in (2, 3):
            assert await own.shelf(guild_id) is before[guild_id]
            assert before[guild_id].library is libraries[guild_id]
    assert await own.shelf(1) is not before[1]
