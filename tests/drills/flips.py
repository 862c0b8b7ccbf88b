"""Flip bits of the database, and start over it: ``python -m tests.drills.flips --times 1500``.

Over every damaged database the bot has to start, answer, and show nothing that is in no file.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import logging
import random
import shutil
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.reloading.librarian import Librarian
from bot.storage.answers import ShownAnswer, StoredHit
from bot.storage.guild_settings import GuildSettings
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.library import Library

PLACES = ("Redcombe", "Lune", "Caton", "Galgate", "Silverdale", "Hest Bank")
QUESTIONS = tuple(f"When was the pier at {place} built?" for place in PLACES)
GUILD, USER = 7, 8
_MOST_FLIPS = 16


def write_corpus(folder: Path) -> str:
    """Write some articles, and return the text of them all."""
    folder.mkdir()
    texts = []
    for number, place in enumerate(PLACES):
        texts.append(
            f"The pier at {place}\n\n"
            f"The pier at {place} was built in {1870 + number} by masons.\n\n"
            f"Mayor Ann Lee of {place} said that {number + 2} million dollars were spent.\n\n"
            f"The engineer Tomás Ferreira, head of the crew, counted {number + 30} pillars.\n"
        )
        (folder / f"pier{number}.txt").write_text(texts[-1])
    return "\n".join(texts)


async def fill(corpus: Path, database: Path) -> None:
    """Make a database that holds something of everything."""
    async with open_stores(database) as stores:
        librarian = Librarian(corpus, stores.articles, stores.notifier)
        await librarian.load()
        await librarian.settled()
        for number, article in enumerate(librarian.library.articles):
            hit = StoredHit(article.id, article.digest[:6], 0, 0)
            stores.answers.save(ShownAnswer(f"answer-{number}", GUILD, USER, True, (hit,)))  # noqa: FBT003
            stores.questions.note(GUILD, f"who is {number}?", dt.date(2026, 1, 2), answered=False)
        await stores.questions.report(GUILD)
        await stores.answers.vote("answer-1", USER, 1)
        await stores.guilds.save(GUILD, GuildSettings(keep_questions=True))
        await librarian.close()


def flip(path: Path, chance: random.Random) -> None:
    """Flip some bits of a file, anywhere in it."""
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, _MOST_FLIPS)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


async def serve(corpus: Path, database: Path) -> list[str]:
    """Start over a database, use everything that is stored, and return all that is shown."""
    async with open_stores(database) as stores:
        await stores.guilds.load()
        stores.guilds.get(GUILD)
        librarian = Librarian(corpus, stores.articles, stores.notifier)
        await librarian.load()
        await librarian.settled()
        shown = quoted(librarian.library)
        for number in range(len(PLACES)):
            await stores.answers.get(f"answer-{number}")
        await stores.answers.votes("answer-1")
        await stores.questions.report(GUILD)
        await stores.command_sets.digest(1)
        await librarian.close()
        return shown


def quoted(library: Library) -> list[str]:
    """Return everything that a library quotes: passages, sentences, titles, names and roles."""
    shown = []
    for question in QUESTIONS:
        answer = library.ask(question)
        assert answer.answered, question
        for hit in answer.hits:
            shown += [hit.passage.text, hit.sentence_text, hit.article.title]
    for article in library.articles:
        shown += [sentence.text for sentence in library.summary(article.id).sentences]
    for person in library.who().people:
        shown += [person.name, *(role.text for role in person.roles)]
    return shown


@contextmanager
def tracebacks() -> Iterator[list[str]]:
    """Collect what is logged with a traceback."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info:
                found.append(record.getMessage())

    handler = Collector()
    logging.getLogger().addHandler(handler)
    try:
        yield found
    finally:
        logging.getLogger().removeHandler(handler)


def run_drill(times: int, folder: Path, seed: int = 1) -> Counter[str]:
    """Damage the database and start over it, again and again.

    Returns:
        How often the file was set aside, an article was read again, or nothing was noticed.

    Raises:
        AssertionError: Something was shown that is in no file, or a traceback was logged.
    """
    chance = random.Random(seed)
    corpus, sound = folder / "corpus", folder / "sound.db"
    text = write_corpus(corpus)
    asyncio.run(fill(corpus, sound))
    count: Counter[str] = Counter()
    for _ in range(times):
        with tempfile.TemporaryDirectory(dir=folder) as place:
            database = Path(place) / "footnote.db"
            shutil.copy(sound, database)
            flip(database, chance)
            with tracebacks() as logged:
                shown = asyncio.run(serve(corpus, database))
            assert not logged, logged
            false = [one for one in shown if one not in text]
            assert not false, false
            count["set aside" if list(Path(place).glob("*set-aside*")) else "kept"] += 1
    return count


def main() -> None:
    """Run the drill, and print what became of the databases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    logging.getLogger("bot").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        count = run_drill(arguments.times, Path(folder), arguments.seed)
    print(
        f"{arguments.times} damaged databases: {count['set aside']} set aside, {count['kept']} "
        "kept; each start served all articles, with no traceback and nothing that is in no file"
    )


if __name__ == "__main__":
    main()
