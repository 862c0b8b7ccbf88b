from __future__ import annotations

import numpy as np
import pytest

from bot.evaluation.measures import best_f1, mean_figure, roc_area


def test_the_interval_holds_the_mean() -> None:
    figure = mean_figure(np.array([1, 0, 1, 1, 0, 1]))
    assert figure.low <= figure.value <= figure.high
    assert figure.value == pytest.approx(4 / 6)


def test_the_roc_area_counts_pairs() -> None:
    scores = np.array([0.9, 0.8, 0.8, 0.1])
    positive = np.array([True, True, False, False])
    assert roc_area(scores, positive) == pytest.approx(3.5 / 4)
    assert best_f1(scores, positive) == pytest.approx(0.8)
