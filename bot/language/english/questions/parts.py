"""Split English questions that ask for several things at once."""

from __future__ import annotations

import re

from bot.language.english.questions.question_phrases import AUXILIARIES, QUESTION_WORDS, WORD
from bot.language.questions.question_parts import MOST_PARTS, split_at_question_marks

_ASKS = "|".join(sorted(QUESTION_WORDS))
_CLAUSES = re.compile(
    rf"(?:[,;]\s*|\s)(?:and|or|plus|and also|also)\s+(?=(?:{_ASKS})\b(?!\W*\Z))", re.IGNORECASE
)
_ASKING_TWICE = re.compile(
    rf"\A\W*(?P<first>{_ASKS})\s+(?:and|or)\s+(?P<second>{_ASKS})\s+(?P<rest>\w.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NAME = r"[A-ZÀ-Þ][\w’'-]{1,40}(?: [A-ZÀ-Þ][\w’'-]{1,40}){0,2}"
_NAMES = re.compile(rf"(?<!\w)(?P<left>{_NAME}),? (?:and|or|vs\.?|versus) (?P<right>{_NAME})(?!\w)")
_COORDINATED = re.compile(r"\s(?:and|or|&|vs\.?|versus)\s+", re.IGNORECASE)
_LONGEST_KEYWORDS = 7
"""Words of a search without a question word that may be coordinated."""


def split_question(question: str) -> tuple[str, ...]:
    """Return the questions that a question consists of, in full, or none where it is one.

    *When and where does it open?*, *How old is she and who is her lawyer?*, *tram cost and
    opening*, *Lukaku or Kane* are two. Whether each has an answer of its own isn't known here.

    Args:
        question: The question.
    """
    marked = split_at_question_marks(question)
    if marked:
        return marked
    twice = _ASKING_TWICE.match(question)
    if twice:
        return (f"{twice['first']} {twice['rest']}", f"{twice['second']} {twice['rest']}")
    clauses = [part.strip(" ,;") for part in _CLAUSES.split(question)]
    if 1 < len(clauses) <= MOST_PARTS and all(len(WORD.findall(one)) > 1 for one in clauses):
        return tuple(clauses)
    return _keywords(question) or _names(question)


def _keywords(question: str) -> tuple[str, ...]:
    """Split a search without any verb: *tram cost and opening* is *tram cost*, *tram opening*."""
    words = [word[0].lower() for word in WORD.finditer(question)]
    if len(words) > _LONGEST_KEYWORDS or not (QUESTION_WORDS | AUXILIARIES).isdisjoint(words):
        return ()
    match [side.strip(" \t\n?!.,") for side in _COORDINATED.split(question)]:
        case [left, right] if left and right:
            head, _, _ = left.rpartition(" ")
            return (left, f"{head} {right}".strip() if " " not in right else right)
    return ()


def _names(question: str) -> tuple[str, ...]:
    """Split a question about two names into one about each."""
    match = _NAMES.search(question, 1)
    if not match:
        return ()
    before, after = question[: match.start()], question[match.end() :]
    return (f"{before}{match['left']}{after}", f"{before}{match['right']}{after}")
