"""Find sentences that take something for told which only an earlier one tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.pack import LanguagePack
    from bot.summary.sentences import Candidate

_MOST = 2
"""How many things count that a sentence takes for told."""

_SPELT_OUT = re.compile(r"\(([A-Z][A-Za-z&]{0,6}[A-Z])\)")
"""Matches an abbreviation behind what it stands for: “the Relief Council (RC)”."""

_WORD = re.compile(r"\w+")


def places_told(
    candidates: Sequence[Candidate], title: str, pack: LanguagePack
) -> list[tuple[tuple[int, ...], ...]]:
    """Return for each sentence where the things are told of that it takes for told.

    “The council's director” leans on “the Relief Council” of an earlier sentence, and an
    abbreviation on the first one that spells it out. What an article calls *the* from the first, as
    *the police*, or has in its headline leans on nothing.

    Args:
        candidates: The sentences of one article, in their order.
        title: Its headline.
        pack: Its language.

    Returns:
        For each sentence and each such thing the places of the earlier sentences that have it.
    """
    known = set(pack.analyser.terms(title))
    told: dict[str, list[int]] = {}
    spelt_out: dict[str, int] = {}
    found = []
    for place, candidate in enumerate(candidates):
        definite, leaning = _terms_pointed_at(candidate, pack)
        needed = [tuple(told[term]) for term in leaning if term in told and term not in known]
        words = set(_WORD.findall(candidate.quote.text))
        needed += [(first,) for short, first in spelt_out.items() if short in words]
        found.append(tuple(needed[:_MOST]))
        for short in _SPELT_OUT.findall(candidate.quote.text):
            spelt_out.setdefault(short, place)
        known |= {term for term in definite if term not in told}
        for term in set(candidate.terms):
            told.setdefault(term, []).append(place)
    return found


def _terms_pointed_at(candidate: Candidate, pack: LanguagePack) -> tuple[set[str], list[str]]:
    """Return the terms of what a sentence points at, and those that it doesn't explain."""
    definite: set[str] = set()
    leaning: list[str] = []
    for noun, explained in pack.definites_in(candidate.quote.text):
        for term in pack.analyser.terms(noun)[:1]:
            if not explained and candidate.terms.count(term) == 1 and term not in definite:
                leaning.append(term)
            definite.add(term)
    return definite, leaning
