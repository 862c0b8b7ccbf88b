"""Tell whether a sentence leaves the fact untold that a question asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from bot.language.analysis.chinese_script import as_written
from bot.language.analysis.word_analyser import tidy
from bot.language.facts.latin import LATIN
from bot.language.facts.other_scripts import OTHERS
from bot.language.lexicon import Script

if TYPE_CHECKING:
    from bot.language.lexicon import Lexicon

_LETTER = r"[\p{L}\p{M}]"
_ARABIC = "ar"
_LONGEST = 1000
"""Characters of a sentence that are looked at; the splitter cuts longer ones."""


class AskedFacts:
    """Finds the facts that the questions of one language ask for.

    Args:
        lexicon: The language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._code = lexicon.code
        # In Arabic, *and*, *the* and pronouns are written as the beginning of the word.
        begins = lexicon.script is Script.SPACED and lexicon.code != _ARABIC
        self._start = rf"(?<!{_LETTER})" if begins else ""
        facts = (LATIN | OTHERS)[lexicon.code]
        self._facts = [
            (self._compiled(fact.asked), self._compiled(f"{fact.asked}|{fact.told}"))
            for fact in facts
        ]

    def leaves_untold(self, question: str, sentence: str) -> bool:
        """Return whether a sentence has no word for the fact that a question asks for.

        Args:
            question: The question, composed as Unicode's NFKC.
            sentence: The sentence that answers it best.
        """
        text = tidy(sentence[:_LONGEST])
        return any(asked.search(question) and not told.search(text) for asked, told in self._facts)

    def _compiled(self, words: str) -> regex.Pattern[str]:
        written = as_written(tidy(words), self._code)
        return regex.compile(f"{self._start}(?:{written})", regex.IGNORECASE)
