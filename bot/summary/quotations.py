"""Find what stands within quotation marks."""

from __future__ import annotations

import re

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|myself|ourselves)\b(?!\.)")
_QUOTED = re.compile(
    r"“[^“”]{0,2000}(?:”|\Z)|\"[^\"]{0,2000}(?:\"|\Z)|«[^«»]{0,2000}(?:»|\Z)"
    r"|(?<![\w’'])[‘'](?=\w)[^‘\"“”]{0,600}?[.,?!\w][’'](?!\w)"
)
_MARK = re.compile(r"[“”\"«»]")
_WORD = re.compile(r"\w")
_OPENING, _CLOSING = "“\"«‘'", "”\"»’'"
_STOPS = ".,!?…"


class Quotations:
    """Follows the quotation marks of a text, sentence by sentence."""

    def __init__(self) -> None:
        self._open = False
        self._fresh = True

    def begin(self, text: str) -> None:
        """Begin a paragraph: a quotation goes on in it only if it opens with a mark again."""
        self._open = self._open and text[:1] in '“"«'
        self._fresh = True

    def read(self, text: str, start: int, end: int) -> bool:
        """Read one sentence, and return whether it begins within a quotation.

        Args:
            text: The paragraph.
            start: Where the sentence begins.
            end: Where it ends.
        """
        began_quoted = self._open
        if self._fresh and self._open:
            start += 1  # the mark that opens each paragraph of a long quotation
        self._fresh = False
        for mark in _MARK.finditer(text, start, end):
            self._open = mark[0] in "“«" or (mark[0] == '"' and not self._open)
        return began_quoted


def is_quotation(text: str) -> bool:
    """Whether a sentence is somebody's words from mark to mark, and doesn't say whose."""
    bare = text.rstrip(_STOPS)
    if bare[:1] not in _OPENING or bare[-1:] not in _CLOSING:
        return False
    return not _WORD.search(without_quotations(text))


def without_quotations(text: str) -> str:
    """Return a text without what stands within quotation marks."""
    return _QUOTED.sub(" ", text)


def has_first_person(text: str) -> bool:
    """Whether a text says *I* or *we* outside quotation marks."""
    return _FIRST_PERSON.search(without_quotations(text)) is not None
