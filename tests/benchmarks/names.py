"""Time looking up people and articles among many: ``python -m tests.benchmarks.names``.

The peer is rapidfuzz over all names, as its README shows.
"""

from __future__ import annotations

import argparse
import random
import time
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from bot.articles.article import Article, Passage
from bot.people.article_person import ArticlePerson, Mention
from bot.people.gazetteer import shipped_gazetteer
from bot.people.lookup.directory import PeopleDirectory
from bot.people.lookup.name_search import NameSearch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def make_directory(people: int, seed: int = 1) -> PeopleDirectory:
    """Make a directory of people with names from the lists, a hundred in an article."""
    chance = random.Random(seed)
    gazetteer = shipped_gazetteer()
    given = sorted(name for name in gazetteer.given_names if len(name) > 2)
    surnames = sorted(name for name in gazetteer.surnames if len(name) > 2)
    names: dict[str, None] = {}
    while len(names) < people:
        names[f"{chance.choice(given).title()} {chance.choice(surnames).title()}"] = None
    every = list(names)
    return PeopleDirectory(
        (_article(number), [_article_person(name) for name in every[start : start + 100]])
        for number, start in enumerate(range(0, people, 100))
    )


def _article(number: int) -> Article:
    passage = Passage(f"a{number}#1", 1, "Somebody was there.", ((0, 19),))
    return Article(
        f"a{number}", f"a{number}.txt", "A title", None, None, None, None, "en", "", (passage,)
    )


def _article_person(name: str) -> ArticlePerson:
    return ArticlePerson(name, (name,), (Mention(0, (0, 8)),), (), certain=True)


def time_all(ask: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """Time a call for each name, in milliseconds."""
    taken = []
    for name in asked:
        start = time.perf_counter()
        ask(name)
        taken.append(1000 * (time.perf_counter() - start))
    return taken


def main() -> None:
    """Print the times and their ratio to the peer's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    count = parser.parse_args().people
    directory = make_directory(count)
    chance = random.Random(2)
    names = [chance.choice(directory.people).name for _ in range(200)]
    slips = [name[:3] + name[4:] for name in names]
    begun = [name[: chance.randint(1, 8)] for name in names]
    every = [person.name for person in directory.people]
    words = [chance.choice(every).lower().split()[1] for _ in range(3000)]
    headlines = [" ".join(chance.choices(words, k=9)) for _ in range(count)]
    titles = NameSearch(headlines)
    started = [chance.choice(headlines)[: chance.randint(1, 25)] for _ in range(200)]
    mistyped = [title[:5] + title[6:] for title in started]
    peer = time_all(lambda name: process.extract(name, every, scorer=fuzz.WRatio), slips[:20])
    print(f"{count} people; milliseconds, median and 99th percentile")
    for title, ask, asked in (
        ("a name", directory.find, names),
        ("a name with a slip", directory.find, slips),
        ("a name nobody has", directory.find, [f"{name[::-1]}q" for name in names]),
        ("while it is typed", lambda typed: directory.names.complete(typed, 25, 60), begun),
        ("while it is typed, a slip", lambda typed: directory.names.complete(typed, 25, 60), slips),
        ("a title is typed", lambda typed: titles.complete(typed, 25, 60), started),
        ("a title is typed, a slip", lambda typed: titles.complete(typed, 25, 60), mistyped),
    ):
        taken = time_all(ask, asked)
        ratio = float(np.median(taken) / np.median(peer))
        print(
            f"{title:28}{np.median(taken):8.3f}{np.percentile(taken, 99):9.3f}"
            f"   {ratio:.4f} x rapidfuzz over all names"
        )


if __name__ == "__main__":
    main()
