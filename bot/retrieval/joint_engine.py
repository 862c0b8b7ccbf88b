"""Search the passages of two engines as if they were one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.evidence.candidates import Candidates
from bot.retrieval.index.bm25 import K1, B
from bot.retrieval.meaning.embedded_articles import Similarities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.retrieval.index.statistics import Statistics
    from bot.retrieval.memory_engine import MemoryEngine
    from bot.retrieval.question import ParsedQuestion, Question


class JointEngine:
    """Searches the passages of two engines; what they hold is not copied.

    The question is weighed by how often its parts occur in both, and every candidate's BM25 score
    is that which it would have among the passages of both. Where the articles of one are not
    embedded yet, words decide alone.

    Args:
        first: The engine whose passages come first in reading order.
        second: The other.
    """

    def __init__(self, first: MemoryEngine, second: MemoryEngine) -> None:
        self._first = first
        self._second = second

    def __len__(self) -> int:
        return len(self._first) + len(self._second)

    @property
    def knows_meaning(self) -> bool:
        """Whether the articles of both engines are embedded."""
        return self._first.knows_meaning and self._second.knows_meaning

    def statistics(self, asked: ParsedQuestion) -> Statistics:
        """Return how often the parts of a question occur in the passages."""
        return self._first.statistics(asked) + self._second.statistics(asked)

    def candidates(self, question: Question, count: int) -> Candidates:
        """Return the passages that may answer a question, by words and by meaning.

        Args:
            question: The question, weighed by :meth:`statistics`.
            count: How many to find in each engine by words, and as many by meaning.

        Returns:
            The candidates, those of the first engine before those of the second.
        """
        first = self._first.candidates(question, count)
        second = self._second.candidates(question, count)
        second = replace(second, order=second.order + len(self._first))
        found = [one for one in (first, second) if len(one)]
        joined = _joined(found) if len(found) > 1 else (found or [first])[0]
        return replace(joined, scores=joint_scores(joined, question))


def joint_scores(candidates: Candidates, question: Question) -> NDArray[np.float64]:
    """Return the BM25 scores of candidates with the weights of a question.

    Each engine scores by how often words occur in its own passages; a question's weights and
    mean length are of all.
    """
    passages, terms = len(candidates), len(question.terms)
    lengths = np.diff(_word_starts(candidates))
    of_passage = np.repeat(np.arange(passages), lengths)
    known = candidates.terms >= 0
    counts = np.bincount(
        of_passage[known] * terms + candidates.terms[known], minlength=passages * terms
    ).reshape(passages, terms)
    norm = K1 * (1 - B + B * candidates.lengths / question.mean_length)
    scores: NDArray[np.float64] = (
        question.weights * counts * (K1 + 1) / (counts + norm[:, None])
    ).sum(1)
    return scores


def _word_starts(candidates: Candidates) -> NDArray[np.int64]:
    """Return where each candidate begins among the words, and their number."""
    ends = np.concatenate(([0], candidates.sentence_ends))
    return ends[candidates.sentence_starts]


def _joined(parts: Sequence[Candidates]) -> Candidates:
    """Concatenate the candidates that several engines found for one question."""
    first, second = parts
    sentences, words = int(first.sentence_starts[-1]), len(first.terms)
    similarities = None
    if first.similarities is not None and second.similarities is not None:
        a, b = first.similarities, second.similarities
        similarities = Similarities(
            np.concatenate((a.passages, b.passages)),
            np.concatenate((a.titles, b.titles)),
            np.concatenate((a.sentences, b.sentences)),
        )
    return Candidates(
        found=first.found + second.found,
        order=np.concatenate((first.order, second.order)),
        scores=np.concatenate((first.scores, second.scores)),
        lengths=np.concatenate((first.lengths, second.lengths)),
        titled=np.concatenate((first.titled, second.titled)),
        sentence_starts=np.concatenate(
            (first.sentence_starts, second.sentence_starts[1:] + sentences)
        ),
        sentence_ends=np.concatenate((first.sentence_ends, second.sentence_ends + words)),
        cues=np.concatenate((first.cues, second.cues)),
        terms=np.concatenate((first.terms, second.terms)),
        same_form=np.concatenate((first.same_form, second.same_form)),
        grams=np.concatenate((first.grams, second.grams), axis=1),
        gram_counts=np.concatenate((first.gram_counts, second.gram_counts)),
        similarities=similarities,
    )
