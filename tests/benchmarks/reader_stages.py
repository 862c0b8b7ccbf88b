"""The stages in which the reader is trained: what each takes of which questions, and how fast."""

from __future__ import annotations

from dataclasses import dataclass

Recipe = dict[str, tuple[int, float]]
"""For each source: how many negatives a question gets, and which share of its questions is used."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the training.

    Attributes:
        recipe: What a pass takes; nothing of a source that is not named.
        passes: How many passes over the questions, each with negatives drawn again.
        rate: The highest learning rate.
        near_misses: Whether the passage that answers is read with a near miss, too.
    """

    recipe: Recipe
    passes: int
    rate: float
    near_misses: bool = False


def news(letters: str, negatives: int, share: float) -> Recipe:
    """Return what is taken of sets of news, and of their questions that have no answer.

    Args:
        letters: The sets: ``ac`` for ``news_a`` and ``news_c``.
        negatives: As in a recipe; a question without an answer gets at most two.
        share: As in a recipe.
    """
    names = [f"news_{letter}" for letter in letters]
    return dict.fromkeys(names, (negatives, share)) | {
        f"{name}-none": (min(negatives, 2), share) for name in names
    }


def replayed(share: float) -> Recipe:
    """Return what the later stages take of what the earlier ones have seen.

    Args:
        share: Which share of the natural questions on SQuAD's articles.
    """
    return {
        "squad": (2, 0.1),
        "impossible": (1, 0.1),
        "review": (1, 0.03),
        "natural": (3, share),
        "natural-none": (2, share),
    }


STAGES = (
    Stage(
        recipe={
            "squad": (2, 1.0),
            "impossible": (1, 0.8),
            "review": (1, 0.12),
            "natural": (3, 1.0),
            "natural-none": (1, 1.0),
            **news("acd", 3, 1.0),
        },
        passes=2,
        rate=1.2e-4,
    ),
    Stage(
        recipe={
            "squad": (2, 0.2),
            "impossible": (1, 0.2),
            "review": (1, 0.05),
            "natural": (3, 1.0),
            "natural-none": (2, 1.0),
            **news("acd", 4, 1.0),
        },
        passes=2,
        rate=7e-5,
    ),
    Stage(replayed(0.4) | news("acd", 4, 0.4) | news("e", 5, 1.0), passes=1, rate=7e-5),
    Stage(replayed(0.3) | news("acde", 4, 0.35) | news("ijk", 4, 1.0), passes=2, rate=7e-5),
    Stage(
        replayed(0.2) | {"impossible": (1, 0.3)} | news("acdeijk", 3, 0.15) | news("mno", 3, 1.0),
        passes=1,
        rate=7e-5,
    ),
    Stage(
        recipe={
            "squad": (2, 0.4),
            "impossible": (1, 0.1),
            "review": (1, 0.02),
            "natural": (3, 0.25),
            "natural-none": (2, 0.25),
            "twins": (1, 1.0),
            **news("acdeijkmno", 3, 0.3),
        },
        passes=1,
        rate=7e-5,
        near_misses=True,
    ),
)
