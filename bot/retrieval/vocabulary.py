"""Number the word forms and stems of a library, so that its index is made of integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.language.packs import pack_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.encoded import EncodedArticle


class Vocabulary:
    """The forms and stems of a library's articles, numbered in order of first appearance.

    A form belongs to its language; a stem is shared by all languages that have it. The numbers
    follow from the articles and their order alone.

    Attributes:
        forms: The forms; the position of a form is its number.
        stems: The stems; the position of a stem is its number.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.stems: list[str] = []
        self._stem_of: list[int] = []
        self._stem_numbers: dict[str, int] = {}
        self._by_language: dict[str, _Forms] = {}

    def add(self, encoded: EncodedArticle) -> NDArray[np.int32]:
        """Add an article's forms; return the number of each of them."""
        known = self._by_language.get(encoded.language)
        if known is None:
            known = self._by_language[encoded.language] = _Forms(self, encoded.language)
        forms = encoded.forms
        return np.fromiter(map(known.__getitem__, forms), dtype=np.int32, count=len(forms))

    def stem_of(self) -> NDArray[np.int32]:
        """Return the number of the stem of each form."""
        return np.array(self._stem_of, dtype=np.int32)

    def form_numbers(self, language: str, forms: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of forms of a language, −1 for those that are not known."""
        known = self._by_language.get(language)
        if known is None:
            return np.full(len(forms), -1, dtype=np.int64)
        return np.array([known.get(form, -1) for form in forms], dtype=np.int64)

    def stem_numbers(self, stems: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of stems, −1 for those that are not known."""
        known = self._stem_numbers
        return np.array([known.get(stem, -1) for stem in stems], dtype=np.int64)

    def number(self, form: str, stem: str) -> int:
        """Number a new form with its stem; return its number."""
        stem_number = self._stem_numbers.get(stem)
        if stem_number is None:
            stem_number = self._stem_numbers[stem] = len(self.stems)
            self.stems.append(stem)
        self._stem_of.append(stem_number)
        self.forms.append(form)
        return len(self.forms) - 1


class _Forms(dict[str, int]):
    """The numbers of one language's forms; one that is looked up and new is numbered."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__()
        self._number = vocabulary.number
        self._stem = pack_for(language).analyzer.stem

    def __missing__(self, form: str) -> int:
        number = self[form] = self._number(form, self._stem(form))
        return number
