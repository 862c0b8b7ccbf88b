"""Texts become vectors that are near where the texts mean the same."""

from __future__ import annotations

import numpy as np
import pytest

from bot.retrieval.meaning.encoder import DIMENSIONS, LONGEST, Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_texts_that_mean_the_same_are_near(encoder: Encoder) -> None:
    ferry, boat, bread = encoder.embed(
        ["The ferry sank.", "The boat went down.", "Bread has become dearer."]
    )
    assert ferry @ boat > 2 * abs(ferry @ bread)


def test_any_text_has_a_vector_of_length_1(encoder: Encoder) -> None:
    vectors = encoder.embed(["", " ", "\ud83d", "Ferry\x00", "渡船沉没了"])
    assert vectors.shape == (5, DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-3)
    assert encoder.embed([]).shape == (0, DIMENSIONS)


def test_a_text_has_the_same_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    (alone,) = encoder.embed(["The ferry sank."])
    _, beside, _ = encoder.embed(["Bread " * 90, "The ferry sank.", "?"])
    assert np.array_equal(alone, beside)


def test_what_stands_behind_the_first_tokens_does_not_count(encoder: Encoder) -> None:
    start = "bread " * LONGEST
    first, second = encoder.embed([start + "sank", start + "rose"])
    assert np.array_equal(first, second)


def test_abbreviated_units_mean_what_they_stand_for(encoder: Encoder) -> None:
    short, glued, long = encoder.embed(
        [
            "It lost 2 mln dlrs, or 3 pct.",
            "It lost 2MLN dlrs, or 3pct.",
            "It lost 2 million dollars, or 3 percent.",
        ]
    )
    assert short @ long == pytest.approx(1.0, abs=1e-5)
    assert glued @ long == pytest.approx(1.0, abs=1e-5)
