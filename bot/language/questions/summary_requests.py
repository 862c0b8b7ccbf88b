"""Recognise what asks for the whole of an article: *what happened?*, *tl;dr*, *sum up the flag*."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import regex

from bot.language.alternatives import any_of, any_word
from bot.language.analysis.word_analyser import tidy, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.language.questions.chatter import Chatter
    from bot.language.summary_words import SummaryWords

_LONGEST = 200
"""Characters of the longest message that is read as asking for a summary."""

_NAMING = ".{0,120}?"
_GAP = r"[\s\p{P}]"
_PLACE = "{}"
_MOST_LED = 6
_SPACE = regex.compile(r"\s+")
_FLAGS = regex.IGNORECASE | regex.V0


class SummaryRequests:
    """Recognises in one language what asks for the whole of an article.

    Args:
        words: How the language asks for it.
        chatter: What is said around it.
        small_words: More words that name no article: those that carry no evidence.
        read: Turns what somebody typed into what the language's own words are written like.
        spaced: Whether white space parts the language's words.
        typed_bare: Whether people leave marks out, and mean the same words.
    """

    def __init__(
        self,
        words: SummaryWords,
        chatter: Chatter,
        small_words: frozenset[str] = frozenset(),
        *,
        read: Callable[[str], str] = tidy,
        spaced: bool = True,
        typed_bare: bool = True,
    ) -> None:
        self._words = words
        self._chatter = chatter
        self._small_words = small_words
        self._read = read
        self._spaced = spaced
        self._typed_bare = typed_bare

    def naming(self, question: str) -> str | None:
        """Return the words by which a question that asks for the whole of an article names it.

        They are empty where none is named, and ``None`` where something else is asked.

        Args:
            question: The question; a longer one than people ask for a summary in is another.
        """
        match = self._match(question, self._whole, self._bare_whole)
        if match is None:
            return None
        return self._without_filling(next((group for group in match.groups() if group), ""))

    def asks_more(self, question: str) -> bool:
        """Return whether a reply to an answer asks for more of its article."""
        return self._match(question, self._more, self._bare_more) is not None

    def topic(self, question: str) -> str | None:
        """Return the topic of what asks what the articles have about it, or ``None``."""
        match = self._match(question, self._topics, None)
        named = next((group for group in match.groups() if group), "") if match else ""
        return named if self._without_filling(named) else None

    def _match(
        self, question: str, pattern: regex.Pattern[str], bare: regex.Pattern[str] | None
    ) -> regex.Match[str] | None:
        if len(question) > _LONGEST:
            return None
        said = _SPACE.sub(" ", self._read(question))
        return pattern.match(said) or (bare.match(without_marks(said)) if bare else None)

    def _without_filling(self, naming: str) -> str:
        if self._spaced:
            return " ".join(
                word for word in self._word.findall(naming) if word.lower() not in self._filling
            )
        return self._filling_before.sub("", self._filling_behind.sub("", naming))

    @cached_property
    def _filling(self) -> frozenset[str]:
        words = self._words.filling | self._small_words
        return words | frozenset(map(without_marks, words)) if self._typed_bare else words

    @cached_property
    def _filling_before(self) -> regex.Pattern[str]:
        # A single character before a name is more likely its first one: *は* of *はやぶさ*.
        longer = [word for word in self._words.filling if len(word) > 1]
        return regex.compile(rf"\A(?:{any_word(longer)}|{_GAP})++")

    @cached_property
    def _filling_behind(self) -> regex.Pattern[str]:
        words = any_word(self._words.filling)
        return regex.compile(rf"(?:{words}|{_GAP})++\Z", regex.REVERSE | regex.V0)

    @cached_property
    def _word(self) -> regex.Pattern[str]:
        return regex.compile(r"[\p{L}\p{M}\p{N}]+")

    @cached_property
    def _whole(self) -> regex.Pattern[str]:
        return self._pattern(self._words.phrases)

    @cached_property
    def _more(self) -> regex.Pattern[str]:
        return self._pattern(self._words.more)

    @cached_property
    def _topics(self) -> regex.Pattern[str]:
        return self._pattern(self._words.topics)

    @cached_property
    def _bare_whole(self) -> regex.Pattern[str] | None:
        """For who types without accents: *que paso*."""
        return self._bare(self._words.phrases)

    @cached_property
    def _bare_more(self) -> regex.Pattern[str] | None:
        return self._bare(self._words.more)

    def _bare(self, phrases: tuple[str, ...]) -> regex.Pattern[str] | None:
        bare = tuple(without_marks(phrase) for phrase in phrases)
        return self._pattern(bare) if self._typed_bare and bare != phrases else None

    def _pattern(self, phrases: tuple[str, ...]) -> regex.Pattern[str]:
        said = self._chatter
        around = said.fillers + said.thanks
        before = any_of(self._words.leads + said.greetings + said.openers + around)
        asked = any_of(_with_places(phrase) for phrase in phrases)
        return regex.compile(
            rf"\A{_GAP}*+(?:(?:{before}){_GAP}*+){{0,{_MOST_LED}}}(?:{asked}){_GAP}*+"
            rf"(?:(?:{any_of(around)}){_GAP}*+){{0,3}}\Z",
            _FLAGS,
        )


def _with_places(phrase: str) -> str:
    """Return a phrase with what matches words, or none, where an article may be named."""
    named = f"({_NAMING})"
    for place, pattern in (
        (f"{_PLACE} ?", f"{named} ?"),
        (f" {_PLACE} ", rf"{_GAP}++(?:{named}{_GAP}++)?"),
        (f" {_PLACE}", rf"(?:{_GAP}++{named})?"),
        (f"{_PLACE} ", rf"(?:{named}{_GAP}++)?"),
        (_PLACE, named),
    ):
        phrase = phrase.replace(place, pattern)
    return phrase
