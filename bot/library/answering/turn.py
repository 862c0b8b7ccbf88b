"""What was asked and shown before a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.questions.follow_up import Before
from bot.people.people_shown import people_shown

if TYPE_CHECKING:
    from bot.articles.quote import Quote
    from bot.library.analysis.found_people import FoundPeople
    from bot.retrieval.answer import Answer


LONGEST = 500
"""The maximum length, in characters, of a follow-up question, and of the question that it refers
to. A longer one says what it is about, and trying all its readings would take long."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and the sentence that its answer showed.

    Attributes:
        questions: The question, as :attr:`Answer.thread` has it.
        shown: The sentence that was shown first, by the last answer that had one.
        is_fresh: Whether that was the last answer.
    """

    questions: tuple[str, ...]
    shown: Quote | None = None
    is_fresh: bool = True

    @classmethod
    def of(cls, answer: Answer, earlier: Turn | None = None) -> Turn:
        """Return the turn of an answer.

        Args:
            answer: The answer.
            earlier: The previous turn, which stays the subject if nothing is found.
        """
        shown = answer.shown
        if shown or earlier is None:
            return cls(answer.thread, shown[0].quote if shown else None)
        return cls(answer.thread, earlier.shown, is_fresh=False)

    def before(self, found: FoundPeople) -> Before:
        """Return the turn as a language pack sees it.

        Args:
            found: The people of the articles.
        """
        questions = tuple(question[:LONGEST] for question in self.questions)
        if self.shown is None:
            return Before(questions)
        people = people_shown(self.shown, found.of(self.shown.article), questions[-1])
        return Before(questions, people, self.shown.text)
