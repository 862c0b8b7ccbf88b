"""The English language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.analysis.analyser import Analyser
from bot.language.english.questions.chatter_words import ENGLISH_CHATTER
from bot.language.english.questions.follow_up import read_follow_up
from bot.language.english.questions.kinds import asks_count, kind_of, word_cues
from bot.language.english.questions.parts import split_question
from bot.language.english.questions.shapes import shape_of
from bot.language.english.questions.summary_words import ENGLISH_SUMMARY_WORDS
from bot.language.english.sentences.back_references import points_back
from bot.language.english.sentences.definites import definites_in
from bot.language.english.sentences.disputes import DENIES, side_of
from bot.language.english.sentences.events import events_in
from bot.language.english.sentences.fragments import is_fragment
from bot.language.english.sentences.openings import LEANING_OPENING, needs_antecedent, taken_up
from bot.language.english.sentences.pronouns import has_pronoun_alone
from bot.language.english.words.abbreviated_units import SPELT_OUT
from bot.language.english.words.irregular_forms import BASE_OF
from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.questions.summary_requests import SummaryRequests

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from bot.language.questions.answer_shape import AnswerShape
    from bot.language.questions.follow_up import Before, Reading
    from bot.language.sentence_cues import Kind


class EnglishAnalyser(Analyser):
    """Turns English text into forms and terms.

    ``'s`` is dropped, and ``U.S.``, ``US`` and ``USA`` are one form, other than the pronoun *us*.
    """

    def __init__(self) -> None:
        super().__init__(STOP_WORDS, algorithm="english", bases=BASE_OF | SPELT_OUT)

    def initials(self, folded: str) -> tuple[str, ...]:
        """Return the forms of an abbreviation that is written with or without its full stops."""
        name = folded.lower().replace(".", "")
        is_country = name in {"us", "usa"} and folded[:2] != "us"
        return ("usa",) if is_country else self.without_stop_words([name])

    def is_initials(self, lower: str) -> bool:
        """Return whether a word is an abbreviation like *U.S.*."""
        return lower == "us" or super().is_initials(lower)

    def bare(self, lower: str) -> str:
        """Return a word without its possessive ending and its apostrophes."""
        return super().bare(lower.removesuffix("'s"))


class English:
    """The words and rules of English; see :class:`bot.language.pack.LanguagePack`."""

    code = "en"
    stop_words = STOP_WORDS
    leaning_opening: re.Pattern[str] = LEANING_OPENING
    chatter = ENGLISH_CHATTER
    capitals_are_names = True
    sureness = 0.0
    summary_requests = SummaryRequests(ENGLISH_SUMMARY_WORDS, ENGLISH_CHATTER)

    def __init__(self) -> None:
        self.analyser: Analyser = EnglishAnalyser()

    def needs_antecedent(self, sentence: str) -> bool:
        """Return whether only the one before names a sentence's subject or speaker."""
        return needs_antecedent(sentence) or points_back(sentence)

    def has_pronoun_alone(self, sentence: str) -> bool:
        """Return whether a sentence says *he* or *she* of somebody whom it names nowhere before."""
        return has_pronoun_alone(sentence)

    def taken_up(self, sentence: str) -> Sequence[tuple[str, re.Pattern[str]]]:
        """Return the nouns that a sentence takes up, and what matches where each is brought up."""
        return [*taken_up(sentence), *events_in(sentence)]

    def definites_in(self, sentence: str) -> list[tuple[str, bool]]:
        """Return the nouns that a sentence points at, and whether it says itself which it means."""
        return definites_in(sentence)

    def side_of(self, sentence: str) -> str | None:
        """Return which side of a dispute a sentence tells, or None if none or both."""
        return side_of(sentence)

    def denies(self, sentence: str) -> bool:
        """Return whether somebody denies a charge in a sentence, or rejects an account."""
        return DENIES.search(sentence) is not None

    def is_fragment(self, sentence: str) -> bool:
        """Return whether a sentence has no verb and only names something."""
        return is_fragment(sentence)

    def kind_of(self, question: str) -> Kind:
        """Return what a question asks for, judged by its question words."""
        return kind_of(question)

    def shape_of(self, question: str) -> AnswerShape | None:
        """Return what a sentence looks like that answers a question, where its words tell."""
        return shape_of(question)

    def asks_count(self, question: str) -> bool:
        """Return whether a question asks *how many*."""
        return asks_count(question)

    def leaves_untold(self, question: str, sentence: str) -> bool:  # noqa: ARG002 - the pack's
        """Return False: what an English sentence leaves out is told by other rules."""
        return False

    def word_cues(self, word: str) -> int:
        """Return what one word shows, in the units of :mod:`bot.language.sentence_cues`."""
        return word_cues(word)

    def readings(self, question: str, before: Before) -> tuple[Reading, ...]:
        """Return how a question can be read after another, the likeliest first."""
        return read_follow_up(question, before, self.analyser)

    def parts(self, question: str) -> tuple[str, ...]:
        """Return the questions that a question may consist of, or none where it is plainly one."""
        return split_question(question)
