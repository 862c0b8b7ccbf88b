"""Fit how much evidence counts in each language: ``python -m tests.benchmarks.fit_languages``.

The same articles and questions are in every language, so that the evidence for the same answers
can be compared with English. Of the half of the articles that is for fitting, each is left out
once: its questions then have no answer. What is added to the evidence brings the answers to where
they are in English, or the middle between answers and others, whichever is more; as ten questions
a language say little, a third of it is taken off.
"""

from __future__ import annotations

import math

import numpy as np

from bot.language.packs import pack_for
from bot.library.library import Library
from tests.language.gold import CODES, read_gold

_OFFSET, _SLOPE, _SLOPE_BELOW = -0.32, 0.71, 0.98
_EDGE = 1e-6
_KEPT = 0.7


def evidence_of(confidence: float) -> float:
    """Return the evidence, a log-odds, behind a confidence; see ``bot.retrieval.confidence``."""
    share = min(max(confidence, _EDGE), 1 - _EDGE)
    over = math.log(share / (1 - share)) - _OFFSET
    return over / _SLOPE if over > 0 else over / (_SLOPE + _SLOPE_BELOW)


def measure(code: str) -> tuple[float, float]:
    """Return the mean evidence for questions that the articles answer, and for the others."""
    gold = read_gold(code, "fitting")
    inside, outside = [], []
    whole = Library(gold.articles)
    for left_out in gold.articles:
        rest = Library([article for article in gold.articles if article is not left_out])
        for question in gold.questions:
            if question.article == left_out.id:
                inside.append(evidence_of(whole.ask(question.text).confidence))
                outside.append(evidence_of(rest.ask(question.text).confidence))
    own = pack_for(code).sureness
    return float(np.mean(inside)) - own, float(np.mean(outside)) - own


def main() -> None:
    """Print the constant of every language."""
    english_inside, english_outside = measure("en")
    for code in CODES:
        inside, outside = measure(code)
        middle = (english_inside + english_outside - inside - outside) / 2
        sureness = _KEPT * max(english_inside - inside, middle)
        print(f"{code}: {sureness:+.1f}  (answers {inside:+.2f}, others {outside:+.2f})")


if __name__ == "__main__":
    main()
