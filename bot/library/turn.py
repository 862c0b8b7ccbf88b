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


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, with what was shown of its answer.

    Attributes:
        questions: The question, as :attr:`Answer.thread` has it.
        shown: The sentence that was shown first, if one was.
    """

    questions: tuple[str, ...]
    shown: Quote | None = None

    @classmethod
    def of(cls, answer: Answer) -> Turn:
        """Return the turn that an answer ends."""
        shown = answer.shown
        return cls(answer.thread, shown[0].quote if shown else None)

    def before(self, found: FoundPeople) -> Before:
        """Return what a language pack needs to know of the turn.

        Args:
            found: The people of the articles.
        """
        if self.shown is None:
            return Before(self.questions)
        people = people_shown(self.shown, found.of(self.shown.article))
        return Before(self.questions, people, self.shown.text)
