"""Read numbers that are written with 만, 억, 万 or 億, as *2억 3천만*.

In Korean, Chinese and Japanese four digits make a group, and each group has a name: *3만*, *30,000*
and *3万* are one number.
"""

from __future__ import annotations

import regex

_TENS = {"십": 10, "十": 10, "백": 100, "百": 100, "천": 1000, "千": 1000}
_GROUPS = {
    **dict.fromkeys("만万萬", 10**4),
    **dict.fromkeys("억亿億", 10**8),
    **dict.fromkeys("조兆", 10**12),
}
# 조 is also a group of people, so that money has to follow, or more of the number.
_GROUP = r"(?:[만万萬억亿億兆]|조(?=\s?(?:\d|원|달러|유로|엔|위안)))"
_DIGITS = r"\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?"
_PART = rf"{_DIGITS}[백百천千]?"
AMOUNT = (
    rf"(?:{_PART}{_GROUP}(?:\s?{_PART}(?:{_GROUP}|(?![\d년年월月])))*|{_DIGITS}[천千](?!\w*\d))"
)
"""Matches such a number, up to the thing that is counted."""

_NAMES = frozenset((*_TENS, *_GROUPS))
_PARTS = regex.compile(rf"({_DIGITS})([백百천千]?)([만万萬억亿億조兆]?)")


def is_amount(word: str) -> bool:
    """Return whether a number is written with the name of a group, or with thousands."""
    return any(character in _NAMES for character in word)


def amount_of(text: str) -> str:
    """Return a number that :data:`AMOUNT` matches in plain digits, as *1.2억* is 120000000.

    Args:
        text: The number as it is written, its digits those of ASCII.
    """
    total = 0.0
    for digits, tens, group in _PARTS.findall(text):
        value = float(digits.replace(",", "")) * _TENS.get(tens, 1)
        total += value * _GROUPS.get(group, 1)
    return f"{total:.0f}" if total.is_integer() else f"{total:.4f}".rstrip("0")
