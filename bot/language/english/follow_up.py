"""English questions that lean on the question before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.english.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from bot.language.analyzer import Analyzer

_ASKS = (
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had|"
    r"will|would|can|could|should)"
)
_LEANS = re.compile(
    rf"\A\W*(?:and|but|or|what about|how about)\b(?!\W+{_ASKS}\b)"
    r"|\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(rf"\A\W*(?:(?:and|but|or)\W+)?{_ASKS}\b", re.IGNORECASE)


def complete_question(question: str, before: str, analyzer: Analyzer) -> str:
    """Join a question with the terms of the question before it, if it can't stand alone.

    It can't where it has no term of its own, or a single one about which nothing is asked (*and
    Iran?*), where it begins with *and* but asks nothing, and where it has a pronoun.

    Args:
        question: The follow-up.
        before: The question that it follows.
        analyzer: The English analyser.
    """
    own = analyzer.terms(question)
    alone = len(own) > 1 or (own and _ASKING.search(question))
    if alone and not _LEANS.search(question):
        return question
    known = set(own)
    words: list[str] = []
    for word in analyzer.words(before):
        terms = analyzer.terms(word)
        if word.lower() not in STOP_WORDS and terms and not known.issuperset(terms):
            words.append(word)
            known.update(terms)
    return f"{question} ({' '.join(words)})" if words else question
