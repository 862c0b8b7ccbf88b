"""Fit how sure an answer is, by words alone: ``python -m tests.benchmarks.fit_languages``.

Logistic regression tells whether the first passage answers, in every language but English, with
a constant for each language. Libraries of all articles of a language, of each half of them, and
of each half of the paragraphs like an encyclopedia's are asked all questions. It is fitted on the
questions on every second pair of short articles and on the first one of the others, and looked
at on the rest. What shows that the best sentence can't be what is asked for is then weighed with
questions that nothing answers, on half of the articles. It prints the weights for
``bot/retrieval/confidence/by_language.py``, and the constants for
``bot/language/lexicons``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import roc_area
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.assessment import assess
from bot.retrieval.confidence.by_language import measure_by_language
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.question_answering import CANDIDATES
from tests.benchmarks import logistic
from tests.benchmarks.languages import (
    ENGLISH,
    as_split,
    gold_of,
    halves_of_articles,
    halves_of_passages,
    lengthened,
)
from tests.language.gold import CODES, DENSE, Gold, read_gold, read_unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from tests.language.gold import GoldQuestion

_OTHERS = tuple(code for code in CODES if code != ENGLISH)
_RIDGE = 3e-3
_FREEDOM = 3.0
"""How much less the constants of languages are held down than the weights."""

_UNMET = ("timeless", "shapeless", "untold")
"""What is measured of sentences that can't be what is asked for."""

_SURE = 0.957
"""The share of the questions on the paragraphs for fitting that are to get a sure answer."""

_SURE_IN_EACH = 0.95
"""The least share of them in each language."""

_ROUNDED = 0.005
"""What rounding a constant may take off it."""

_SHORT, _LONGER, _BESIDE, _HALF = "short", "longer", "beside the short ones", "half of them"
_UNANSWERED = "unanswered"
_COUNTS = {_SHORT: 0.5, _LONGER: 0.25, _BESIDE: 1.0, _HALF: 2.0, _UNANSWERED: 8.0}
"""What a question counts for in each kind of library."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What came first for one question in one library.

    Attributes:
        language: The question's language.
        kind: The kind of library.
        measured: What speaks for it, by name.
        right: Whether it answers.
        known: Whether the library has an answer.
        for_fitting: Whether the question is of the half that is fitted on.
    """

    language: str
    kind: str
    measured: dict[str, float]
    right: bool
    known: bool
    for_fitting: bool


def asked_of(code: str) -> Iterator[tuple[str, Sequence[Article], GoldQuestion, bool]]:
    """Yield the kinds of libraries, their articles, and the questions that each is asked."""
    gold = gold_of(code)
    order = {article.id: place for place, article in enumerate(gold.articles)}
    fitted = [order[question.article] % 4 < 2 for question in gold.questions]
    for kind, some in ((_SHORT, gold), (_LONGER, lengthened(gold))):
        for articles in (some.articles, *(half.articles for half in halves_of_articles(some))):
            for question, for_fitting in zip(some.questions, fitted, strict=True):
                if kind == _SHORT or question.shares_words:
                    yield kind, articles, question, for_fitting
    dense = as_split(read_gold(code, "dense")) if code in DENSE else Gold((), ())
    beside = (*dense.articles, *gold.articles)
    fitting, kept = read_unanswered(code)
    for question in (*fitting, *kept):
        yield _UNANSWERED, beside, question, question in fitting
    if code in DENSE:
        first = dense.articles[0].id
        libraries = [(_BESIDE, beside)]
        libraries += [(_HALF, half.articles) for half in halves_of_passages(dense)]
        for kind, articles in libraries:
            for question in dense.questions:
                yield kind, articles, question, question.article == first


def collect(code: str) -> Iterator[Sample]:
    """Yield what came of all questions of a language, where anything did."""
    libraries: dict[int, Library] = {}
    for kind, articles, asked, for_fitting in list(asked_of(code)):
        library = libraries.get(id(articles)) or Library(articles)
        libraries[id(articles)] = library
        read = read_question(asked.text, pack_for(code))
        question = weigh_question(read, library.engine.statistics(read))
        candidates = library.engine.candidates(question, CANDIDATES)
        if not len(candidates):
            continue
        judged = assess(candidates, question)
        best = judged.ranked[0]
        yield Sample(
            code,
            kind,
            measure_by_language(
                candidates, question, judged.evidence, best, judged.sentences[best]
            ),
            asked.is_answered_by(candidates.found[best][1]),
            any(asked.is_answered_by(one) for article in articles for one in article.passages),
            for_fitting,
        )


def placed(
    samples: Sequence[Sample], totals: NDArray[np.float64]
) -> tuple[float, dict[str, float]]:
    """Return what to add to all totals, and to those of each language, so that 0 is sure."""
    fitted = {
        code: [
            total
            for sample, total in zip(samples, totals.tolist(), strict=True)
            if sample.language == code and sample.kind == _BESIDE and sample.for_fitting
        ]
        for code in DENSE
        if code != ENGLISH
    }
    bias = -_reached([total for some in fitted.values() for total in some], _SURE)
    least = {code: -_reached(some, _SURE_IN_EACH) for code, some in fitted.items()}
    return bias, {code: max(0.0, wanted - bias) for code, wanted in least.items()}


def _reached(totals: Sequence[float], share: float) -> float:
    """Return what a share of some totals reaches."""
    return sorted(totals, reverse=True)[math.ceil(share * len(totals)) - 1]


def look(samples: Sequence[Sample], totals: NDArray[np.float64], *, fitting: bool) -> None:
    """Print what comes of one half of the questions on the paragraphs."""
    for code in DENSE:
        of = np.array([s.language == code and s.for_fitting is fitting for s in samples])
        beside = of & np.array([sample.kind == _BESIDE for sample in samples])
        half = of & np.array([sample.kind == _HALF for sample in samples])
        if of.any():
            known = np.array([sample.known for sample in samples])
            area = roc_area(totals[half], known[half])
            sure = (totals[half & ~known] >= 0).mean()
            answered = (totals[beside] >= 0).mean()
            print(f"  {code}: answered {answered:.3f}, area {area:.3f}, no answer, sure {sure:.3f}")


def unmet(
    samples: Sequence[Sample], totals: NDArray[np.float64], counts: NDArray[np.float64]
) -> dict[str, float]:
    """Fit what is taken off the totals where the best sentence can't be what is asked for.

    This is done with the other weights held, as the totals of questions that nothing answers are
    those of questions that something does.

    Args:
        samples: What the questions that may be tuned on got, those without an answer among them.
        totals: The total of each.
        counts: What each counts for.
    """
    signs = [[sample.measured[name] for name in _UNMET] for sample in samples]
    right = np.array([sample.right for sample in samples])
    weights = logistic.fit(np.column_stack((totals, signs)), right, counts, _RIDGE)
    return dict(zip(_UNMET, (weights[2:] / weights[1]).tolist(), strict=True))


def main() -> None:
    """Fit on one half, look at both, and print."""
    samples = [sample for code in _OTHERS for sample in collect(code)]
    names = tuple(name for name in samples[0].measured if name not in _UNMET)
    measured = np.array([[sample.measured[name] for name in names] for sample in samples])
    spoken = np.array([[float(s.language == code) for code in _OTHERS] for s in samples])
    features = np.column_stack((measured, _FREEDOM * spoken))
    fitted = np.array([sample.for_fitting for sample in samples])
    answered = fitted & np.array([sample.kind != _UNANSWERED for sample in samples])
    right = np.array([sample.right for sample in samples])
    counts = np.array([_COUNTS[sample.kind] for sample in samples])
    weights = logistic.fit(features[answered], right[answered], counts[answered], _RIDGE)
    totals = features @ weights[1:]
    bias, more = placed(samples, totals)
    totals += bias + spoken @ [more.get(code, 0.0) for code in _OTHERS]
    for label, fitting in (("fitted on", True), ("the other half", False)):
        print(label)
        look(samples, totals, fitting=fitting)
    parted = 1 + len(names)
    for name, weight in zip(("bias", *names), (bias, *weights[1:parted]), strict=True):
        print(f'"{name}": {weight:.3f},')
    some = [sample for sample, counted in zip(samples, fitted, strict=True) if counted]
    for name, weight in unmet(some, totals[fitted], counts[fitted]).items():
        print(f'"{name}": {weight:.3f},')
    for code, constant in zip(_OTHERS, weights[parted:], strict=True):
        print(f"{code}: sureness={_FREEDOM * constant + more.get(code, 0.0) + _ROUNDED:.2f}")


if __name__ == "__main__":
    main()
