"""Aggregate numbers into figures with confidence intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

DEPTH = 10
"""How far down the ranking a relevant passage counts."""

_RESAMPLES = 1000
# Each resample of a ranking is sorted again, which takes longer than an average.
_RESAMPLES_OF_RANKINGS = 200
_INTERVAL = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % bootstrap interval, each 0 to 1."""

    value: float
    low: float
    high: float

    def to_dict(self) -> dict[str, float]:
        """Return the figure as a JSON object."""
        return {
            "value": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
        }


def mean_figure(values: NDArray[np.generic]) -> Figure:
    """Return the mean, with the percentile bootstrap's interval (Efron, 1979)."""
    return ratio_figure(values.astype(np.float64), np.ones(len(values)))


def ratio_figure(parts: NDArray[np.float64], wholes: NDArray[np.float64]) -> Figure:
    """Return the sum of parts over the sum of wholes, with its bootstrap interval."""
    if not len(parts):
        return Figure(0.0, 0.0, 0.0)
    draws = np.random.default_rng(0).integers(0, len(parts), (_RESAMPLES, len(parts)))
    ratios = parts[draws].sum(1) / np.maximum(1, wholes[draws].sum(1))
    low, high = np.percentile(ratios, _INTERVAL)
    return Figure(float(parts.sum() / max(1.0, wholes.sum())), float(low), float(high))


def share_figure(values: Sequence[bool]) -> Figure:
    """Return the share of values that are true, with its interval."""
    return mean_figure(np.array(values, dtype=np.bool_))


def ranking_figures(ranks: Sequence[int]) -> dict[str, Figure]:
    """Return R@1, R@3, R@5 and MRR@10, from the places of the relevant passages."""
    places = np.asarray(ranks)
    return {
        **{f"R@{k}": mean_figure(places < k) for k in (1, 3, 5)},
        "MRR@10": mean_figure(np.where(places < DEPTH, 1 / (places + 1.0), 0.0)),
    }


def roc_figure(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> Figure:
    """Return the area under the ROC curve, with its bootstrap interval."""
    return _bootstrap(roc_area, scores, positive)


def f1_figure(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> Figure:
    """Return the best F1 over all thresholds on the score, with its bootstrap interval."""
    return _bootstrap(best_f1, scores, positive)


def _bootstrap(
    measure: Callable[[NDArray[np.float64], NDArray[np.bool_]], float],
    scores: NDArray[np.float64],
    positive: NDArray[np.bool_],
) -> Figure:
    shape = (_RESAMPLES_OF_RANKINGS, len(scores))
    draws = np.random.default_rng(0).integers(0, len(scores), shape)
    values = [measure(scores[rows], positive[rows]) for rows in draws]
    low, high = np.percentile(values, _INTERVAL)
    return Figure(measure(scores, positive), float(low), float(high))


def roc_area(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> float:
    """Return the area under the ROC curve as the rank-sum statistic; ties count half."""
    _, groups, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    middle = np.cumsum(sizes) - (sizes - 1) / 2
    positives = int(positive.sum())
    negatives = len(positive) - positives
    total = float(middle[groups][positive].sum()) - positives * (positives + 1) / 2
    return total / max(1, positives * negatives)


def best_f1(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> float:
    """Return the best F1 over all thresholds on the score."""
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(positive[order])
    last_of_tie = np.append(scores[order][1:] != scores[order][:-1], [True])
    f1 = 2 * found / (np.arange(1, len(scores) + 1) + max(1, int(positive.sum())))
    return float(f1[last_of_tie].max())
