"""Rank passages by the words of a question alone, and by its meaning alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import DEPTH
from bot.evaluation.outcomes import first_relevant, holds_answer
from bot.library.library import Library
from bot.retrieval.meaning.embedded_articles import EmbeddedArticles
from bot.retrieval.meaning.understanding import understand

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.evaluation.questions import GoldQuestion
    from bot.retrieval.meaning.models import Models

Ranked = tuple[int, bool]
"""The place of the first relevant passage, and whether the best sentence holds an answer."""


def available_alone(library: Library) -> dict[str, Callable[[GoldQuestion], Ranked]]:
    """Return the rankers by a part of Footnote's evidence, by name.

    If the library has no models of meaning there are none.
    """
    if library.models is None or not library.embeddings:
        return {}
    return {
        "words alone": words_alone(library),
        "meaning alone": meaning_alone(library, library.models),
    }


def words_alone(library: Library) -> Callable[[GoldQuestion], Ranked]:
    """Return a ranker that works like Footnote with ``FOOTNOTE_MEANING=off``."""
    without = Library(library.articles, encodings=library.encodings)

    def rank(question: GoldQuestion) -> Ranked:
        answer = without.ask(question.text, hits=DEPTH, after=question.after)
        found = first_relevant(question, [hit.passage.id for hit in answer.hits])
        return found, holds_answer([hit.sentence_text for hit in answer.hits[:1]], question)

    return rank


def meaning_alone(library: Library, models: Models) -> Callable[[GoldQuestion], Ranked]:
    """Return a ranker of passages and sentences by the cosines of their embeddings."""
    passages = [passage for article in library.articles for passage in article.passages]
    embedded = EmbeddedArticles(
        library.articles, [library.embeddings.get(article.key) for article in library.articles]
    )

    def rank(question: GoldQuestion) -> Ranked:
        vector = understand(models, question.in_full, read=False).vector
        rows = embedded.nearest(vector, DEPTH)
        compared = embedded.similarities(rows[:1], vector)
        if compared is None:
            return DEPTH, False
        best = passages[rows[0]]
        # The first similarity is the passage's own.
        similarity = compared.sentences[1:]
        start, end = best.sentences[int(np.argmax(similarity))]
        found = first_relevant(question, [passages[row].id for row in rows.tolist()])
        return found, holds_answer([best.text[start:end]], question)

    return rank
