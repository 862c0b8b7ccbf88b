"""Lower the scores of sentences that answer nothing, so that prose that answers ranks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.language.packs import pack_for
from bot.language.sentence_cues import CAPTION, QUESTION, TABLE_ROW
from bot.retrieval.sentences.labelled_sentences import labelled_otherwise
from bot.retrieval.sentences.table_cells import cells_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.article import Article, Passage
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

_OF_PASSAGE = 3.0
_OF_SENTENCE = 3.0
"""Subtracted from a caption's score, chosen by hand: what a sentence with an age gains where an age
is asked for."""

_NEVER = 100.0
"""Subtracted from what must never be chosen, and more than any score: nothing is as like a question
as the same question."""

_AS_MUCH = 0.02
"""How much less of the question's weight a row may have and still count as good as the best row."""

_MOST_ASKED = 2
"""Sentences of the longest paragraph that is taken for an interviewer's question."""


def lower_what_answers_nothing(
    candidates: Candidates,
    question: Question,
    evidence: Evidence,
    totals: NDArray[np.float64],
    scores: NDArray[np.float64],
) -> None:
    """Lower, in place, the scores of passages and sentences that answer nothing.

    These are captions of pictures, questions, and the rows of a table that have less of what is
    asked than another row, or that only mention what another row is about; and sentences under
    another label than the one that is asked about.

    Args:
        candidates: The candidates.
        question: The question that they were found for.
        evidence: What was found in them.
        totals: How well each fits.
        scores: How well each of their sentences fits, headings among them.
    """
    _lower_other_labels(candidates, question, evidence, scores)
    concerned = np.flatnonzero(candidates.cues & (CAPTION | QUESTION | TABLE_ROW))
    rows = np.searchsorted(candidates.sentence_starts, concerned, side="right") - 1
    for candidate in np.unique(rows).tolist():
        heading, end = candidates.sentence_starts[candidate : candidate + 2].tolist()
        first = heading + 1
        roles = candidates.cues[first:end]
        captions, questions = (roles & CAPTION) > 0, (roles & QUESTION) > 0
        scores[first:end] -= _OF_SENTENCE * captions
        scores[first:end] -= _NEVER * questions
        if roles[0] & TABLE_ROW:
            had = evidence.soft_coverage[first:end]
            as_good = had >= had.max() - _AS_MUCH
            article, passage = candidates.found[candidate]
            about = as_good & _are_about(article, passage, question)
            scores[first:end] -= _NEVER * ~(about if about.any() else as_good)
        if captions.all():
            totals[candidate] -= _OF_PASSAGE
        elif len(roles) <= _MOST_ASKED and questions[0] and questions[-1]:
            totals[candidate] -= _NEVER


def _lower_other_labels(
    candidates: Candidates,
    question: Question,
    evidence: Evidence,
    scores: NDArray[np.float64],
) -> None:
    """Lower the scores of sentences under another label than what is asked about."""
    terms = question.stems
    for candidate, (article, passage) in enumerate(candidates.found):
        others = labelled_otherwise(terms, article, passage)
        if any(others):
            first = int(evidence.sentence_starts[candidate]) + 1
            scores[first : first + len(others)] -= _OF_SENTENCE * np.array(others)


def _are_about(article: Article, passage: Passage, question: Question) -> NDArray[np.bool_]:
    """Return which rows of a table have a term of the question in their first cell."""
    analyser = pack_for(article.language).analyser
    terms = question.stems
    rows = (cells_of(passage.text[start:end]) for start, end in passage.sentences)
    named = (analyser.terms(row[0].text) for row in rows)
    return np.array([not terms.isdisjoint(of_row) for of_row in named])
