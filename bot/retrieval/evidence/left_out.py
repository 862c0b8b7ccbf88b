"""Measure what the best sentence of a candidate leaves out of the question.

A near miss, which no passage answers, shares most of its words with one: what gives it away is a
name or a number that isn't there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.language.english.questions.kinds import is_typed_as_query, words_of_how
from bot.language.english.sentences.pronouns import has_pronoun_alone
from bot.language.english.words.contrasts import has_counterpart

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

_LENGTH_SCALE = 10.0

_COVERED = 0.39
"""How much of what is typed as into a search engine a passage has on average, by its words."""


def measure_left_out(
    question: Question, candidates: Candidates, evidence: Evidence, candidate: int, sentence: int
) -> dict[str, float]:
    """Measure what of the question stands beside the answer, and what doesn't.

    Args:
        question: The question.
        candidates: The candidates.
        evidence: What was found in them.
        candidate: Which of them is meant.
        sentence: The position of its best sentence.

    Returns:
        ``names_left_out`` and ``numbers_left_out``, 1 or 0: whether the best sentence, its heading
        and the headline lack a name of the question (and the sentence before, where the best one
        says *he* or *she* of somebody it doesn't name), and whether the passage and the headline
        lack a number; ``most_left_out``, the weight of the rarest word that the sentence, its
        heading and the headline lack, but for those that only ask for a number; ``length``, the
        weight of all, both beside that of a word that a single passage has, the latter in tens;
        and ``counterpart`` and ``query_coverage``, see :func:`_measure_passage`.
    """
    heading = int(evidence.sentence_starts[candidate])
    has = evidence.sentence_alike[heading:] == 1
    titled = candidates.titled[candidate]
    left_out = ~(titled | has[0] | has[1 + sentence])
    names = question.names & ~_named_before(candidates, has, candidate, sentence)
    numbers = np.array([any(map(str.isdigit, term.form)) for term in question.terms])
    here = evidence.present[candidate] | titled
    how = words_of_how(question.text)
    tells = np.array([term.capitalised or term.form not in how for term in question.terms])
    return {
        "names_left_out": float((left_out & names).any()),
        "numbers_left_out": float((numbers & ~here).any()),
        "most_left_out": float(question.weights[left_out & tells].max(initial=0.0))
        / question.rarest,
        "length": question.total / question.rarest / _LENGTH_SCALE,
        **_measure_passage(question, candidates, evidence, candidate),
    }


def _named_before(
    candidates: Candidates, has: NDArray[np.bool_], candidate: int, sentence: int
) -> NDArray[np.bool_]:
    """Return what the sentence before has, where this one only says *he* or *she* of somebody.

    Args:
        candidates: The candidates.
        has: Which terms of the question the heading and each sentence have, from the candidate's.
        candidate: Which of them is meant.
        sentence: The position of its best sentence.
    """
    passage = candidates.found[candidate][1]
    start, end = passage.sentences[sentence]
    leans = sentence > 0 and has_pronoun_alone(passage.text[start:end])
    named: NDArray[np.bool_] = has[sentence] & leans
    return named


def _measure_passage(
    question: Question, candidates: Candidates, evidence: Evidence, candidate: int
) -> dict[str, float]:
    """Measure what the whole passage has in a word's place, and how much of a query it has.

    Returns:
        ``counterpart``, 1 or 0: whether the passage has another word in place of one that excludes
        it; and ``query_coverage``, where a few words are typed instead of a question, how much
        more of them the passage has than is usual.
    """
    article, passage = candidates.found[candidate]
    text = f"{article.title}\n{passage.heading or ''}\n{passage.text}"
    covered = float(evidence.alike[candidate] @ question.weights) / question.total
    return {
        "counterpart": float(has_counterpart(question.text, text)),
        "query_coverage": (covered - _COVERED) * is_typed_as_query(question.text),
    }
