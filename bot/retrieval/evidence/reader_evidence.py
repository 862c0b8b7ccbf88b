"""The evidence that a reader finds in the best candidates, beside words and similarity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.meaning.context import context_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.meaning.question_meaning import PassageReader
    from bot.retrieval.meaning.reader import PassageReading

READ = 10
"""Candidates that are read at most, the best ones."""

READ_HURRIED = 5
"""Candidates that are read in any case, and the only ones while articles are being read or
embedded. Then the first place is right as often, and the right passage is among five for 3 % fewer
of the questions on ``natural-dev``."""

_BEHIND = 6.0
"""How far behind the best candidate another may fit and still be read, once five are. Of 994
questions of ``natural-dev`` and ``news_f``, none has its first passage further behind."""

_CHARACTERS = 3_200
"""Characters of passages after which none is added to the first five, as reading takes time by
the word. It changes the first passage of one of these questions."""

# Fitted by tests/benchmarks/fit_reading.py, on articles that the reader was not trained on.
READ_WEIGHTS = np.array([0.671, 0.364])
"""What each of :func:`findings` weighs beside how well a candidate fits."""

_SENTENCE_SCORE = 0.592

LEAST_SCORE = -12.0
"""The least that a score counts; below it there is plainly nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadCandidates:
    """The candidates that were read.

    Attributes:
        reader: What read them.
        question: The question as it is said.
        places: Their positions among all candidates.
        readings: What was found in each.
    """

    reader: PassageReader
    question: str
    places: list[int]
    readings: list[PassageReading]

    def of(self, candidate: int) -> PassageReading | None:
        """Return what was found in a candidate, or ``None`` if it was not read."""
        if candidate not in self.places:
            return None
        return self.readings[self.places.index(candidate)]


def worth_reading(
    candidates: Candidates,
    totals: NDArray[np.float64],
    ranked: Sequence[int],
    *,
    hurried: bool = False,
) -> list[int]:
    """Choose the candidates to read: the first five, and those after them that may come first.

    Args:
        candidates: The candidates.
        totals: How well each fits.
        ranked: Their positions, best first.
        hurried: Whether to read the first five alone.

    Returns:
        The positions of those to read, best first.
    """
    chosen = list(ranked[:READ_HURRIED])
    if hurried:
        return chosen
    characters = sum(len(candidates.found[place][1].text) for place in chosen)
    for place in ranked[READ_HURRIED:READ]:
        characters += len(candidates.found[place][1].text)
        if characters > _CHARACTERS or totals[place] < totals[ranked[0]] - _BEHIND:
            break
        chosen.append(place)
    return chosen


def read_all(
    reader: PassageReader, question: str, candidates: Candidates, places: list[int]
) -> ReadCandidates:
    """Read candidates.

    Args:
        reader: The reader.
        question: The question as it is said.
        candidates: The candidates.
        places: The positions of those to read.
    """
    found = [candidates.found[place] for place in places]
    readings = reader.read(
        question,
        [passage.text for _, passage in found],
        [context_of(article, passage) for article, passage in found],
        [passage.sentences for _, passage in found],
    )
    return ReadCandidates(reader, question, places, readings)


def findings(read: ReadCandidates) -> NDArray[np.float64]:
    """Return what was found in each passage that was read, one row each.

    The columns are how much speaks for an answer in it, and how well the best words do.
    """
    return np.array([(one.answerable, max(one.score, LEAST_SCORE)) for one in read.readings])


def add_readings(totals: NDArray[np.float64], read: ReadCandidates) -> NDArray[np.float64]:
    """Add what was read to how well candidates fit; those that were not read stay behind."""
    added = totals.copy()
    added[read.places] += findings(read) @ READ_WEIGHTS
    others = np.ones(len(totals), dtype=np.bool_)
    others[read.places] = False
    if others.any():
        added[others] += min(0.0, float(added[read.places].min() - totals[others].max()))
    return added


def add_sentences(scores: NDArray[np.float64], evidence: Evidence, read: ReadCandidates) -> None:
    """Add what was read to the scores of the sentences, in place."""
    for place, one in zip(read.places, read.readings, strict=True):
        first = int(evidence.sentence_starts[place]) + 1
        own = np.maximum(np.array(one.sentence_scores, dtype=np.float64), LEAST_SCORE)
        scores[first : first + len(own)] += _SENTENCE_SCORE * own


def measure_reading(
    read: ReadCandidates, candidates: Candidates, candidate: int, sentence: int
) -> dict[str, float]:
    """Measure what the reader says for a candidate being the answer.

    Its best sentence is read once more, without its neighbours.

    Args:
        read: What was read.
        candidates: The candidates.
        candidate: The candidate's position.
        sentence: The position of its best sentence.
    """
    one = read.of(candidate)
    scores = [reading.score for reading in read.readings]
    answerable = [reading.answerable for reading in read.readings]
    return {
        "answerable": one.answerable if one else min(answerable),
        "span_score": (max(one.score, LEAST_SCORE) if one else LEAST_SCORE) / 10,
        "most_answerable": max(answerable),
        "best_span_score": max(*scores, LEAST_SCORE) / 10,
        "sentence_answerable": _read_alone(read, candidates, candidate, sentence).answerable,
    }


def _read_alone(
    read: ReadCandidates, candidates: Candidates, candidate: int, sentence: int
) -> PassageReading:
    """Read a sentence without its neighbours."""
    article, passage = candidates.found[candidate]
    start, end = passage.sentences[sentence]
    texts, contexts = [passage.text[start:end]], [context_of(article, passage)]
    return read.reader.read(read.question, texts, contexts, [[(0, end - start)]])[0]
