"""Measure what slips cost in each language: ``python -m tests.benchmarks.slips``.

Of the questions that share words with their passage on ``tests/language/articles``, the longest
word gets one slip, drawn with a seed: a letter is left out, doubled by its neighbour, or two are
exchanged; and all are asked as they are typed without marks.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import regex

from bot.language.analysis.word_analyser import without_marks
from bot.library.library import Library
from tests.benchmarks.languages import gold_of, outcomes
from tests.language.gold import CODES

SEED = 7
_WORD = regex.compile(r"[\p{L}\p{M}]{4,}")
_MARKED = frozenset({"fr", "es", "pt", "it", "ro", "pl", "tr", "vi", "el", "de"})
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
_CAPITALS = str.maketrans({"Đ": "D", "Ł": "L", "İ": "I"})


def with_slip(text: str, draw: random.Random) -> str:
    """Return a question with a slip in its longest word."""
    longest = max(_WORD.finditer(text), key=lambda match: len(match[0]), default=None)
    if longest is None:
        return text
    # A slip in Korean is made in a letter, and not in a syllable.
    word = unicodedata.normalize("NFD" if "가" <= longest[0][0] <= "힣" else "NFC", longest[0])
    at = draw.randrange(1, len(word) - 1)
    kind = draw.choice(("left out", "doubled", "exchanged"))
    if kind == "left out":
        word = word[:at] + word[at + 1 :]
    elif kind == "doubled":
        word = word[:at] + word[at - 1] + word[at + 1 :]
    else:
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return text[: longest.start()] + unicodedata.normalize("NFC", word) + text[longest.end() :]


def typed_plain(text: str, code: str) -> str:
    """Return a question as it is typed without the marks of its language."""
    return text.translate(_GERMAN) if code == "de" else without_marks(text.translate(_CAPITALS))


def main() -> None:
    """Print a table of all languages."""
    print("| | questions | with a slip: R@1 | answered | typed plain: R@1 | answered |")
    print("|---|---|---|---|---|---|")
    for code in CODES:
        gold = gold_of(code)
        library, draw = Library(gold.articles), random.Random(SEED)
        asked = [question for question in gold.questions if question.shares_words]
        slipped = [replace(one, text=with_slip(one.text, draw)) for one in asked]
        row = outcomes(library, slipped)
        figures = f"{row.first:.3f} | {row.answered:.3f}"
        if code in _MARKED:
            plain = [replace(one, text=typed_plain(one.text, code)) for one in asked]
            got = outcomes(library, plain)
            figures += f" | {got.first:.3f} | {got.answered:.3f}"
        else:
            figures += " | – | –"
        print(f"| {code} | {len(asked)} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
