"""Rank the newest article first where several say much the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.same_story import Story

if TYPE_CHECKING:
    from bot.retrieval.assessment import Assessment
    from bot.retrieval.evidence.candidates import Candidates

_LOOKED_AT = 8
_AS_GOOD = 3.0
"""How far the score of a candidate that is about as good may be behind the best. Two articles that
say the same on two days are this near; what answers something else is twice as far behind."""

_LEAST_SHARED = 2
"""Terms of the question that both sentences have, at least."""

_ANSWERS_FROM = 2.5
"""How much must speak, in logits, for an answer in a later passage and in its sentence, so that
it may be in quite other words: *will run again* and *is due to leave*."""

_AS_NEAR = 0.2
"""How much less alike the question a later sentence in other words may be."""


def latest_of_story_first(candidates: Candidates, assessment: Assessment) -> Assessment:
    """Rank first the latest of the articles that fit about as well as the best one.

    An article does if it is about the same story on another day, and if its best sentence has the
    same terms of the question as that of the best one, two or more. In a later article it is also
    enough that a reader finds an answer that is as good.

    Args:
        candidates: The candidates.
        assessment: What is thought of them.

    Returns:
        The assessment with the others after the latest one, named as older ones.
    """
    best = assessment.ranked[0]
    first = candidates.found[best][0]
    if first.date is None:
        return assessment
    wanted = _shared_terms(candidates, assessment, best)
    alike = [best]
    story = Story(first)
    for other in assessment.ranked[1:_LOOKED_AT]:
        article = candidates.found[other][0]
        if article.date is None or article.date in {candidates.found[one][0].date for one in alike}:
            continue
        if assessment.totals[best] - assessment.totals[other] > _AS_GOOD:
            continue
        is_later = article.date > first.date
        as_good = (
            len(wanted) >= _LEAST_SHARED and wanted == _shared_terms(candidates, assessment, other)
        ) or (is_later and _answers_as_well(candidates, assessment, best, other))
        if as_good and story.is_told_in(article):
            alike.append(other)
    if len(alike) == 1:
        return assessment
    alike.sort(key=lambda one: candidates.found[one][0].date or dt.date.min, reverse=True)
    others = [one for one in assessment.ranked if one not in alike]
    return replace(assessment, ranked=[*alike, *others], older=tuple(alike[1:]))


def _answers_as_well(candidates: Candidates, assessment: Assessment, best: int, other: int) -> bool:
    """Return whether a reader finds an answer in a candidate's sentence, as near in meaning."""
    reading = assessment.read.of(other) if assessment.read else None
    if reading is None or candidates.similarities is None:
        return False
    sentence = assessment.sentences[other]
    if sentence >= len(reading.sentence_scores):
        return False
    found = min(reading.answerable, reading.sentence_scores[sentence])
    near = [
        float(candidates.similarities.sentences[_place(candidates, assessment, one)])
        for one in (best, other)
    ]
    return found >= _ANSWERS_FROM and near[1] >= near[0] - _AS_NEAR


def _place(candidates: Candidates, assessment: Assessment, candidate: int) -> int:
    """Return the position of a candidate's best sentence among those of all."""
    # One further on: the first sentence of each candidate stands for its heading.
    return int(candidates.sentence_starts[candidate]) + 1 + assessment.sentences[candidate]


def _shared_terms(candidates: Candidates, assessment: Assessment, candidate: int) -> frozenset[int]:
    """Return which of the question's terms a candidate's best sentence has, by position."""
    place = _place(candidates, assessment, candidate)
    start, end = candidates.sentence_ends[place - 1 : place + 1].tolist()
    return frozenset(term for term in candidates.terms[start:end].tolist() if term >= 0)
