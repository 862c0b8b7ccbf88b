"""Rank the latest article first where several say about the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.retrieval.assessment import Assessment
    from bot.retrieval.candidates import Candidates

_LOOKED_AT = 8
_AS_GOOD = 3.0
"""How far the score of a candidate that is about as good may be behind the best. Two articles that
say the same on two days are this near; what answers something else is twice as far behind."""

_LEAST_SHARED = 2
"""Terms of the question that both sentences have, at least."""


def newest_first(candidates: Candidates, assessment: Assessment) -> Assessment:
    """Rank the latest of the articles that fit about as well as the best one first.

    They are so where their best sentences have the same of the question, two terms or more, and
    their articles have other dates.

    Args:
        candidates: The candidates.
        assessment: What is thought of them.

    Returns:
        The assessment with the others behind the latest one, named as older ones.
    """
    best = assessment.ranked[0]
    wanted = _shared_terms(candidates, assessment, best)
    if candidates.found[best][0].date is None or len(wanted) < _LEAST_SHARED:
        return assessment
    alike = [best]
    for other in assessment.ranked[1:_LOOKED_AT]:
        date = candidates.found[other][0].date
        if date is None or date in {candidates.found[one][0].date for one in alike}:
            continue
        near = assessment.totals[best] - assessment.totals[other] <= _AS_GOOD
        if near and wanted == _shared_terms(candidates, assessment, other):
            alike.append(other)
    if len(alike) == 1:
        return assessment
    alike.sort(key=lambda one: candidates.found[one][0].date or dt.date.min, reverse=True)
    others = [one for one in assessment.ranked if one not in alike]
    return replace(assessment, ranked=[*alike, *others], older=tuple(alike[1:]))


def _shared_terms(candidates: Candidates, assessment: Assessment, candidate: int) -> frozenset[int]:
    """Return which of the question's terms a candidate's best sentence has, by position."""
    # One further on: the first sentence of each candidate stands for its heading.
    place = int(candidates.sentence_starts[candidate]) + 1 + assessment.sentences[candidate]
    start, end = candidates.sentence_ends[place - 1 : place + 1].tolist()
    return frozenset(term for term in candidates.terms[start:end].tolist() if term >= 0)
