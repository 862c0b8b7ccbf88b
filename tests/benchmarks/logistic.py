"""Fit a logistic regression with a little ridge, by Newton's method."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = 30


def fit(
    features: NDArray[np.float64],
    positive: NDArray[np.bool_],
    shares: NDArray[np.float64],
    ridge: float,
    never_against: NDArray[np.bool_] | None = None,
) -> NDArray[np.float64]:
    """Fit a bias and weights; the features stay as they are.

    Args:
        features: One row a sample.
        positive: What each sample is.
        shares: What each sample weighs beside others.
        ridge: How much the squares of the weights are held down.
        never_against: Which features get no weight where it would be negative; none if left out.
    """
    held = np.zeros(features.shape[1], dtype=np.bool_) if never_against is None else never_against
    kept = np.arange(features.shape[1])
    while True:
        weights = _newton(features[:, kept], positive, shares / shares.sum(), ridge)
        against = held[kept] & (weights[1:] < 0)
        if not against.any():
            break
        kept = kept[~against]
    fitted = np.zeros(1 + features.shape[1])
    fitted[0], fitted[1 + kept] = weights[0], weights[1:]
    return fitted


def _newton(
    features: NDArray[np.float64],
    positive: NDArray[np.bool_],
    shares: NDArray[np.float64],
    ridge: float,
) -> NDArray[np.float64]:
    inputs = np.column_stack((np.ones(len(features)), features))
    weights = np.zeros(inputs.shape[1])
    held_down = ridge * np.diag([0.0, *np.ones(features.shape[1])])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (shares * (positive - chances)) - held_down @ weights
        bend = (inputs * (shares * chances * (1 - chances))[:, None]).T @ inputs + held_down
        weights += np.linalg.solve(bend, slope)
    return weights


def chances_of(features: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the chances that fitted weights give."""
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-(weights[0] + features @ weights[1:])))
    return chances
