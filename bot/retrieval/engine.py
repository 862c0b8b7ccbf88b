"""What a search engine must be able to do for questions to be answered from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.index.statistics import Statistics
    from bot.retrieval.question import ParsedQuestion, Question


class Engine(Protocol):
    """Searches the passages of some articles.

    A question is asked in two steps, so that several engines can answer as one: the statistics of
    all of them are added up, the question is weighed by the sum, and each engine is asked for its
    candidates with that same question.
    """

    @property
    def knows_meaning(self) -> bool:
        """Whether the passages can be compared with what a question means."""
        ...

    def statistics(self, asked: ParsedQuestion) -> Statistics:
        """Return how often the parts of a question occur in the passages."""
        ...

    def candidates(self, question: Question, count: int) -> Candidates:
        """Return the passages that may answer a question, ``count`` at most, best first."""
        ...
