"""Find the passages that touch on a topic, even briefly."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.retrieval.question import read_question, weigh_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from bot.articles.article import Article, Passage, Span
    from bot.language.pack import LanguagePack
    from bot.retrieval.engine import Engine
    from bot.retrieval.evidence.candidates import Candidates

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
        similarity: How like the topic the passages and their sentences are in meaning, by passage
            and span; a cosine, -1 to 1. Empty where meaning isn't known.
    """

    text: str
    weights: Mapping[str, float]
    passages: tuple[tuple[Article, Passage], ...]
    similarity: Mapping[tuple[str, Span], float] = field(default_factory=dict)

    def share(self, stems: Iterable[str]) -> float:
        """Return how much of the topic stems cover, 0 to 1."""
        return sum(self.weights.get(stem, 0.0) for stem in set(stems))


def find_topic(
    text: str, engine: Engine, pack: LanguagePack, vector: NDArray[np.float32] | None = None
) -> Topic:
    """Find the passages that have the most of a topic's terms, or come nearest to what it means.

    Args:
        text: The topic: a question, or a few words.
        engine: Searches the articles' passages.
        pack: The language of the topic.
        vector: What the topic means, of length 1, where that is known.
    """
    asked = read_question(text, pack)
    statistics = engine.statistics(asked)
    if not statistics.passages:
        return Topic(text, {}, ())
    question = replace(weigh_question(asked, statistics), vector=vector)
    weights = {
        stem: term.weight / question.total * term.similarity**2
        for term in question.terms
        if term.meant is not None
        for stem in (*term.others, term.meant)
    }
    if not weights and vector is None:
        return Topic(text, {}, ())
    found = engine.candidates(question, _PASSAGES)
    return Topic(text, weights, found.found, dict(_similarities(found)))


def _similarities(candidates: Candidates) -> Iterator[tuple[tuple[str, Span], float]]:
    """Yield how like a topic passages are, and their sentences, in meaning."""
    if candidates.similarities is None:
        return
    known, starts = candidates.similarities, candidates.sentence_starts.tolist()
    for place, (_, passage) in enumerate(candidates.found):
        yield (passage.id, (0, len(passage.text))), float(known.passages[place])
        # One further on: the first sentence of each candidate stands for its heading.
        own = known.sentences[starts[place] + 1 : starts[place + 1]].tolist()
        for span, similarity in zip(passage.sentences, own, strict=True):
            yield (passage.id, span), similarity
