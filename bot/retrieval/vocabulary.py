"""Number the word forms and stems of a library, so that its index is made of integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.language.packs import pack_for
from bot.retrieval.numbering import number_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.encoded import EncodedArticle


class Vocabulary:
    """The forms and stems of a library's articles.

    A form belongs to its language; a stem is shared by all languages that have it. The numbers
    follow from the articles and their order alone: forms are numbered language by language, in
    order of first appearance.

    Args:
        encoded: The articles' encodings.

    Attributes:
        forms: The forms; the position of a form is its number.
        stems: The stems; the position of a stem is its number.
        stem_of: The number of each form's stem.
        first_forms: Where the forms of each article begin in ``form_of``.
        form_of: The numbers of the first article's own forms, then those of the second, and so on.
    """

    def __init__(self, encoded: Sequence[EncodedArticle]) -> None:
        counts = [one.form_lines.count("\n") + 1 if one.form_lines else 0 for one in encoded]
        self.first_forms = np.cumsum([0, *counts], dtype=np.int64)
        self.form_of = np.empty(int(self.first_forms[-1]), dtype=np.int32)
        self.forms: list[str] = []
        self._stem_numbers: dict[str, int] = {}
        self._by_language: dict[str, dict[str, int]] = {}
        stem_of: list[int] = []
        for language in dict.fromkeys(one.language for one in encoded):
            own = np.array([one.language == language for one in encoded])
            lines = [one.form_lines for one in encoded if one.language == language]
            forms, numbers = number_lines([text for text in lines if text])
            self.form_of[np.repeat(own, counts)] = numbers + len(self.forms)
            self._by_language[language] = dict(
                zip(forms, range(len(self.forms), len(self.forms) + len(forms)), strict=True)
            )
            self.forms += forms
            stem, known = pack_for(language).analyzer.stem, self._stem_numbers
            stem_of += [known.setdefault(stem(form), len(known)) for form in forms]
        self.stems = list(self._stem_numbers)
        self.stem_of = np.array(stem_of, dtype=np.int32)

    def form_numbers(self, language: str, forms: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of forms of a language, −1 for those that are not known."""
        known = self._by_language.get(language, {})
        return np.array([known.get(form, -1) for form in forms], dtype=np.int64)

    def stem_numbers(self, stems: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of stems, −1 for those that are not known."""
        known = self._stem_numbers
        return np.array([known.get(stem, -1) for stem in stems], dtype=np.int64)
