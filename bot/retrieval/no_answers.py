"""Lower the scores of what answers nothing, so that prose which answers comes before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from bot.language.captions import captions_in
from bot.language.packs import pack_for
from bot.language.plain_text import QUESTION_MARKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.article import Passage
    from bot.retrieval.candidates import Candidates
    from bot.retrieval.rescorer import Evidence

_LOOKED_AT = 10
"""Candidates that are looked at, the best ones; each takes a hundredth of a millisecond."""

_OF_PASSAGE = 3.0
_OF_SENTENCE = 3.0
"""What a caption has less, chosen by hand: as much as an age that is asked for gains."""

_NEVER = 100.0
"""More than a sentence can have: nothing is as like a question as the same question."""

_AS_MUCH = 0.02
"""How much less of the question's weight a row may have that is as good as the best."""

_MOST_ASKED = 2
_HEADER = re.compile(r"[^:;\n]{1,60}: ")
_QUOTATION = re.compile(r"[\"“”„«»「」]")


def lower_what_answers_nothing(
    candidates: Candidates,
    evidence: Evidence,
    totals: NDArray[np.float64],
    scores: NDArray[np.float64],
) -> None:
    """Lower, in place, the scores of passages and sentences that answer nothing.

    These are captions of pictures, questions, and the rows of a table that have less of what is
    asked than another row.

    Args:
        candidates: The candidates.
        evidence: What was found in them.
        totals: How well each fits.
        scores: How well each of their sentences fits, headings among them.
    """
    for candidate in np.argsort(-totals, kind="stable")[:_LOOKED_AT].tolist():
        article, passage = candidates.found[candidate]
        captions = captions_in(article, passage, pack_for(article.language))
        first = int(evidence.sentence_starts[candidate]) + 1
        scores[first : first + captions] -= _OF_SENTENCE
        if _asks(passage, 0):
            scores[first] -= _NEVER
        if _is_table(passage):
            rows = evidence.soft_coverage[first : first + len(passage.sentences)]
            scores[first : first + len(rows)] -= _NEVER * (rows < rows.max() - _AS_MUCH)
        if captions == len(passage.sentences):
            totals[candidate] -= _OF_PASSAGE
        elif _only_asks(passage):
            totals[candidate] -= _NEVER


def _asks(passage: Passage, place: int) -> bool:
    """Whether a sentence is a question that nobody is quoted with."""
    text = passage.text[slice(*passage.sentences[place])].rstrip()
    return text.endswith(QUESTION_MARKS) and not _QUOTATION.search(text)


def _only_asks(passage: Passage) -> bool:
    """Whether a paragraph is an interviewer's: it ends with a question and is short."""
    last = len(passage.sentences) - 1
    return last < _MOST_ASKED and _asks(passage, last) and _asks(passage, 0)


def _is_table(passage: Passage) -> bool:
    """Whether a paragraph's sentences are rows, each with the same headers."""
    first, *others = passage.sentences
    header = _HEADER.match(passage.text, *first) if others else None
    if header is None:
        return False
    matches = (_HEADER.match(passage.text, *span) for span in others)
    return all(match is not None and match[0] == header[0] for match in matches)
