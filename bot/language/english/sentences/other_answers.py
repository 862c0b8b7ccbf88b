"""Tell where a sentence answers something else than an English question asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.english.sentences.allegations import only_alleges
from bot.language.english.sentences.compared_things import is_only_compared
from bot.language.english.sentences.names_asked_for import lacks_name
from bot.language.english.sentences.offices_asked_for import lacks_office
from bot.language.english.sentences.other_harm import tells_of_other_harm
from bot.language.english.sentences.other_holders import names_another_holder
from bot.language.english.sentences.other_relatives import tells_of_no_relative
from bot.language.english.sentences.unmeasured import lacks_measure
from bot.language.english.words.contrasts import tells_of_counterpart

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS: tuple[Callable[[str, str], bool], ...] = (
    only_alleges,
    names_another_holder,
    lacks_name,
    is_only_compared,
    tells_of_counterpart,
    lacks_office,
    tells_of_other_harm,
    tells_of_no_relative,
    lacks_measure,
)
"""What shows it. Of the sentences that were given as the answer in ten development sets, the third
to fifth are true of eight, all of them wrong, and of those given as possible ones of 21 wrong and
two right ones. The last four are true of none of the sentences that hold the answers to the
9,337 questions of 13 development sets; in other sets a sentence on those hurt was given as the
answer to *how many died*, and a minister of justice as the prime minister."""

_LONGEST = 1000
"""Characters of a sentence that are looked at; the splitter cuts longer ones."""


def answers_something_else(question: str, sentence: str) -> bool:
    """Return whether a sentence, however well its words fit, shows that it is no answer.

    Args:
        question: The question.
        sentence: The sentence that answers it best.
    """
    return any(shows(question, sentence[:_LONGEST]) for shows in _SIGNS)
