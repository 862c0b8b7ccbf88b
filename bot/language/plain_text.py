"""Plain text: without the characters that hide or reorder it, and as sets of words."""

from __future__ import annotations

import re

# Bidirectional controls, zero-width characters, tags and other invisible characters, and control
# codes: they can make a quotation read as something that the article does not say.
_INVISIBLE = re.compile(
    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f"
    "\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164"
    "\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U0001bca0-\\U0001bca3"
    "\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff]"
)
ELLIPSIS = "…"
QUESTION_MARKS = ("?", "？", "؟")
"""What a question ends with, in the languages that are read."""

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CHARACTERS_A_WORD = 2
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Fold white space and take invisible characters out; the words stay as they are."""
    return _INVISIBLE.sub("", _SPACES.sub(" ", text)).strip()


def shorten(text: str, limit: int) -> str:
    """Cut a text at a number of characters; an ellipsis shows the cut."""
    return text if len(text) <= limit else text[: limit - 1] + ELLIPSIS


def word_set(text: str) -> frozenset[str]:
    """Return the set of the words in a text, for lists that a person keeps by hand."""
    return frozenset(text.split())


def longest_first(text: str) -> tuple[str, ...]:
    """Return the words in a text, the longest first, for endings that are tried in turn."""
    return tuple(sorted(text.split(), key=lambda word: (-len(word), word)))


def count_words(text: str) -> int:
    """Count the words of a text; where no white space separates them, two characters are one."""
    spaced = len(text.split())
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return spaced + unspaced // _CHARACTERS_A_WORD
