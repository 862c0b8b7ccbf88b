"""What the best candidates of questions are, and tables of how sure and how right they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import roc_area
from bot.retrieval.confidence.by_meaning import PERHAPS_FROM, SURE_FROM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What the best candidates of one question in one library are.

    Attributes:
        name: The set that the question is from.
        group: The article that it is about, or the question where it is about none.
        kind: What kind of question it is.
        measured: What speaks for the first candidate.
        answerable: Whether the library has a passage that answers.
        right: Whether the first candidate is one.
        one_right: Whether one of the first three is.
        whole: Whether the library is that of the whole set.
    """

    name: str
    group: str
    kind: str | None
    measured: dict[str, float]
    answerable: bool
    right: bool
    one_right: bool
    whole: bool


def table(
    title: str,
    samples: Sequence[Sample],
    sure: NDArray[np.float64],
    hope: NDArray[np.float64],
) -> None:
    """Print the figures of one set."""
    right = np.array([sample.right for sample in samples])
    one = np.array([sample.one_right for sample in samples])
    answerable = np.array([sample.answerable for sample in samples])
    far = np.array([sample.kind == "unanswerable-far" for sample in samples])
    given = sure >= SURE_FROM
    perhaps = ~given & (hope >= PERHAPS_FROM)
    helped = (given & right) | (perhaps & one)
    judged = right | ~answerable
    area = roc_area(sure[judged], right[judged]) if (~answerable).any() else float("nan")
    print(
        f"{title:<26} n {len(samples):>5}  first right {right[answerable].mean():.3f}  "
        f"sure and right {right[given].mean():.3f}  wrong sure at "
        f"{sure[given & ~right].mean():.3f}  wrong overall at {sure[~right].mean():.3f}  "
        f"helped {helped[answerable].mean():.3f}  answered {given[answerable].mean():.3f}  "
        f"unanswerable sure {given[~answerable].mean():.3f}  "
        f"far refused {(~given & ~perhaps)[far].mean():.3f}  "
        f"unanswerable refused {(~given & ~perhaps)[~answerable].mean():.3f}  area {area:.3f}"
    )


def reliability(title: str, right: NDArray[np.bool_], sure: NDArray[np.float64]) -> None:
    """Print the share that is right beside the confidence, in fifths."""
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (sure >= low) & (sure < low + 0.2 + (low == 0.8))
        if inside.any():
            print(
                f"  {title}: {low:.1f}- {inside.sum():>5} answers, sure {sure[inside].mean():.3f}, "
                f"right {right[inside].mean():.3f}"
            )
