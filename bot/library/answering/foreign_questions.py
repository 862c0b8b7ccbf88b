"""Judge the answers to a question in a language that no article is in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.confidence.by_meaning import SHOWN
from bot.retrieval.confidence.by_words import is_name_in
from bot.retrieval.question_answering import denied, doubted

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from bot.language.pack import LanguagePack
    from bot.retrieval.answer import Answer, Hit

_ACROSS_FROM = 0.3
"""The confidence from which something may answer a question in a language that no article is in.
The models know little of such a language and find something for any question; of sixteen on the
set news_a, those that were answered right had 0.33 and more, and four that were not 0.25 and less.
"""

_LEAST_DIGITS = 2
"""Digits of a number that tells passages apart."""


def judged_across(best: Answer, own: Answer, spoken: LanguagePack, shelf: Sequence[str]) -> Answer:
    """Return the best answer to a question in a language that no article is in, as sure as it is.

    One or two words that two languages share are weaker evidence than they seem: what asks for more
    than a name, and more than the passage has, gets no sure answer. But where nothing else is
    found, the few passages that have a name or a number of the question are shown.

    Args:
        best: The best answer.
        own: The answer to the question as it is read in its own language.
        spoken: That language.
        shelf: The languages of the articles.
    """
    if best.answered and _has_all(best.hits[0], own.question, spoken):
        return best
    if best.answered:
        best = doubted(best)
    elif best.outcome == "perhaps" and best.confidence < _ACROSS_FROM:
        best = denied(best)
    if best.outcome == "none":
        best = _by_names(own, spoken) or best
    return replace(best, articles_in=tuple(shelf))


def _has_all(hit: Hit, question: str, spoken: LanguagePack) -> bool:
    """Return whether a passage has all of a question's terms, and one of them as a name."""
    asked = spoken.analyser.terms(question)
    words = spoken.analyser.terms(f"{hit.article.title}\n{hit.passage.text}")
    return set(asked) <= set(words) and is_name_in(hit.passage, asked, spoken.analyser)


def _by_names(own: Answer, spoken: LanguagePack) -> Answer | None:
    """Return the passages that have a question's names or numbers as what may answer, if few do."""
    analyser = spoken.analyser
    large = [word for word in analyser.words(own.question) if word[0].isupper()]
    names = {term for word in large for term in analyser.terms(word)}
    named = tuple([hit for hit in own.hits if _has_name(hit, names, spoken)])
    if not named or own.hits[0] is not named[0]:
        return None
    return doubted(replace(own, hits=named)) if len(named) <= SHOWN else own


def _has_name(hit: Hit, names: Set[str], spoken: LanguagePack) -> bool:
    """Return whether a passage has one of a question's names or longer numbers."""
    if any(term.isdecimal() and len(term) >= _LEAST_DIGITS for term in hit.terms):
        return True
    return is_name_in(hit.passage, names & set(hit.terms), spoken.analyser)
