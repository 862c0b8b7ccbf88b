"""Encode an article: its words as numbers, where its sentences end, and what each can answer."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from bot.articles.encoded import EncodedArticle, smallest_dtype
from bot.language.packs import pack_for
from bot.language.sentence_cues import cue_code
from bot.language.sentences.sentence_roles import roles_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.articles.article import Article
    from bot.language.pack import LanguagePack

VERSION = "16"
"""Changes when the same article would be encoded differently, so that what is stored is redone."""

_MAX_REMEMBERED = 1_000_000
_Value = TypeVar("_Value")


class ArticleEncoder:
    """Encodes articles, remembering the words that it has analysed; for one thread at a time."""

    def __init__(self) -> None:
        self._by_language: dict[str, _Words] = {}

    def encode(self, article: Article) -> EncodedArticle:
        """Return an article's encoding.

        Args:
            article: The article; the pack of its language analyses it.
        """
        pack = pack_for(article.language)
        known = self._by_language.setdefault(pack.code, _Words(pack))
        words_of, forms_of, cues_of = pack.analyser.words, known.forms, known.cues
        title = [form for word in words_of(article.title) for form in forms_of[word]]
        forms: list[str] = []
        ends: list[int] = []
        cues: list[int] = []
        for passage in article.passages:
            heading = words_of(passage.heading or "")
            forms += chain.from_iterable(map(forms_of.__getitem__, heading))
            ends.append(len(forms))
            cues.append(0)
            roles = roles_in(article, passage, pack)
            for (start, end), role in zip(passage.sentences, roles, strict=True):
                words = words_of(passage.text[start:end])
                forms += chain.from_iterable(map(forms_of.__getitem__, words))
                ends.append(len(forms))
                cues.append(cue_code(sum(map(cues_of.__getitem__, words)), words) | role)
        # The title's forms are numbered too, so that a question may have a word that only it has.
        distinct = dict.fromkeys(chain(title, forms))
        numbers = dict(zip(distinct, range(len(distinct)), strict=True))
        of_forms = smallest_dtype(len(distinct))
        return EncodedArticle(
            language=pack.code,
            version=VERSION,
            form_lines="\n".join(distinct),
            title=np.array([numbers[form] for form in title], dtype=of_forms),
            words=np.array([numbers[form] for form in forms], dtype=of_forms),
            sentence_ends=np.array(ends, dtype=smallest_dtype(len(forms))),
            cues=np.array(cues, dtype=np.uint8),
        )


def is_current(encoded: EncodedArticle, article: Article) -> bool:
    """Return whether an encoding is what this version would make of an article."""
    return (
        encoded.version == VERSION
        and encoded.language == pack_for(article.language).code
        and encoded.fits(article)
    )


class _Words:
    """What is remembered of the words of one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self.forms: _Memory[tuple[str, ...]] = _Memory(pack.analyser.forms_of)
        self.cues: _Memory[int] = _Memory(pack.word_cues)


class _Memory(dict[str, _Value], Generic[_Value]):
    """Remembers for each word what a function returned.

    It is cleared when it is full: hostile text can have any number of different words.
    """

    def __init__(self, function: Callable[[str], _Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> _Value:
        if len(self) >= _MAX_REMEMBERED:
            self.clear()
        value = self[word] = self._function(word)
        return value
