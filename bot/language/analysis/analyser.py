"""Turn text into word forms and stems, the same way for passages and questions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’.&-][^\W_]+)*")
_THOUSANDS = re.compile(r"\A\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_INITIALS = re.compile(r"\A(?:\w\.)+\w\Z")
_PART = re.compile(r"[.&-]+")
# Without the scripts that are written without white space: there an address ends where they begin.
_ADDRESS = re.compile(
    r"(?:\b(?i:https?|ftp)://|(?<![\w.@/-])www\.)"
    r"[^\s<>\"“”„«»\u0e00-\u0e7f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]+"
)
_MAX_FORM_LENGTH = 64
_WORDS_REMEMBERED = 1 << 14
"""About 5 MB at most."""


class Analyser:
    """Turns text of one language into forms and terms.

    A *form* is a word as it is compared: accents and case are folded, and ``1,000`` is written
    ``1000``. A *term* is the stem of a form. Stop words yield nothing; a hyphenated word yields its
    parts joined, then its parts.

    Args:
        stop_words: The words, in lower case, that yield nothing.
        algorithm: The name of the Snowball stemmer; without one nothing is stemmed.
        bases: The base form of each irregular form.

    Attributes:
        bare_stop_words: The stop words without marks, in a language in which people type whole
            questions without any.
    """

    bare_stop_words = frozenset[str]()

    def __init__(
        self,
        stop_words: frozenset[str] = frozenset(),
        algorithm: str | None = None,
        bases: Mapping[str, str] | None = None,
    ) -> None:
        self._stop_words = stop_words
        self._bases = bases or {}
        self._stemmer = Stemmer.Stemmer(algorithm, 0) if algorithm else None
        self.analyse: Callable[[str], tuple[tuple[str, str], ...]] = lru_cache(_WORDS_REMEMBERED)(
            self._analyse
        )
        """Returns a word's forms, each with its term; it remembers words that come again."""

    def words(self, text: str) -> list[str]:
        """Return the words of a text as they are written, for :meth:`forms_of`."""
        found: list[str] = _WORD.findall(without_addresses(text))
        return found

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Return a word's forms without stop words; a hyphenated word's joined form is first."""
        folded = fold(word[:_MAX_FORM_LENGTH]).replace("’", "'")
        lower = folded.lower()
        if not lower:
            # Some characters, as a half-width Japanese voicing mark, are nothing but an accent.
            return ()
        if lower[0].isdigit() and ("," in lower or "." in lower):
            return (_number(lower),)
        if self.is_initials(lower):
            return self.initials(folded)
        parts = [part for part in _PART.split(self.bare(lower)) if part]
        joined = ("".join(parts),) if len(parts) > 1 else ()
        return joined + self.without_stop_words(parts)

    def forms(self, text: str) -> list[str]:
        """Return the forms of a text in order."""
        return [form for word in self.words(text) for form in self.forms_of(word)]

    def stem(self, form: str) -> str:
        """Return the term of a form."""
        if self._stemmer is None:
            return form
        stemmed: str = self._stemmer.stemWord(self._bases.get(form, form))
        return stemmed

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text's forms, in order."""
        return [term for word in self.words(text) for _, term in self.analyse(word)]

    def shares_of(
        self,
        text: str,  # noqa: ARG002 - the language's
        forms: Sequence[str],  # noqa: ARG002 - the language's
        sequence: Sequence[int],  # noqa: ARG002 - the language's
    ) -> tuple[float, ...]:
        """Return what each form of a question counts for, or none where each is a whole word.

        Args:
            text: The question.
            forms: Its distinct forms.
            sequence: Positions into ``forms``, in order of appearance.
        """
        return ()

    def overlaps_of(
        self,
        forms: Sequence[str],  # noqa: ARG002 - the language's
        sequence: Sequence[int],  # noqa: ARG002 - the language's
    ) -> tuple[bool, ...]:
        """Return whether each form of a question overlaps with the next, or none where none does.

        Args:
            forms: Its distinct forms.
            sequence: Positions into ``forms``, in order of appearance.
        """
        return ()

    def is_initials(self, lower: str) -> bool:
        """Return whether a word, in lower case, is an abbreviation like *U.S.*."""
        return _INITIALS.match(lower) is not None

    def initials(self, folded: str) -> tuple[str, ...]:
        """Return the forms of an abbreviation like *U.S.*."""
        return self.without_stop_words([folded.lower().replace(".", "")])

    def bare(self, lower: str) -> str:
        """Return a word, in lower case, without its apostrophes."""
        return lower.replace("'", "")

    def without_stop_words(self, forms: Iterable[str]) -> tuple[str, ...]:
        """Return the forms that are no stop words."""
        return tuple(form for form in forms if form not in self._stop_words)

    def _analyse(self, word: str) -> tuple[tuple[str, str], ...]:
        return tuple((form, self.stem(form)) for form in self.forms_of(word))


def fold(text: str) -> str:
    """Remove accents (``Andriï`` → ``Andrii``) and width variants, keeping case."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def without_addresses(text: str) -> str:
    """Return a text without its web addresses, whose pieces are no words that somebody wrote."""
    if "://" not in text and "www." not in text:
        return text
    return _ADDRESS.sub(" ", text)


def _number(text: str) -> str:
    return text.replace(",", "") if _THOUSANDS.match(text) else text
