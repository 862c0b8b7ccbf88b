"""Find the passages that touch on a topic, however little each says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.retrieval.question import analyse_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.articles.article import Article, Passage
    from bot.retrieval.index import PassageIndex

_PASSAGES = 40


@dataclass(frozen=True, slots=True)
class Topic:
    """Hold a topic as the articles know it.

    Attributes:
        text: The topic as asked.
        weights: The share of the topic that each of its stems makes up, less where it may be
            another word misspelt. What no article has keeps its share, so that they may not sum
            to 1.
        passages: The passages that came nearest, best first, each with its article.
    """

    text: str
    weights: Mapping[str, float]
    passages: tuple[tuple[Article, Passage], ...]

    def share(self, stems: Iterable[str]) -> float:
        """Measure how much of the topic stems cover, 0 to 1."""
        return sum(self.weights.get(stem, 0.0) for stem in set(stems))


def find_topic(text: str, index: PassageIndex, articles: Sequence[Article]) -> Topic:
    """Find the passages that hold the most of a topic's terms.

    Args:
        text: The topic: a question, or a few words.
        index: The index of the articles' passages.
        articles: The articles, in the index's order.
    """
    if not len(index):
        return Topic(text, {}, ())
    question = analyse_question(text, index)
    total = float(question.weights.sum())
    stems = index.vocabulary.stems
    weights = {
        stems[term.stem]: term.weight / total * term.likeness**2
        for term in question.terms
        if term.stem is not None
    }
    rows, _ = index.ranking.top(question.stems, _PASSAGES) if weights else ((), ())
    places = [index.place_of(int(row)) for row in rows]
    return Topic(
        text,
        weights,
        tuple((articles[p.article], articles[p.article].passages[p.passage]) for p in places),
    )
