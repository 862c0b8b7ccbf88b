"""Part a run of Japanese where words begin, and bring the endings of one word together.

Kana after a kanji are mostly the ending of a word, so the next kanji begins another one. Which
kana of a row stands right after the kanji is a matter of the ending: *泳ぐ*, *泳ぎ* and *泳が*.
"""

from __future__ import annotations

import regex

_WORD = regex.compile(r"\P{Hiragana}*\p{Hiragana}*")
_ENDING = regex.compile(r"\p{Han}\p{Hiragana}\Z")
_ROWS = {
    "く": "かきけこい",
    "ぐ": "がぎげご",
    "す": "さしせそ",
    "つ": "たちてとっ",
    "ぬ": "なにねのん",
    "ぶ": "ばびべぼ",
    "む": "まみめも",
    "る": "らりれろ",
    "う": "わえお",
}
_AS_LISTED = {kana: ending for ending, row in _ROWS.items() for kana in row}


def words_of(run: str) -> list[str]:
    """Return the parts of a run without white space that each begin a word, in order.

    Args:
        run: Kanji and kana.
    """
    return [word for word in _WORD.findall(run) if word]


def as_listed(pair: str) -> str:
    """Return a pair of a kanji and a kana with that of the row which verbs are listed by.

    Other pairs are returned as they are.
    """
    return pair[0] + _AS_LISTED.get(pair[1], pair[1]) if _ENDING.match(pair) else pair
