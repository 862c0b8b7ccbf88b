"""The protocol of a language pack: what searching articles in a language needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from bot.language.analysis.analyser import Analyser
    from bot.language.questions.answer_shape import AnswerShape
    from bot.language.questions.chatter import Chatter
    from bot.language.questions.follow_up import Before, Reading
    from bot.language.questions.summary_requests import SummaryRequests
    from bot.language.sentence_cues import Kind


class LanguagePack(Protocol):
    """One language's words and rules."""

    @property
    def code(self) -> str:
        """The language's ISO 639-1 code."""
        ...

    @property
    def stop_words(self) -> frozenset[str]:
        """Words in lower case that carry no evidence, question words among them."""
        ...

    @property
    def analyser(self) -> Analyser:
        """Turns text into forms and terms."""
        ...

    @property
    def chatter(self) -> Chatter:
        """What people say around a question, and greetings, thanks and calls for help."""
        ...

    @property
    def summary_requests(self) -> SummaryRequests:
        """Recognises what asks for the whole of an article."""
        ...

    @property
    def leaning_opening(self) -> re.Pattern[str]:
        """Matches the start of a sentence that continues the one before it, as *However* does.

        A summary avoids such sentences.
        """
        ...

    def needs_antecedent(self, sentence: str) -> bool:
        """Return whether only the one before names a sentence's subject or speaker.

        A summary takes both or neither.
        """
        ...

    def has_pronoun_alone(self, sentence: str) -> bool:
        """Return whether a sentence says *he* or *she* of somebody whom it names nowhere before.

        A summary takes it only with the sentence before.
        """
        ...

    def taken_up(self, sentence: str) -> Sequence[tuple[str, re.Pattern[str]]]:
        """Return the nouns that a sentence takes up, and what matches where each is brought up.

        Unless the article's beginning has the noun as well, a summary takes a sentence that brings
        it up along, or neither.
        """
        ...

    def definites_in(self, sentence: str) -> list[tuple[str, bool]]:
        """Return the nouns that a sentence points at, and whether it says itself which it means.

        *The council* does not, and *the council of Lune* does.
        """
        ...

    def side_of(self, sentence: str) -> str | None:
        """Return which side of a dispute a sentence tells, or None if none or both."""
        ...

    def denies(self, sentence: str) -> bool:
        """Return whether somebody denies a charge in a sentence, or rejects an account."""
        ...

    def is_fragment(self, sentence: str) -> bool:
        """Return whether a sentence has no verb and only names something, as captions do."""
        ...

    @property
    def capitals_are_names(self) -> bool:
        """Whether a capitalised word within a sentence is a name."""
        ...

    @property
    def sureness(self) -> float:
        """What is added to the evidence for an answer in this language, as a log-odds."""
        ...

    def kind_of(self, question: str) -> Kind:
        """Return what a question asks for, judged by its question words."""
        ...

    def shape_of(self, question: str) -> AnswerShape | None:
        """Return what a sentence looks like that answers a question, where its words tell."""
        ...

    def asks_count(self, question: str) -> bool:
        """Return whether a question asks for a count, as *how many* does."""
        ...

    def leaves_untold(self, question: str, sentence: str) -> bool:
        """Return whether a sentence has no word for the kind of fact that a question asks for.

        Such facts are a birth, a death, a founding, a wedding, and who wrote something.
        """
        ...

    def word_cues(self, word: str) -> int:
        """Return what one word shows, in the units of :mod:`bot.language.sentence_cues`."""
        ...

    def readings(self, question: str, before: Before) -> tuple[Reading, ...]:
        """Return how a question can be read after another, the likeliest first, at least one.

        A question that can stand alone is left as it is.
        """
        ...

    def parts(self, question: str) -> tuple[str, ...]:
        """Return the questions that a question may consist of, or none where it is plainly one."""
        ...
