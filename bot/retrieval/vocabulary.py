"""Number word forms and their stems, so that an index is made of integers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from bot.retrieval.cues import CUE_CODES, cue_code, word_cues
from bot.retrieval.ngrams import GramTable, SimilarStrings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.language.analyzer import Analyzer

_MAX_REMEMBERED = 1_000_000
_Value = TypeVar("_Value")


class Vocabulary:
    """Map forms to ids and ids to stems; it grows at its end and never changes what it gave.

    Because it only grows, an index made earlier stays right while a later one is being built:
    ids past the index's own size are unknown to it. One thread at a time may encode.

    Args:
        analyzer: The analyser whose forms are numbered.
        forms: Forms in the order of their ids, from :attr:`forms` of an earlier vocabulary.
    """

    def __init__(self, analyzer: Analyzer, forms: Iterable[str] = ()) -> None:
        self.analyzer = analyzer
        self.forms: list[str] = []
        self.stems: list[str] = []
        self._stem_of: list[int] = []
        self._form_ids: dict[str, int] = {}
        self._stem_ids: dict[str, int] = {}
        self._encoded: _Words[tuple[int, ...]] = _Words(self._encode_word)
        self._cues: _Words[int] = _Words(word_cues)
        self._gram_table: GramTable | None = None
        self._similar_stems: SimilarStrings | None = None
        for form in forms:
            self._add(form)

    def __len__(self) -> int:
        return len(self.forms)

    def encode(self, text: str) -> list[int]:
        """Give a text's forms as ids, adding those that are new."""
        return list(chain.from_iterable(map(self._encoded.__getitem__, self.analyzer.words(text))))

    def encode_article(self, article: Article) -> NDArray[np.int32]:
        """Encode an article's passages: each one's heading's form ids, then its sentences'.

        Behind the heading, be it empty, and behind each sentence stands a negative number:
        ``-1 - cue_code`` of the sentence.
        """
        self.encode(article.title)  # so that a question may ask for a word that only it has
        ids: list[int] = []
        words_of, encoded, cues = self.analyzer.words, self._encoded, self._cues
        for passage in article.passages:
            if passage.heading:
                ids += self.encode(passage.heading)
            ids.append(-1)
            text = passage.text
            for start, end in passage.sentences:
                words = words_of(text[start:end])
                ids += chain.from_iterable(map(encoded.__getitem__, words))
                ids.append(-1 - cue_code(sum(map(cues.__getitem__, words)), words))
        return np.array(ids, dtype=np.int32)

    def stem_ids(self, text: str) -> list[int]:
        """Give the ids of a text's stems without adding any; what is unknown is left out."""
        found: list[int] = []
        for word in self.analyzer.words(text):
            known = self._encoded.get(word)
            if known is None:
                stems = (self._stem_ids.get(self.stem_in(form)) for form in self.forms_in(word))
                found += [stem for stem in stems if stem is not None]
            else:
                found += [self._stem_of[form] for form in known]
        return found

    def forms_in(self, word: str) -> tuple[str, ...]:
        """Give a word's forms without adding any."""
        known = self._encoded.get(word)
        if known is None:
            return self.analyzer.forms_of(word)
        return tuple([self.forms[form_id] for form_id in known])

    def stem_in(self, form: str) -> str:
        """Give a form's stem without adding it."""
        form_id = self._form_ids.get(form)
        return self.analyzer.stem(form) if form_id is None else self.stems[self._stem_of[form_id]]

    def form_id(self, form: str) -> int | None:
        """Look a form up without adding it."""
        return self._form_ids.get(form)

    def stem_id(self, stem: str) -> int | None:
        """Look a stem up without adding it."""
        return self._stem_ids.get(stem)

    def stem_of(self) -> NDArray[np.int32]:
        """Give the stem id of each form id, as an array of this moment's size.

        Behind them stand ``CUE_CODES`` entries more, the number of stems: what a sentence's end
        finds there, its negative code counting from the array's end, is no stem.
        """
        return np.array(self._stem_of + [len(self.stems)] * CUE_CODES, dtype=np.int32)

    def gram_table(self) -> GramTable:
        """Give the 4-grams of this moment's forms; what a sentence's end finds there is none."""
        if self._gram_table is None:
            self._gram_table = GramTable(self.forms, padding=CUE_CODES)
        return self._gram_table

    def similar_stems(self) -> SimilarStrings:
        """Give what finds the stem, among this moment's, that a misspelt one stands for."""
        if self._similar_stems is None:
            self._similar_stems = SimilarStrings(self.stems)
        return self._similar_stems

    def _encode_word(self, word: str) -> tuple[int, ...]:
        return tuple([self._add(form) for form in self.analyzer.forms_of(word)])

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
        self._gram_table = self._similar_stems = None
        form_id = len(self.forms)
        self.forms.append(form)
        self._stem_of.append(stem_id)
        self._form_ids[form] = form_id
        return form_id


class _Words(dict[str, _Value], Generic[_Value]):
    """Remember for each word what a function gives for it.

    It is cleared when it is full: hostile text can hold any number of different words.
    """

    def __init__(self, function: Callable[[str], _Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> _Value:
        if len(self) >= _MAX_REMEMBERED:
            self.clear()
        value = self[word] = self._function(word)
        return value
