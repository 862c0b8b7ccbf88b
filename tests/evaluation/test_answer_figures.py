from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.evaluation.answer_figures import confidence_figures, reliability
from bot.evaluation.outcomes import Outcome
from bot.evaluation.questions import GoldQuestion

if TYPE_CHECKING:
    from bot.retrieval.answer import Outcome as AnswerOutcome


def outcome(
    kind: AnswerOutcome, confidence: float, *, rank: int = 0, answerable: bool = True
) -> Outcome:
    relevant = frozenset({"a#1"}) if answerable else frozenset[str]()
    question = GoldQuestion("?", ("x",) if answerable else (), relevant, None)
    shown = kind != "none" and rank == 0
    return Outcome(
        question, kind, rank, rank == 0, shown, kind == "answer" and shown, confidence, "a passage"
    )


def test_confidence_is_judged_with_the_questions_that_have_no_answer() -> None:
    outcomes = [
        outcome("answer", 0.9),
        outcome("answer", 0.6, rank=2),
        outcome("perhaps", 0.4),
        outcome("none", 0.1),
        outcome("answer", 0.8, answerable=False, rank=10),
        outcome("none", 0.2, answerable=False, rank=10),
    ]
    figures = {name: f.value for name, f in confidence_figures(outcomes).items()}
    assert figures["right where sure"] == pytest.approx(1 / 3)
    assert figures["confidence where wrong"] == pytest.approx(0.7)
    assert figures["answer in what is shown"] == pytest.approx(2 / 4)
    assert figures["answer in a best sentence"] == pytest.approx(1 / 4)
    assert figures["unanswerable, answered"] == pytest.approx(1 / 2)
    # Of the six pairs, .9 is over both, .4 over one, and .1 over none.
    assert figures["area, right against unanswerable"] == pytest.approx(3 / 6)


def test_the_reliability_table_has_the_answers_by_tenths() -> None:
    table = reliability(
        [outcome("answer", 1.0), outcome("answer", 0.9, rank=1), outcome("perhaps", 0.3)]
    )
    assert [(row.low, row.high, row.answers, row.right) for row in table] == [
        (0.3, 0.4, 1, 1.0),
        (0.9, 1.0, 2, 0.5),
    ]
