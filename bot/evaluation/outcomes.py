"""Ask questions whose answers are known, and record the outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.evaluation.measures import DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.evaluation.questions import GoldQuestion
    from bot.library.library import Library
    from bot.retrieval.answer import Answer
    from bot.retrieval.answer import Outcome as AnswerOutcome

OUTCOMES: tuple[AnswerOutcome, ...] = ("answer", "perhaps", "none")
"""The possible outcomes of a question: a sure answer, possible answers, or a refusal."""

_MISSES = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one question.

    Attributes:
        question: The question.
        kind: One of ``OUTCOMES``.
        rank: The place of the first relevant passage, from 0; ``DEPTH`` where there is none.
        sentence_right: Whether the sentence that fits best holds an answer.
        in_what_is_shown: Whether an answer is in what is shown: in the passage given as the
            answer, or in one of the quotations shown as possible ones.
        in_a_best_sentence: The same, where of a possible one only the sentence that fits best
            counts, and not what is shown around it.
        confidence: The confidence, 0 to 1.
        shown: The first passage's text, if any.
    """

    question: GoldQuestion
    kind: AnswerOutcome
    rank: int
    sentence_right: bool
    in_what_is_shown: bool
    in_a_best_sentence: bool
    confidence: float
    shown: str | None

    @property
    def right(self) -> bool:
        """Whether the first passage is one that answers."""
        return self.rank == 0

    @property
    def answerable(self) -> bool:
        """Whether the articles answer the question."""
        return bool(self.question.relevant)

    @property
    def answered(self) -> bool:
        """Whether the first passage was given as the answer."""
        return self.kind == "answer"


def ask_all(
    library: Library, questions: Iterable[GoldQuestion], advance: Callable[[], None]
) -> list[Outcome]:
    """Ask every question, those that follow another after it; ``advance`` is called after each."""
    outcomes = []
    for question in questions:
        answer = library.ask(question.text, hits=DEPTH, after=question.after)
        outcomes.append(_outcome_of(question, answer))
        advance()
    return outcomes


def _outcome_of(question: GoldQuestion, answer: Answer) -> Outcome:
    kind = answer.outcome
    sentences = [hit.sentence_text for hit in answer.hits[:1]]
    rank = first_relevant(question, [hit.passage.id for hit in answer.hits])
    quoted = [quote.text for quote in answer.quotations]
    best = [hit.sentence_text for hit in answer.shown]
    is_first = kind == "answer" and rank == 0
    is_possible = kind == "perhaps"
    return Outcome(
        question,
        kind,
        rank,
        holds_answer(sentences, question),
        is_first or (is_possible and holds_answer(quoted, question)),
        is_first or (is_possible and holds_answer(best, question)),
        answer.confidence,
        answer.hits[0].passage.text if answer.hits else None,
    )


def first_relevant(question: GoldQuestion, ids: Sequence[str]) -> int:
    """Return the place of the first relevant passage, from 0; ``DEPTH`` where there is none."""
    return next((rank for rank, id_ in enumerate(ids) if id_ in question.relevant), DEPTH)


def holds_answer(sentences: Sequence[str], question: GoldQuestion) -> bool:
    """Return whether one of some sentences holds an answer."""
    return any(text in sentence for sentence in sentences for text in question.answers)


def worst_misses(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the answers that were wrong, the surest first."""
    wrong = [outcome for outcome in outcomes if outcome.answered and not outcome.right]
    return sorted(wrong, key=lambda outcome: -outcome.confidence)[:_MISSES]
