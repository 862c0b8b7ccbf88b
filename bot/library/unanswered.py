"""Group the questions that were not answered: those that are alike stand together."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.language.packs import pack_for
from bot.language.plain_text import plain
from bot.library.answering.languages import languages_to_read
from bot.retrieval.meaning.session import MeaningUnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.library.library import Library

log = logging.getLogger(__name__)

MOST_GROUPED = 300
"""The maximum number of questions that are grouped; the least frequent are left out."""

_NEAR_IN_MEANING = 0.8
"""The least cosine of two questions' embeddings at which they are alike."""

_NEAR_IN_WORDS = 0.6
"""The least Jaccard index of two questions' stems at which they are alike."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that are alike.

    Attributes:
        question: The one that was asked most often.
        times: How often they were asked, all together.
        others: The others, the most frequent first.
        nearest: The article that comes nearest to the first, if any comes near.
    """

    question: str
    times: int
    others: tuple[str, ...]
    nearest: Article | None


def group_unanswered(
    questions: Sequence[tuple[str, int]], library: Library, most: int
) -> list[QuestionGroup]:
    """Return groups of questions that are alike, those asked most often first.

    Questions that differ in case, punctuation and word endings alone count as one; those that
    share most of their words, or are near in meaning, stand in one group.

    Args:
        questions: The questions, and how often each was asked, the most frequent first.
        library: The articles; their models, if any, say what is near in meaning.
        most: How many groups to return at most.
    """
    folded: dict[frozenset[str], tuple[str, int]] = {}
    for question, times in questions[:MOST_GROUPED]:
        key = _terms(question, library)
        first, before = folded.get(key, (question, 0))
        folded[key] = (first, before + times)
    texts = [question for question, _ in folded.values()]
    groups = _gather(_alike(list(folded), texts, library))
    counts = [times for _, times in folded.values()]
    totals = [(sum(counts[member] for member in group), group) for group in groups]
    totals.sort(key=lambda total: -total[0])
    return [
        QuestionGroup(
            texts[group[0]],
            times,
            tuple(texts[member] for member in group[1:]),
            _nearest(texts[group[0]], library),
        )
        for times, group in totals[:most]
    ]


def _terms(question: str, library: Library) -> frozenset[str]:
    """Return the stems of a question, or its characters if it has none."""
    language = languages_to_read(question, library.languages, library.engine)[0]
    terms = pack_for(language).analyser.terms(question)
    return frozenset(terms or [plain(question).casefold()])


def _alike(
    terms: Sequence[frozenset[str]], texts: Sequence[str], library: Library
) -> NDArray[np.bool_]:
    """Return, for each pair of questions, whether they are alike."""
    sizes = np.array([len(one) for one in terms])
    known = {term: number for number, term in enumerate(sorted(frozenset().union(*terms)))}
    has = np.zeros((len(terms), len(known)), dtype=np.float32)
    for row, one in enumerate(terms):
        has[row, [known[term] for term in one]] = 1.0
    shared = has @ has.T
    alike: NDArray[np.bool_] = shared >= _NEAR_IN_WORDS * (sizes[:, None] + sizes - shared)
    if library.models is not None and texts:
        try:
            vectors = library.models.encoder.embed(list(texts))
        except MeaningUnavailableError as error:
            log.warning("questions are compared by their words alone: %s", error)
        else:
            alike |= vectors @ vectors.T >= _NEAR_IN_MEANING
    return alike


def _gather(alike: NDArray[np.bool_]) -> list[list[int]]:
    """Group questions: each joins the first similar one that leads a group, or leads a new one."""
    groups: list[list[int]] = []
    for number in range(len(alike)):
        group = next((group for group in groups if alike[number, group[0]]), None)
        if group is None:
            groups.append([number])
        else:
            group.append(number)
    return groups


def _nearest(question: str, library: Library) -> Article | None:
    hits = library.ask(question, hits=1, read=False).hits
    return hits[0].article if hits else None
