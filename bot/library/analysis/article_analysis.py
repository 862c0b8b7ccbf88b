"""Encode an article and find its people, in the process that read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.ingest.reader import parse_article
from bot.people.article_person import pack_people
from bot.people.people_of_article import people_of
from bot.retrieval.index.encoder import ArticleEncoder

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.articles.encoded import EncodedArticle

_SAMPLE = """The otters of Aldwick

The otters of the River Ald have left for the sea, said Dr Jane Roe, a biologist at the University
of Aldwick, on Monday. “They will be back in March,” the mayor, Thomas Reed, told City News.
"""


@dataclass(frozen=True, slots=True)
class ArticleAnalysis:
    """The results of analysing an article.

    Attributes:
        encoding: Its words.
        people: Its people, as :func:`people_in` returns them, once they have been searched for.
    """

    encoding: EncodedArticle
    people: str | None = None


class ArticleAnalyser:
    """Encodes articles and finds their people.

    It loads its data with the first article, or by :meth:`load`.

    Args:
        finds_people: Whether it finds the people, which is the slowest step; :func:`people_in` can
            do that later.
    """

    def __init__(self, *, finds_people: bool = True) -> None:
        self._finds_people = finds_people

    def __getstate__(self) -> dict[str, object]:
        """Pickle without the loaded data: another process loads its own."""
        return {"_finds_people": self._finds_people}

    def load(self) -> None:
        """Load the data for English, by analysing a sample article."""
        sample = parse_article(_SAMPLE.encode(), "sample.txt")
        self._encoder.encode(sample)
        people_in(sample)

    def __call__(self, article: Article) -> ArticleAnalysis:
        """Return the analysis of an article."""
        people = people_in(article) if self._finds_people else None
        return ArticleAnalysis(self._encoder.encode(article), people)

    @cached_property
    def _encoder(self) -> ArticleEncoder:
        return ArticleEncoder()


def people_in(article: Article) -> str:
    """Return the people of an article, packed."""
    return pack_people(people_of(article))
