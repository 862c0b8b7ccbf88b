"""Reads the news of ``gold/*.txt``, which was written for this project.

Each document begins with ``=== id``; below ``--- people`` each line names a person as
``name | other form = role; role``. ``tuned.txt`` is what rules and weights were fitted on;
``unseen.txt`` was judged at the same time and is only measured on. ``fitted_roles.txt`` and
``kept_roles.txt`` were written and judged later, before the rules of roles were changed again: the
first was looked at while that was done, the second was kept away from it. ``fitted_longer.txt``
and ``kept_longer.txt`` are the same for the articles of ``tests/benchmarks/questions`` that they
name, so they have no text of their own. ``fitted_mixed.txt`` and ``kept_mixed.txt`` are ten
articles each, news, interviews and features, judged before the bot read any of them: full of firms
called like people, couples, ships, squads, particles and namesakes. ``fitted_newsroom.txt`` and
``kept_newsroom.txt`` are eight longer articles each, of as many kinds as a newsroom prints, judged
by somebody who never saw what the bot finds: the first may be looked at, the second is kept.
``fitted_agency.txt`` and ``kept_agency.txt`` are four articles each in agencies' prose, judged
before the bot read any of them: the first may be tuned on, the second is kept. ``fitted_desks.txt``
and ``kept_desks.txt`` are five each from as many desks of a newsroom, with relatives, titles and
squads, judged by whoever mended the rules, before the bot read any of them. ``languages/`` has
six articles in each of six other languages, judged before the bot read any of them: the first three
were looked at while what showed was mended, the other three were kept.
``fitted_languages/`` and ``kept_languages/`` have two longer ones in each of these languages,
judged before the bot read any of them, dealt alternately: the first may be tuned on, the second are
kept. There a genitive (*Merkels*) is no form of its own, and who is named only by a surname in a
line-up is a person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluation.gold import GoldArticle
from bot.ingest.reader import parse_article, read_article

if TYPE_CHECKING:
    from bot.articles.article import Article

FOLDER = Path(__file__).parent / "gold"
_QUESTIONS = Path(__file__).parents[1] / "benchmarks" / "questions"


@dataclass(frozen=True, slots=True)
class GoldNews:
    """An article with its people: for each all forms of the name, and the roles."""

    article: Article
    people: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def gold(self) -> GoldArticle:
        """The article as ``evaluate --people`` reads it."""
        return GoldArticle(self.article, tuple(frozenset(forms) for forms, _ in self.people), None)


def read_gold_of_language(code: str, folder: str = "languages") -> tuple[GoldNews, ...]:
    """Read a folder's articles in one of six languages other than English."""
    return tuple(
        replace(news, article=replace(news.article, language=code))
        for news in read_gold_news(f"{folder}/{code}")
    )


def read_gold_news(name: str) -> tuple[GoldNews, ...]:
    """Read the articles of one of the files, named without its ending."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_document(part) for part in text.removeprefix("=== ").split("\n=== "))


def _document(text: str) -> GoldNews:
    name, _, rest = text.partition("\n")
    body, _, listed = rest.partition("--- people\n")
    people = []
    for line in listed.strip().splitlines():
        forms, _, roles = line.partition("=")
        people.append((_parts(forms, "|"), _parts(roles, ";")))
    article = (
        parse_article(body.encode(), f"{name}.txt")
        if body
        else read_article(_QUESTIONS / f"{name}.md", f"{name}.md")
    )
    return GoldNews(article, tuple(people))


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())
