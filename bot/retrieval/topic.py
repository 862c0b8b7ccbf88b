"""Find the passages that touch on a topic, however little each says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.retrieval.question import read_question, weigh_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.articles.article import Article, Passage
    from bot.language.pack import LanguagePack
    from bot.retrieval.engine import Engine

_PASSAGES = 40
"""Passages that a topic is looked for in."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as the articles know it.

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
        """Return how much of the topic stems cover, 0 to 1."""
        return sum(self.weights.get(stem, 0.0) for stem in set(stems))


def find_topic(text: str, engine: Engine, pack: LanguagePack) -> Topic:
    """Find the passages that have the most of a topic's terms.

    Args:
        text: The topic: a question, or a few words.
        engine: Searches the articles' passages.
        pack: The language of the topic.
    """
    asked = read_question(text, pack)
    statistics = engine.statistics(asked)
    if not statistics.passages:
        return Topic(text, {}, ())
    question = weigh_question(asked, statistics)
    weights = {
        term.meant: term.weight / question.total * term.likeness**2
        for term in question.terms
        if term.meant is not None
    }
    return Topic(text, weights, engine.candidates(question, _PASSAGES).found if weights else ())
