"""Find what stands within quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.first_person import first_person_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span

_QUOTED = re.compile(
    r"“[^“”]{0,2000}(?:”|\Z)|\"[^\"]{0,2000}(?:\"|\Z)|«[^«»]{0,2000}(?:»|\Z)"
    r"|(?<![\w’'])[‘'](?=\w)[^‘\"“”]{0,600}?[.,?!\w][’'](?!\w)"
)
_MARK = re.compile(r"[“”\"«»]")
# A quotation of several sentences within single marks: an apostrophe is none, so it begins with a
# capital letter and ends behind a stop.
_SINGLE = re.compile(r"(?P<opens>(?<![\w.,!?’'])[‘'](?=[A-Z]))|(?<=[.,!?])[’'](?!\w)")
_WORD = re.compile(r"\w")
_ADDRESSED = re.compile(r"You(?:[’']\w+)?\b")
_REACH = 1000
"""Characters within which a quotation in single marks is closed."""

_OPENING, _CLOSING = "“\"«‘'", "”\"»’'"
_STOPS = ".,!?…"


@dataclass(frozen=True, slots=True)
class Heard:
    """How much of a sentence is somebody's words.

    Attributes:
        quoted: Whether it is part of a longer quotation, from its beginning on.
        wholly: Whether no word of it stands outside quotation marks.
    """

    quoted: bool
    wholly: bool


class Quotations:
    """Follows the quotation marks of a text, sentence by sentence."""

    def __init__(self) -> None:
        self._open = False
        self._single = False
        self._fresh = True

    def begin(self, text: str) -> None:
        """Begin a paragraph: a quotation goes on in it only if it opens with a mark again."""
        self._open = self._open and text[:1] in '“"«'
        self._single = False
        self._fresh = True

    def read(self, text: str, start: int, end: int) -> Heard:
        """Read one sentence, and return how much of it is somebody's words.

        Args:
            text: The paragraph.
            start: Where the sentence begins.
            end: Where it ends.
        """
        began_quoted = self._open or self._single
        if self._fresh and self._open:
            start += 1  # the mark that opens each paragraph of a long quotation
        self._fresh = False
        outside = ""
        for mark in self._marks(text, start, end):
            outside += "" if self._open or self._single else text[start : mark.start()]
            start = mark.end()
            if mark.re is _SINGLE:
                # An opening mark that nothing closes is an apostrophe (’Tis).
                self._single = bool(mark["opens"]) and _is_closed(text, mark.end())
            else:
                self._open = mark[0] in "“«" or (mark[0] == '"' and not self._open)
        outside += "" if self._open or self._single else text[start:end]
        return Heard(began_quoted or self._single, _WORD.search(outside) is None)

    @staticmethod
    def _marks(text: str, start: int, end: int) -> list[re.Match[str]]:
        found = [*_MARK.finditer(text, start, end), *_SINGLE.finditer(text, start, end)]
        return sorted(found, key=lambda mark: mark.start())


def _is_closed(text: str, start: int) -> bool:
    """Whether a quotation in single marks that begins before an offset comes to its end."""
    mark = _SINGLE.search(text, start, start + _REACH)
    return mark is not None and not mark["opens"]


def prompt_end(text: str, sentences: Sequence[Span], language: str) -> int:
    """Return where an interviewer's words end that a paragraph begins with, or 0.

    What follows them is in the first person.

    Args:
        text: The paragraph.
        sentences: Its sentences.
        language: An ISO 639-1 code.
    """
    ends = question_end(text, sentences)
    return ends if ends and has_first_person(text[ends:], language) else 0


def question_end(text: str, sentences: Sequence[Span]) -> int:
    """Return where a question ends that a paragraph begins with, or 0.

    It is among the first two sentences and not within quotation marks; a first one that begins
    with *you* counts as well.

    Args:
        text: The paragraph.
        sentences: Its sentences.
    """
    ends = 0
    for start, end in sentences[:2]:
        said = text[start:end].rstrip()
        addressed = start == sentences[0][0] and _ADDRESSED.match(said)
        if (addressed or said.endswith("?")) and not _MARK.search(text, 0, end):
            ends = end
    return ends


def is_quotation(text: str) -> bool:
    """Whether a sentence is somebody's words from mark to mark, and doesn't say whose."""
    bare = text.rstrip(_STOPS)
    if bare[:1] not in _OPENING or bare[-1:] not in _CLOSING:
        return False
    return not _WORD.search(without_quotations(text))


def without_quotations(text: str) -> str:
    """Return a text without what stands within quotation marks."""
    return _QUOTED.sub(" ", text)


def opens_in_first_person(text: str, language: str) -> bool:
    """Whether a text begins with *I* or *we*, and not within quotation marks."""
    pattern = first_person_in(language)
    return pattern is not None and pattern.match(text) is not None


def has_first_person(text: str, language: str) -> bool:
    """Whether a text says *I* or *we* outside quotation marks; of most languages it isn't known."""
    pattern = first_person_in(language)
    return pattern is not None and pattern.search(without_quotations(text)) is not None
