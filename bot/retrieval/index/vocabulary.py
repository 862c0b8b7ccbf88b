"""Number the word forms and stems of a library, so that its index is made of integers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.language.packs import pack_for
from bot.retrieval.index.numbering import number_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.articles.encoded import EncodedArticle


class FormNumbers:
    """The numbers of the forms of a library's articles; needed only while its index is built.

    Args:
        encoded: The articles' encodings.

    Attributes:
        by_language: The distinct forms of each language. They are numbered language by language,
            in order of first appearance.
    """

    def __init__(self, encoded: Sequence[EncodedArticle]) -> None:
        counts = [one.form_lines.count("\n") + 1 if one.form_lines else 0 for one in encoded]
        self._first = np.cumsum([0, *counts], dtype=np.int64)
        self._numbers = np.empty(int(self._first[-1]), dtype=np.int32)
        self.by_language: dict[str, list[str]] = {}
        before = 0
        for language in dict.fromkeys(one.language for one in encoded):
            own = np.array([one.language == language for one in encoded])
            lines = [one.form_lines for one in encoded if one.language == language]
            forms, numbers = number_lines([text for text in lines if text])
            self._numbers[np.repeat(own, counts)] = numbers + before
            self.by_language[language] = forms
            before += len(forms)

    def translate(self, words: Sequence[NDArray[np.unsignedinteger]]) -> NDArray[np.int32]:
        """Return the numbers of words that are given by the numbers of each article's own forms.

        Args:
            words: Some words of each article, in the order of the articles.

        Returns:
            Those of the first article, then those of the second, and so on.
        """
        places = np.concatenate([np.empty(0, dtype=np.int64), *words], dtype=np.int64)
        places += np.repeat(self._first[:-1], list(map(len, words)))
        return self._numbers[places]


class Vocabulary:
    """The forms and stems of a library's articles.

    A form belongs to its language; a stem is shared by all languages that have it. The numbers
    follow from the articles and their order alone: forms are numbered language by language, in
    order of first appearance.

    Args:
        numbering: The numbers of the articles' forms.

    Attributes:
        forms: The forms; the position of a form is its number.
        stems: The stems; the position of a stem is its number.
        stem_of: The number of each form's stem.
        spans: For each language the span of its forms' numbers.
    """

    def __init__(self, numbering: FormNumbers) -> None:
        self.forms: list[str] = []
        self.spans: dict[str, slice] = {}
        self._stem_numbers: dict[str, int] = {}
        self._by_language: dict[str, dict[str, int]] = {}
        stem_of: list[int] = []
        for language, forms in numbering.by_language.items():
            self._by_language[language] = dict(
                zip(forms, range(len(self.forms), len(self.forms) + len(forms)), strict=True)
            )
            self.spans[language] = slice(len(self.forms), len(self.forms) + len(forms))
            self.forms += forms
            stem, known = pack_for(language).analyser.stem, self._stem_numbers
            numbers = [known.setdefault(stem(form), len(known)) for form in forms]
            stem_of += numbers
        self.stems = list(self._stem_numbers)
        self.stem_of = np.array(stem_of, dtype=np.int32)

    def stems_of(self, languages: Iterable[str]) -> list[int]:
        """Return the numbers of the distinct stems of some languages, in order of appearance."""
        spans = [self.spans[language] for language in languages if language in self.spans]
        return list(dict.fromkeys(chain.from_iterable(self.stem_of[one].tolist() for one in spans)))

    def known_stems(self, stems: Sequence[str]) -> list[int]:
        """Return the numbers of the stems that are known."""
        known = self._stem_numbers
        return [known[stem] for stem in stems if stem in known]

    def form_numbers(self, language: str, forms: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of forms of a language, −1 for those that are not known."""
        known = self._by_language.get(language, {})
        return np.array([known.get(form, -1) for form in forms], dtype=np.int64)

    def stem_numbers(self, stems: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of stems, −1 for those that are not known."""
        known = self._stem_numbers
        return np.array([known.get(stem, -1) for stem in stems], dtype=np.int64)
