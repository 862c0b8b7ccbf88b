"""Fit weights that put what is right before what isn't, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

RIDGE = 1e-3
STEPS = 250
BATCH = 1024
_HIDDEN = -1e9


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """What there is to choose from for one question.

    Attributes:
        features: One row a choice, one column a feature.
        right: Which choices are right.
        weight: What the question weighs beside others.
        group: Questions of a group are held out together.
        name: The set that the question is from.
    """

    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    weight: float
    group: str
    name: str


def fit(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Fit weights by Adam (Kingma and Ba, 2015): a conditional logit with a little ridge.

    Features are standardised for the fit; the weights returned are for the features as they are.
    """
    usable = [example for example in examples if example.right.any()]
    every = np.concatenate([example.features for example in usable])
    scale = every.std(axis=0) + 1e-9
    inputs, hidden, right = _padded(usable, scale)
    shares = np.array([example.weight for example in usable])
    shares /= shares.sum()
    random = np.random.default_rng(0)
    weights = np.zeros(len(scale))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        drawn = random.choice(len(usable), BATCH, p=shares)
        logits = inputs[drawn] @ weights + hidden[drawn]
        wanted = _softmax(np.where(right[drawn], logits, _HIDDEN))
        slope = np.einsum("qc,qcf->f", _softmax(logits) - wanted, inputs[drawn]) / BATCH
        slope += 2 * RIDGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        rate = 0.05 * (1 - step / STEPS)
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    fitted: NDArray[np.float64] = weights / scale
    return fitted


def places(examples: Sequence[Example], weights: NDArray[np.float64]) -> list[int]:
    """Return the place of each question's best right choice, from 0; 999 where there is none."""
    found = []
    for example in examples:
        totals = (example.features @ weights).round(9)
        best = totals[example.right].max() if example.right.any() else np.inf
        found.append(int((totals > best).sum()) if example.right.any() else 999)
    return found


def held_out_places(examples: Sequence[Example], folds: int = 8) -> list[int]:
    """Return :func:`places`, each group's by weights that were fitted without it."""
    groups = sorted({(example.name, example.group) for example in examples})
    fold_of = {group: number % folds for number, group in enumerate(groups)}
    found = [0] * len(examples)
    for fold in range(folds):
        inside = [fold_of[example.name, example.group] != fold for example in examples]
        weights = fit([example for example, kept in zip(examples, inside, strict=True) if kept])
        for number, example in enumerate(examples):
            if not inside[number]:
                found[number] = places([example], weights)[0]
    return found


def _padded(
    examples: Sequence[Example], scale: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Put examples into arrays as wide as the largest has choices."""
    most = max(len(example.right) for example in examples)
    inputs = np.zeros((len(examples), most, len(scale)))
    hidden = np.full((len(examples), most), _HIDDEN)
    right = np.zeros((len(examples), most), dtype=np.bool_)
    for number, example in enumerate(examples):
        size = len(example.right)
        inputs[number, :size] = example.features / scale
        hidden[number, :size] = 0
        right[number, :size] = example.right
    return inputs, hidden, right


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return shares
