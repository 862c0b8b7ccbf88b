"""Number word forms and their stems, so that an index is made of integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.retrieval.analyzer import Analyzer


class Vocabulary:
    """Map forms to ids and ids to stems; it grows at its end and never changes what it gave.

    Because it only grows, an index made earlier stays right while a later one is being built:
    ids past the index's own size are unknown to it. One thread at a time may encode.
    """

    def __init__(self, analyzer: Analyzer, forms: Sequence[str] = ()) -> None:
        self.analyzer = analyzer
        self.forms: list[str] = []
        self.stems: list[str] = []
        self._stem_of: list[int] = []
        self._form_ids: dict[str, int] = {}
        self._stem_ids: dict[str, int] = {}
        self._encoded: dict[str, tuple[tuple[int, ...], int]] = {}
        for form in forms:
            self._add(form)

    def __len__(self) -> int:
        return len(self.forms)

    def encode(self, text: str) -> list[int]:
        """Give a sentence's forms as ids, adding those that are new."""
        encoded = self._encoded
        ids: list[int] = []
        extra: list[int] = []
        for word in self.analyzer.words(text):
            entry = encoded.get(word)
            if entry is None:
                entry = self._encode_word(word)
            ids.extend(entry[0])
            if entry[1] >= 0:
                extra.append(entry[1])
        return ids + extra if extra else ids

    def form_id(self, form: str) -> int | None:
        """Look a form up without adding it."""
        return self._form_ids.get(form)

    def stem_id(self, stem: str) -> int | None:
        """Look a stem up without adding it."""
        return self._stem_ids.get(stem)

    def stem_of(self) -> NDArray[np.int32]:
        """Give the stem id of each form id, as an array of this moment's size."""
        return np.array(self._stem_of, dtype=np.int32)

    def _encode_word(self, word: str) -> tuple[tuple[int, ...], int]:
        forms, joined = self.analyzer.forms_of(word)
        entry = (
            tuple([self._add(form) for form in forms]),
            self._add(joined) if joined else -1,
        )
        self._encoded[word] = entry
        return entry

    def _add(self, form: str) -> int:
        known = self._form_ids.get(form)
        if known is not None:
            return known
        stem = self.analyzer.stem(form)
        stem_id = self._stem_ids.get(stem)
        if stem_id is None:
            stem_id = len(self.stems)
            self.stems.append(stem)
            self._stem_ids[stem] = stem_id
        form_id = len(self.forms)
        self.forms.append(form)
        self._stem_of.append(stem_id)
        self._form_ids[form] = form_id
        return form_id
