"""Time finding the people of many articles: ``python -m tests.benchmarks.people``.

The articles are made up, always the same from one seed, and name companies, teams, ships and
places beside people.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.ingest.reader import parse_article, read_article
from bot.language.english.words.name_words import NAME_RULES
from bot.people.article_person import pack_people, unpack_people
from bot.people.find_people import find_people_in
from bot.people.gazetteer import shipped_gazetteer
from bot.people.lookup.directory import PeopleDirectory
from bot.people.text.name_lexicon import NameLexicon
from tests.benchmarks.names import time_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article

QUESTIONS = Path(__file__).parent / "questions"
COMPANIES = ("Valdris Semiconductor", "Morgan Stanley", "Azura Marine", "Harbour Bank", "Playdex")
TEAMS = ("Bristol Rovers", "the Boston Red Sox", "Aston Villa", "Leinster", "the Flyers")
SHIPS = ("the ferry Princess Amara", "the tanker Silver Arrow", "the yacht Winter Light")
PLACES = ("New York", "Dar es Salaam", "Dresden", "the Rift Valley", "Saint Petersburg", "Lima")
ROLES = ("Mayor", "coach", "Finance Minister", "analyst", "striker", "Professor", "spokeswoman")
SENTENCES = (
    "{role} {person} said on Monday that {company} would build a plant near {place}.",
    "Shares of {company} fell by 3 percent in {place}, and {team} lost again.",
    "{person}, a former {role} from {place}, has bought {ship} from {company}.",
    "“We have waited long enough,” {surname} told reporters in {place} after the vote.",
    "{team} beat {team} at home, with two late goals from {person}.",
    "{surname} met {person} and {person} on board {ship} before it left {place}.",
    "Nobody at {company} wanted to comment, but {person} of {team} did.",
    "The council had set aside two million for the works, which will take all summer.",
)


def make_articles(count: int, words: int, seed: int = 1) -> list[str]:
    """Return texts of about as many words each."""
    chance = random.Random(seed)
    gazetteer = shipped_gazetteer()
    given = sorted(n for n in gazetteer.given_names - gazetteer.common_words if len(n) > 2)
    surnames = sorted(n for n in gazetteer.surnames - gazetteer.common_words if len(n) > 2)
    people = [
        (chance.choice(given).title(), chance.choice(surnames).title()) for _ in range(3 * count)
    ]
    return [_text(chance, chance.sample(people, 6), words) for _ in range(count)]


def _text(chance: random.Random, people: list[tuple[str, str]], words: int) -> str:
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < words:
        sentences = []
        for _ in range(3):
            person = chance.choice(people)
            sentences.append(
                chance.choice(SENTENCES).format(
                    role=chance.choice(ROLES),
                    person=" ".join(person),
                    surname=person[1],
                    company=chance.choice(COMPANIES),
                    team=chance.choice(TEAMS),
                    ship=chance.choice(SHIPS),
                    place=chance.choice(PLACES),
                )
            )
        parts.append(" ".join(sentences))
    return "A headline\n\n" + "\n\n".join(parts) + "\n"


def _directory(articles: Sequence[Article], packed: Sequence[str]) -> PeopleDirectory:
    return PeopleDirectory(
        (article, unpack_people(people) or ())
        for article, people in zip(articles, packed, strict=True)
    )


def time_news(lexicon: NameLexicon, rounds: int = 10) -> str:
    """Return how long it takes to find the people of our news, the shortest of several times."""
    paths = sorted(QUESTIONS.glob("news_[acde]/*.md"))
    news = [read_article(path, path.name) for path in paths]
    words = sum(len(passage.text.split()) for article in news for passage in article.passages)
    shortest = [float("inf")] * len(news)
    for _ in range(rounds):
        for place, article in enumerate(news):
            start = time.process_time()
            find_people_in(article, lexicon)
            shortest[place] = min(shortest[place], time.process_time() - start)
    taken = 600_000 * sum(shortest) / words
    return f"the same work on {len(news)} articles that read as news does: {taken:.2f} ms"


def main() -> None:
    """Print times and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--words", type=int, default=300)
    options = parser.parse_args()
    lexicon = NameLexicon(shipped_gazetteer(), NAME_RULES)
    texts = make_articles(options.articles, options.words)
    articles = [parse_article(text.encode(), f"{n}.txt") for n, text in enumerate(texts)]
    start = time.process_time()
    found = [find_people_in(article, lexicon) for article in articles]
    finding = time.process_time() - start
    # A worker finds the people of articles; what is left is what the first /who does.
    packed = [pack_people(people) for people in found]
    start = time.process_time()
    directory = _directory(articles, packed)
    making = time.process_time() - start
    tracemalloc.start()
    kept = _directory(articles, packed)
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    names = [person.name for person in directory.people]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(articles)} articles, {words} words, {len(names)} people")
    print(f"found in {finding:.2f} s, {600_000 * finding / words:.2f} ms for 600 words")
    print(time_news(lexicon))
    print(f"brought together for the first /who in {making:.2f} s, {memory / 2**20:.0f} MiB")
    chosen = random.Random(2).sample(names, min(200, len(names)))
    for title, asked in (
        ("a name", chosen),
        ("a name with a slip", [name[:3] + name[4:] for name in chosen]),
        ("an organisation", list(COMPANIES)),
    ):
        taken = time_all(directory.find, asked)
        print(f"{title:20}{np.median(taken):8.3f} ms, p99 {np.percentile(taken, 99):8.3f} ms")


if __name__ == "__main__":
    main()
