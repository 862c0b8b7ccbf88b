"""Derive from a *how many* question the shape of a sentence that answers it.

Such a sentence has a number followed by the noun that the question counts: *cuántos minutos* asks
for a sentence like *duró siete minutos*.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from bot.language.alternatives import any_word
from bot.language.analysis.chinese_script import as_written
from bot.language.analysis.word_analyser import tidy
from bot.language.lexicon import Script
from bot.language.measures.words import FRACTIONS
from bot.language.questions.answer_shape import AnswerShape

if TYPE_CHECKING:
    from bot.language.lexicon import Lexicon

_HOW_MANY = {"zh": "多少|几", "ja": "何", "ko": "몇"}
"""What asks for a number right before what is counted, where the lexicon's pattern has both."""

_UNITS = {
    Script.SPACED: r"[\p{L}\p{M}]{2,40}",
    Script.HAN: r"[\p{Katakana}ー]{2,8}|\p{Han}",
    Script.SYLLABIC: r"\p{Hangul}|[a-zA-Z]{1,4}",
    Script.THAI: r"(?:[เ-ไ]?[ก-ฮ][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*){1,3}",
}
_OF_ITS_OWN = frozenset({"de", "es", "fr", "it", "pt", "ro"})
"""The languages in which *how many* isn't *how much* as well. Only there what comes behind it is
what is counted."""

NO_YEAR = r"(?!(?<!\p{Nd})(?:1\p{Nd}{3}|20\p{Nd}\p{Nd})(?!\p{Nd}))"
"""Before a number that isn't a year: nobody is as many years old, and *1683 года* is a date."""

_ENDINGS = 3
"""Letters at the end of a word that may differ between a question and an answer."""

_LEAST_PREFIX = 3
_DIGITS = r"(?<!\p{Nd})\p{Nd}[\p{Nd}.,]{0,20}+"
"""A number in digits; a row of them is read once, and no further than numbers go."""


class HowMany:
    """Finds what the *how many* questions of one language count.

    Args:
        lexicon: The language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._code = lexicon.code
        self._is_spaced = lexicon.script is Script.SPACED
        asked = _HOW_MANY.get(lexicon.code, lexicon.questions.count)
        # Other alternatives are tried where one ends within a word: *combien d* in *combien de*.
        edges = (r"(?<!\p{L})", r"(?!\p{L})['’]?") if self._is_spaced else ("", "")
        self._asked = regex.compile(
            rf"{edges[0]}(?:{asked}){edges[1]}\s*(?P<unit>{_UNITS[lexicon.script]})",
            regex.IGNORECASE,
        )
        # *A third of the inhabitants* doesn't say how many they are.
        is_share = regex.compile(as_written(FRACTIONS[lexicon.code], lexicon.code))
        whole = frozenset(word for word in lexicon.numbers if not is_share.match(word))
        self._number = number_pattern(replace(lexicon, numbers=whole), edges[0])
        any_number = number_pattern(lexicon, edges[0])
        self._least = (
            None
            if lexicon.code in _OF_ITS_OWN
            else regex.compile(f"{NO_YEAR}{any_number}", regex.IGNORECASE)
        )

    def unit_of(self, question: str) -> str | None:
        """Return a question's word for what it wants counted, if it has one."""
        asked = self._asked.search(question)
        return asked["unit"] if asked else None

    def shape_of(self, question: str) -> AnswerShape | None:
        """Return what a sentence looks like that answers, or ``None`` where none is told."""
        unit = self.unit_of(question)
        if unit is None:
            return None
        if not self._is_spaced:
            between = r"\s?(?:[万萬億亿千百만억천]\s?){0,2}"
        else:
            unit = unit[: max(_LEAST_PREFIX, len(unit) - _ENDINGS)]
            between = r"\s(?:\S{1,30}\s){0,2}?"
        written = as_written(regex.escape(unit), self._code)
        pattern = regex.compile(rf"{self._number}{between}{written}", regex.IGNORECASE)
        return AnswerShape(pattern, is_rare=False, least=self._least)


def number_pattern(lexicon: Lexicon, edge: str) -> str:
    """Return a pattern of numbers, in digits or in a language's words.

    Args:
        lexicon: The language.
        edge: What has to match where such a word begins.
    """
    words = any_word(lexicon.numbers)
    return rf"(?:{_DIGITS}|{edge}(?:{as_written(tidy(words), lexicon.code)}))"
