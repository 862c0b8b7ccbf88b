"""What was asked and shown before a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.follow_up import Before
from bot.people.people_shown import people_shown

if TYPE_CHECKING:
    from bot.articles.quote import Quote
    from bot.library.found_people import FoundPeople
    from bot.retrieval.answer import Answer


LONGEST = 500
"""Characters of the longest question that is read as a follow-up, or as what a follow-up leans on.
A longer one says by itself what it is about, and to try all its readings would take long."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, with what was shown of its answer.

    Attributes:
        questions: The question, as :attr:`Answer.thread` has it.
        shown: The sentence that was shown first, by the last answer that had one.
        is_fresh: Whether that was the very last answer.
    """

    questions: tuple[str, ...]
    shown: Quote | None = None
    is_fresh: bool = True

    @classmethod
    def of(cls, answer: Answer, earlier: Turn | None = None) -> Turn:
        """Return the turn that an answer ends.

        Args:
            answer: The answer.
            earlier: The turn before it, which is still being spoken of where nothing is found.
        """
        shown = answer.shown
        if shown or earlier is None:
            return cls(answer.thread, shown[0].quote if shown else None)
        return cls(answer.thread, earlier.shown, is_fresh=False)

    def before(self, found: FoundPeople) -> Before:
        """Return what a language pack needs to know of the turn.

        Args:
            found: The people of the articles.
        """
        questions = tuple(question[:LONGEST] for question in self.questions)
        if self.shown is None:
            return Before(questions)
        people = people_shown(self.shown, found.of(self.shown.article), questions[-1])
        return Before(questions, people, self.shown.text)
