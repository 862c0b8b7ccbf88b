"""Encode which kinds of answers a sentence may hold, in one byte per sentence.

Both are packed into one byte: what the words show into the lower five bits (:func:`cue_code`), and
whether the sentence is a caption, a question or a row of a table into the upper three.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kind(enum.Enum):
    """What a question asks for, where its words say so."""

    PERSON = "person"
    TIME = "time"
    NUMBER = "number"
    PLACE = "place"
    OTHER = "other"


NUMBER_SHOWN = 1 << 20
"""What a word that is a number adds to the sum over a sentence's words."""

TIME_SHOWN = 1 << 10
"""What a word that is a time adds to the sum over a sentence's words."""

NAME_SHOWN = 1
"""What a capitalised word adds to the sum over a sentence's words."""

CAPTION = 1 << 5
"""Set in the code of a sentence that describes a picture."""

QUESTION = 1 << 6
"""Set in the code of a question that nobody is quoted with."""

TABLE_ROW = 1 << 7
"""Set in the code of a row of a table."""

MAX_NAMES = 7
"""The most capitalised words that a code counts."""

_FIELD = (1 << 10) - 1


def cue_code(total: int, words: Sequence[str]) -> int:
    """Return what a sentence shows in 5 bits: a number, a time, and up to 7 capitalised words.

    Bit 0 stands for a number, bit 1 for a time, and bits 2 to 4 count the capitalised words.

    Args:
        total: The sum over its words of what each shows.
        words: The words; that the first is capitalised says nothing.
    """
    if not words:
        return 0
    names = min(MAX_NAMES, (total & _FIELD) - words[0][0].isupper())
    has_time = bool(total // TIME_SHOWN & _FIELD)
    has_number = total >= NUMBER_SHOWN
    return has_number | has_time << 1 | names << 2
