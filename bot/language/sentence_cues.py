"""What a sentence's words show of the answers that it can hold, packed into a small number."""

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

_FIELD = (1 << 10) - 1
_MAX_NAMES = 7


def cue_code(total: int, words: Sequence[str]) -> int:
    """Return what a sentence shows in 5 bits: a number, a time, and up to 7 capitalised words.

    Bit 0 stands for a number, bit 1 for a time, and bits 2 to 4 count the capitalised words.

    Args:
        total: The sum over its words of what each shows.
        words: The words; that the first is capitalised says nothing.
    """
    if not words:
        return 0
    names = min(_MAX_NAMES, (total & _FIELD) - words[0][0].isupper())
    has_time = bool(total // TIME_SHOWN & _FIELD)
    has_number = total >= NUMBER_SHOWN
    return has_number | has_time << 1 | names << 2
