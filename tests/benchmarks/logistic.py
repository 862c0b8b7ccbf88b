"""Fit a logistic regression with a little ridge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RIDGE = 1e-3
STEPS = 30


def fit(
    features: NDArray[np.float64], positive: NDArray[np.bool_], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Fit a bias and weights by Newton's method."""
    inputs = np.column_stack((np.ones(len(features)), features))
    weights = np.zeros(inputs.shape[1])
    shares = shares / shares.sum()
    ridge = RIDGE * np.diag([0.0, *np.ones(features.shape[1])])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (shares * (positive - chances)) - ridge @ weights
        bend = (inputs * (shares * chances * (1 - chances))[:, None]).T @ inputs + ridge
        weights += np.linalg.solve(bend, slope)
    return weights


def chances_of(features: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the chances that fitted weights give."""
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-(weights[0] + features @ weights[1:])))
    return chances
