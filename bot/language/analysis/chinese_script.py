"""Convert traditional Chinese to simplified Chinese, so that each matches the other.

Likewise old and variant characters of Japanese, which stand in names, to those of today. Only what
is compared is converted; quotations stay as they were written.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_CHINESE, _JAPANESE = "zh", "ja"
_VARIANTS = str.maketrans("髙﨑德𠮷栁濵眞邉", "高崎徳吉柳浜真辺")
"""Characters of Japanese names that OpenCC leaves."""

_FIRST, _LAST = 0x4E00, 0x9FFF


def as_read(text: str, language: str) -> str:
    """Return a text in simplified characters where it is Chinese, in those of today if Japanese.

    Others are returned as they are.

    Args:
        text: The text.
        language: Its ISO 639-1 code.
    """
    if language not in {_CHINESE, _JAPANESE} or text.isascii():
        return text
    read: str = (_to_simplified() if language == _CHINESE else _to_japanese()).convert(text)
    return read.translate(_VARIANTS) if language == _JAPANESE else read


def as_written(pattern: str, language: str) -> str:
    """Return a regular expression that matches Chinese in either script, else as it is.

    Args:
        pattern: The expression, in simplified characters.
        language: The ISO 639-1 code of its language.
    """
    if language != _CHINESE:
        return pattern
    written = []
    is_class = False
    for character in pattern:
        either = character + _traditional().get(character, "")
        written.append(f"[{either}]" if len(either) > 1 and not is_class else either)
        if character in "[]":
            is_class = character == "["
    return "".join(written)


@cache
def _to_simplified() -> OpenCC:
    """Return OpenCC, which takes a while to import: only who has Chinese to read waits for it."""
    from opencc import OpenCC  # noqa: PLC0415 - slow to load

    return OpenCC("t2s")


@cache
def _to_japanese() -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 - slow to load

    return OpenCC("t2jp")


@cache
def _traditional() -> dict[str, str]:
    """Return the traditional characters that each simplified one stands for."""
    characters = [chr(number) for number in range(_FIRST, _LAST + 1)]
    found: defaultdict[str, str] = defaultdict(str)
    read = _to_simplified().convert("\n".join(characters)).split("\n")
    for character, simplified in zip(characters, read, strict=True):
        if character != simplified:
            found[simplified] += character
    return dict(found)
