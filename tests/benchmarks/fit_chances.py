"""Fit how sure an answer is where meaning is known: ``python -m tests.benchmarks.fit_chances``.

With ``--read`` the best passages are read, too: other weights are used for these answers. Only
articles are used that the networks were not trained on.

Two logistic regressions, with a little ridge: the chance that the first candidate answers, and
that one of the first three does. The questions are asked of libraries of one article, of half of
a set's articles, of all, and of hundreds. It prints the figures with articles held out in turn,
those of the set that nothing is fitted on, and the weights fitted on all, for
``bot/retrieval/confidence/by_meaning.py``.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from bot.library.analysis.embedding import wanted_models
from bot.retrieval.assessment import assess
from bot.retrieval.confidence.by_meaning import SHOWN
from tests.benchmarks.chance_samples import Sample, reliability, table
from tests.benchmarks.fit_ranking import find_candidates
from tests.benchmarks.logistic import STEPS, chances_of, fit
from tests.benchmarks.question_sets import (
    blind_set,
    development_sets,
    hundreds,
    sized_sets,
    twin_sets,
)
from tests.benchmarks.remembering_reader import RememberingReader
from tests.benchmarks.unread import unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.evaluation.questions import GoldQuestion, QuestionSet
    from bot.library.library import Library

RIDGE = 1e-3
FOLDS = 8
READING = "--read" in sys.argv
MOST = 50
"""Questions of a set that are asked of a library that isn't the set's own."""

WHOLE = 0.5
"""The share of a set's weight that its own library has, where the questions without an answer are
near ones."""

SHARES = {
    "squad-dev": 1.0,
    "squad-impossible": 1.0,
    "squad-natural": 1.0,
    "natural-dev": 1.0,
    "news-c": 0.3,
    "news-d": 0.3,
    "news-f": 1.5,
    "news-l": 1.0,
    "news-p": 1.0,
    "hundreds": 1.0,
    "news-f twins": 0.17,
    "news-l twins": 0.17,
    "news-p twins": 0.17,
}
"""What each set weighs in the fit."""

NEAR_MISSES = {
    "squad-impossible": 1.25,
    "news-f twins": 2.0,
    "news-l twins": 2.0,
    "news-p twins": 2.0,
}
"""How many times their share sets of near misses weigh in the chance that the first candidate
answers: near misses are what is hardest to tell from answers."""

NEVER_AGAINST = frozenset(
    {
        *("soft_coverage", "sentence_coverage", "best_sentence", "bm25", "grams", "bigrams"),
        *("title", "rarity", "forms", "size_bm25", "size_soft", "query_coverage"),
        *("passage_similarity", "sentence_similarity", "most_like", "share", "share_of_three"),
        *("answerable", "most_answerable", "span_score", "best_span_score", "sentence_answerable"),
    }
)
"""What can't speak against that chance. Fitted freely, some of it would: SQuAD's impossible
questions share more words with their passage than people's own do."""

NATURAL = ("squad-natural", "natural-dev", "news-f", "news-l", "news-p")
"""Sets whose own libraries decide how high that chance is on the whole, which more near misses
than people ask would lower."""


@cache
def remembering() -> RememberingReader | None:
    """Return the reader that reads for all libraries, if the best passages are to be read."""
    models = wanted_models()
    return RememberingReader(models.reader) if READING and models and models.reader else None


def look(name: str, asked: GoldQuestion, library: Library, *, whole: bool) -> Sample | None:
    """Measure the best candidates of a question, where there are any."""
    pair = find_candidates(library, asked)
    if pair is None or not len(pair[1]) or pair[2] is None:
        return None
    understood = replace(pair[2], reader=remembering())
    judged = assess(pair[1], pair[0], None, understood)
    shown = [pair[1].found[place][1].id in asked.relevant for place in judged.ranked[:SHOWN]]
    return Sample(
        name,
        asked.article or asked.text,
        asked.kind,
        dict(judged.measured),
        bool(asked.relevant),
        shown[0],
        any(shown),
        whole,
    )


def collect(name: str, asked: QuestionSet, chance: random.Random) -> Iterator[Sample]:
    """Ask a set's questions in libraries of several sizes."""
    for part in itertools.chain([asked], sized_sets(asked, chance)):
        whole = part is asked
        drawn = chance.sample(part.questions, min(len(part.questions), MOST))
        for question in part.questions if whole else drawn:
            sample = look(name, question, part.library, whole=whole)
            if sample:
                yield sample


def collect_all() -> tuple[list[Sample], list[Sample]]:
    """Return the samples to fit on, and those that nothing is fitted on."""
    sets = {name: unread(name, asked) for name, asked in development_sets().items()}
    samples: list[Sample] = []
    for name in [name for name in SHARES if name in sets]:
        samples += collect(name, sets[name], random.Random(name))
    for name, asked in {"hundreds": hundreds(sets), **twin_sets()}.items():
        samples += look_at_all(name, asked)
    return samples, look_at_all("news-b", blind_set())


def look_at_all(name: str, asked: QuestionSet) -> list[Sample]:
    """Ask a set's questions in its own library alone."""
    looked = (look(name, question, asked.library, whole=True) for question in asked.questions)
    return [sample for sample in looked if sample]


def fit_target(
    target: str, samples: Sequence[Sample], positive: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Fit the weights that tell one target."""
    features, is_first = inputs_of(samples), target == "_FIRST_RIGHT"
    never_against = np.array([is_first and name in NEVER_AGAINST for name in samples[0].measured])
    shares = shares_of(samples, NEAR_MISSES if is_first else {})
    weights = fit(features, positive, shares, RIDGE, never_against)
    natural = np.array([sample.whole and sample.name in NATURAL for sample in samples])
    for _ in range(STEPS if is_first else 0):
        chances = chances_of(features[natural], weights)
        weights[0] += (positive[natural] - chances).sum() / (chances * (1 - chances)).sum()
    return weights


def held_out_chances(
    target: str, samples: Sequence[Sample], positive: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return each sample's chance by weights that were fitted without its article."""
    # The sets that are about SQuAD's articles share them.
    named = [f"{sample.name[:5]}:{sample.group}" for sample in samples]
    groups = np.unique(named, return_inverse=True)[1]
    chances = np.zeros(len(samples))
    for fold in range(FOLDS):
        out = groups % FOLDS == fold
        weights = fit_target(target, _those(samples, ~out), positive[~out])
        chances[out] = chances_of(inputs_of(_those(samples, out)), weights)
    return chances


def _those(samples: Sequence[Sample], chosen: NDArray[np.bool_]) -> list[Sample]:
    return list(itertools.compress(samples, chosen.tolist()))


def shares_of(samples: Sequence[Sample], times: Mapping[str, float]) -> NDArray[np.float64]:
    """Return what each sample weighs in the fit, those of some sets that many times as much."""
    counts = Counter((sample.name, sample.whole) for sample in samples)

    def share_of(sample: Sample) -> float:
        part = WHOLE if sample.whole else 1 - WHOLE
        if not counts[sample.name, not sample.whole]:
            part = 1.0
        share = SHARES[sample.name] * times.get(sample.name, 1.0)
        return share * part / counts[sample.name, sample.whole]

    return np.array([share_of(sample) for sample in samples])


def inputs_of(samples: Sequence[Sample]) -> NDArray[np.float64]:
    """Return what was measured: one row a sample."""
    return np.array([list(sample.measured.values()) for sample in samples])


def targets_of(samples: Sequence[Sample]) -> dict[str, NDArray[np.bool_]]:
    """Return what is to be told, by the name of the weights that tell it."""
    return {
        "_FIRST_RIGHT": np.array([sample.right for sample in samples]),
        "_ONE_OF_THREE_RIGHT": np.array([sample.one_right for sample in samples]),
    }


def show_held_out(samples: Sequence[Sample]) -> None:
    """Print the figures with articles held out in turn."""
    targets = targets_of(samples)
    sure, hope = (held_out_chances(target, samples, p) for target, p in targets.items())
    for name in SHARES:
        for whole in (True, False):
            own = np.array([s.name == name and s.whole == whole for s in samples])
            if own.any():
                title = f"{name}{'' if whole else ', other sizes'}"
                table(title, _those(samples, own), sure[own], hope[own])
    reliability("all", targets["_FIRST_RIGHT"], sure)


def main() -> None:
    """Collect, hold out, fit and print."""
    samples, blind = collect_all()
    show_held_out(samples)
    fitted = {t: fit_target(t, samples, positive) for t, positive in targets_of(samples).items()}
    sure, hope = (chances_of(inputs_of(blind), weights) for weights in fitted.values())
    table("news-b", blind, sure, hope)
    reliability("news-b", np.array([sample.right for sample in blind]), sure)
    for target, weights in fitted.items():
        print(f"{target} = {{")
        for name, weight in zip(("bias", *samples[0].measured), weights.tolist(), strict=True):
            if weight:
                print(f'    "{name}": {weight:.3f},')
        print("}")


if __name__ == "__main__":
    main()
