"""Bring the letters of a text to those that people type for them, one for one."""

from __future__ import annotations

from functools import cache

from bot.language.analysis.word_analyser import without_marks

_ALIKE = str.maketrans("ىةςİґҐ’ʼ`´", "يهσiгг''''")
"""Letters that people write for each other, which no mark tells apart."""

_FIRST_WITHOUT_CASE = 0x3000
"""The first character of those that are typed as they are."""


class _Typed(dict[int, str]):
    """The letter that is typed for each, found out when it is first seen."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if code >= _FIRST_WITHOUT_CASE:
            return letter
        typed = without_marks(letter.lower())
        self[code] = typed if len(typed) == 1 else letter
        return self[code]


def as_typed(text: str) -> str:
    """Return a text in small letters without marks, each letter where it was.

    A letter that stands for several, as *ß* does, stays. So what is found in it is found in the
    text.

    Args:
        text: A text in Unicode's NFC.
    """
    return text.translate(_typed())


@cache
def _typed() -> _Typed:
    return _Typed({code: chr(typed) for code, typed in _ALIKE.items()})
