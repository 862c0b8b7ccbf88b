"""Derive from a *how much* question the shape of a sentence that answers it.

Such a sentence has a number with a fitting unit: *combien coûte* asks for one like *40 francs*, and
*quel âge* for one like *38 ans*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from bot.language.analysis.chinese_script import as_written
from bot.language.analysis.word_analyser import tidy
from bot.language.lexicon import Script
from bot.language.measures.ages import AGES, IN_APPOSITION
from bot.language.measures.latin import LATIN
from bot.language.measures.other_scripts import OTHERS
from bot.language.measures.words import EVERYWHERE, FRACTIONS
from bot.language.questions.answer_shape import AnswerShape
from bot.language.questions.how_many import NO_YEAR, number_pattern
from bot.language.sentence_cues import Kind

if TYPE_CHECKING:
    from bot.language.lexicon import Lexicon

_LETTER = r"[\p{L}\p{M}]"
_SIGNS = r"[€$£¥₩₹₽₺₴฿₫]\s?\p{Nd}"
_NONE = r"(?!)"
_SEVERAL = 2
_NUMBERS_IN_GROUPS = r"(?:\s?[万萬億亿千百만억천조兆]){0,2}"


class HowMuch:
    """Finds what the *how much* questions of one language measure.

    Args:
        lexicon: The language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = (LATIN | OTHERS)[lexicon.code]
        self._code = lexicon.code
        self._start = rf"(?<!{_LETTER})" if lexicon.script is Script.SPACED else ""
        self._between = r"\s?(?:\S{1,15}\s){0,2}?"
        if lexicon.script is not Script.SPACED:
            self._between = rf"{_NUMBERS_IN_GROUPS}\s?"
        self._number = number_pattern(lexicon, self._start)
        shares = as_written(tidy(words.shares), lexicon.code)
        fractions = as_written(tidy(FRACTIONS[lexicon.code]), lexicon.code)
        share = rf"{self._start}(?:(?:{shares})\s?{self._number}|{fractions})"
        ages = AGES[lexicon.code]
        lived = self._shape(ages.years, _NONE, IN_APPOSITION, rf"{NO_YEAR}{self._number}")
        self._ages = (self._asked(ages.asked), lived)
        self._measures = [
            (self._asked(asked), self._asked(asked, words.which), self._shape(units, signs, more))
            for asked, units, signs, more in (
                (words.share, words.shares, EVERYWHERE.shares, share),
                (words.area, words.areas, EVERYWHERE.areas, _NONE),
                (words.weight, words.weights, EVERYWHERE.weights, _NONE),
                (words.length, words.lengths, EVERYWHERE.lengths, _NONE),
                (words.money, words.sums, EVERYWHERE.sums, _SIGNS),
            )
        ]

    def shape_of(self, question: str, kind: Kind) -> AnswerShape | None:
        """Return what a sentence looks like that answers, or ``None`` where none is told.

        Args:
            question: The question, composed as Unicode's NFKC.
            kind: What it asks for.
        """
        place = {Kind.NUMBER: 0, Kind.OTHER: 1}.get(kind)
        if place is None:
            return None
        shapes = [shape for *asked, shape in self._measures if asked[place].search(question)]
        if len(shapes) < _SEVERAL:
            return shapes[0] if shapes else None
        # *Wie hoch* asks for metres, for money and for a share.
        either = "|".join(shape.pattern.pattern for shape in shapes)
        return AnswerShape(regex.compile(either, regex.IGNORECASE), is_rare=False)

    def age_of(self, question: str, kind: Kind) -> AnswerShape | None:
        """Return what a sentence looks like that says how old somebody is, if that is asked.

        Args:
            question: The question, composed as Unicode's NFKC.
            kind: What it asks for.
        """
        asked, shape = self._ages
        return shape if kind is not Kind.TIME and asked.search(question) else None

    def is_asked_by(self, word: str) -> bool:
        """Return whether a word alone asks for a measure, as *costs* does."""
        return any(asked.match(word) for asked, _, _ in self._measures)

    def _asked(self, words: str, which: str = "") -> regex.Pattern[str]:
        """Compile what finds the words for a measure, after *which* if it is given."""
        before = rf"{self._start}(?:{tidy(which)})\s(?:\S{{1,15}}\s)??(?:ال)?" if which else ""
        start = "" if which else self._start
        return regex.compile(f"{before}{start}(?:{tidy(words)})", regex.IGNORECASE)

    def _shape(self, units: str, signs: str, more: str, number: str = "") -> AnswerShape:
        """Compile what a sentence has that gives a measure in some units."""
        written = as_written(tidy(units), self._code)
        measured = rf"{number or self._number}{self._between}(?:{self._start}(?:{written})|{signs})"
        return AnswerShape(regex.compile(f"{measured}|{more}", regex.IGNORECASE), is_rare=False)
