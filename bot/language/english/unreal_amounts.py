"""Sentences whose only amounts are what might have been, where a question asks what is."""

from __future__ import annotations

import re

_ASKS_AMOUNT = re.compile(r"\bhow\s+(?:much|many|long|far|big|large|high)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:(?:might|could|would|should)(?:n['’]t)?\s(?:\w{1,12}\s)?have"
    r"|(?:thought|believed|hoped|feared|expected|predicted|guessed)\b[^.;,]{0,60}?"
    r"\b(?:might|could|would))\b",
    re.IGNORECASE,
)
_ASKS_UNREAL = re.compile(
    r"\b(?:might|could|would|should|may|can|expect(?:ed)?|hoped?|thought|feared|predicted)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:,]\s|\s(?:but|although|though|while|whereas|and)\s", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|twice|double)\b",
    re.IGNORECASE,
)


def gives_only_unreal_amount(question: str, sentence: str) -> bool:
    """Return whether a question asks how much something is, and a sentence how much it might be.

    “It might have paid as much as 95 million” doesn't say what it paid.

    Args:
        question: The question; of those that ask what might be nothing is said.
        sentence: The sentence that answers it best.
    """
    if _ASKS_AMOUNT.search(question) is None or _ASKS_UNREAL.search(question):
        return False
    clauses = [clause for clause in _CLAUSE.split(sentence) if _AMOUNT.search(clause)]
    return bool(clauses) and all(map(_is_unreal, clauses))


def _is_unreal(clause: str) -> bool:
    """Return whether the amounts of a clause all stand behind what says that it only might be."""
    unreal = _UNREAL.search(clause)
    return unreal is not None and _AMOUNT.search(clause[: unreal.start()]) is None
