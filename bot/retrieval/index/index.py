"""The passages of a library as arrays of integers: words, postings and 4-grams."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from bot.retrieval.index.bm25 import PostingBM25
from bot.retrieval.index.ngrams import GramTable, SimilarStrings
from bot.retrieval.index.other_stems import OtherStems
from bot.retrieval.index.statistics import background_of
from bot.retrieval.index.vocabulary import FormNumbers, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.articles.encoded import EncodedArticle

_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All passages' words, one passage after the other, each one's heading first.

    Attributes:
        forms: The number of each word's form.
        sentence_ends: Where each sentence ends in ``forms``; a heading counts as a sentence.
        cues: The cue code of each sentence.
        passage_starts: Where each passage begins in ``forms``, and the length at the end.
        sentence_starts: Where each passage begins among the sentences, and their number.
    """

    forms: NDArray[np.int32]
    sentence_ends: NDArray[np.int64]
    cues: NDArray[np.uint8]
    passage_starts: NDArray[np.int64]
    sentence_starts: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class LanguageStatistics:
    """The part of one language in the index of a library of several.

    Attributes:
        passages: Which of all passages are in it.
        count: How many they are.
        words: How many words they have together.
        stems: Which of all stems occur in it.
        grams: The numbers of the 4-grams that its forms have, ascending.
        gram_counts: How often forms that have them occur in its passages.
    """

    passages: NDArray[np.bool_]
    count: int
    words: int
    stems: NDArray[np.bool_]
    grams: NDArray[np.int64]
    gram_counts: NDArray[np.int64]

    def counts_of_stems(self, ranking: PostingBM25, stems: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many of its passages have each stem, by the stems' numbers or −1.

        What is a name here may be common elsewhere, and the same news is told in many languages.
        """
        counts = [
            np.array([self.passages[held].sum(), len(held)])
            for held in map(ranking.documents_of, stems.tolist())
        ]
        own, in_all = np.array(counts, dtype=np.int64).reshape(-1, 2).T
        return self.or_others(own, in_all)

    def counts_of_grams(self, grams: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how often forms that have 4-grams occur, by the 4-grams' numbers or −1."""
        at = np.minimum(np.searchsorted(self.grams, grams), len(self.grams) - 1)
        return np.where(self.grams[at] == grams, self.gram_counts[at], 0)

    def or_others(self, counts: NDArray[np.int64], in_all: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return counts, or those of all languages where they are 0: a name may be in others."""
        return np.where(counts > 0, counts, np.minimum(in_all, self.count))


@dataclass(frozen=True, slots=True, eq=False)
class PassageIndex:
    """What passages are searched by, for one snapshot of a library.

    Attributes:
        vocabulary: The forms and stems.
        words: The passages' words.
        article_starts: The row of each article's first passage, and the number of all passages.
        ranking: BM25 over the stems.
        titled: The positions of the articles whose headline has a stem, by stem.
        form_counts: How often each form occurs in the passages.
        grams: The 4-grams of each form.
        gram_counts: How often forms that have a 4-gram occur in the passages, by 4-gram.
        similar: Finds stems that a misspelt one may stand for.
        others: Finds stems that stand for one beside itself.
        languages: What each language has, where there are several.
    """

    vocabulary: Vocabulary
    words: Words
    article_starts: NDArray[np.int64]
    ranking: PostingBM25
    titled: dict[int, set[int]]
    form_counts: NDArray[np.int64]
    grams: GramTable
    gram_counts: NDArray[np.int64]
    similar: SimilarStrings
    others: OtherStems
    languages: dict[str, LanguageStatistics]

    def __len__(self) -> int:
        return len(self.words.passage_starts) - 1


def build_index(articles: Sequence[Article], encoded: Sequence[EncodedArticle]) -> PassageIndex:
    """Index the passages of articles.

    Args:
        articles: The articles.
        encoded: Their encodings, in the same order.
    """
    numbering = FormNumbers(encoded)
    vocabulary = Vocabulary(numbering)
    words = _lay_out(articles, encoded, numbering)
    counts = [len(article.passages) for article in articles]
    stem_of = vocabulary.stem_of
    grams = GramTable(vocabulary.forms)
    form_counts = np.bincount(words.forms, minlength=len(vocabulary.forms))
    gram_counts = np.bincount(
        grams.table.ravel(),
        weights=np.repeat(form_counts, GramTable.WIDTH),
        minlength=grams.size + 1,
    )
    languages = [one.language for one in encoded]
    index = PassageIndex(
        vocabulary=vocabulary,
        words=words,
        article_starts=np.concatenate(([0], np.cumsum(counts, dtype=np.int64))),
        ranking=PostingBM25(
            stem_of[words.forms],
            words.passage_starts,
            background=background_of(sum(counts)),
            scale=_length_scale(words, counts, languages),
        ),
        titled=_titled(encoded, numbering, stem_of),
        form_counts=form_counts,
        grams=grams,
        gram_counts=gram_counts.astype(np.int64),
        similar=SimilarStrings(vocabulary.stems),
        others=OtherStems(vocabulary),
        languages={},
    )
    return replace(index, languages=_of_languages(index, counts, languages))


def _of_languages(
    index: PassageIndex, counts: Sequence[int], languages: Sequence[str]
) -> dict[str, LanguageStatistics]:
    """Return what each language has, or nothing where all articles are in one."""
    spans = index.vocabulary.spans
    if len(spans) <= 1:
        return {}
    of_passage = np.repeat(np.array(languages), counts)
    return {
        language: _of_language(index, of_passage == language, span)
        for language, span in spans.items()
        if (of_passage == language).any()
    }


def _of_language(
    index: PassageIndex, passages: NDArray[np.bool_], forms: slice
) -> LanguageStatistics:
    stems = np.zeros(len(index.vocabulary.stems), dtype=np.bool_)
    stems[index.vocabulary.stem_of[forms]] = True
    table = index.grams.table[forms]
    occurrences = np.repeat(index.form_counts[forms], table.shape[1])
    grams, places = np.unique(table.ravel(), return_inverse=True)
    return LanguageStatistics(
        passages=passages,
        count=int(np.count_nonzero(passages)),
        words=int(index.ranking.doc_len[passages].sum()),
        stems=stems,
        grams=grams.astype(np.int64),
        gram_counts=np.bincount(places, weights=occurrences).astype(np.int64),
    )


def _lay_out(
    articles: Sequence[Article], encoded: Sequence[EncodedArticle], numbering: FormNumbers
) -> Words:
    """Concatenate all articles' words, numbered as in the whole library."""
    sentences = [1 + len(p.sentences) for article in articles for p in article.passages]
    sentence_starts = np.cumsum([0, *sentences], dtype=np.int64)
    lengths = np.array([len(one.words) for one in encoded], dtype=np.int64)
    before = np.repeat(np.cumsum(lengths) - lengths, [len(one.cues) for one in encoded])
    sentence_ends = before + _joined([one.sentence_ends for one in encoded], np.int64)
    return Words(
        forms=numbering.translate([one.words for one in encoded]),
        sentence_ends=sentence_ends,
        cues=_joined([one.cues for one in encoded], np.uint8),
        passage_starts=np.append([0], sentence_ends)[sentence_starts],
        sentence_starts=sentence_starts,
    )


def _length_scale(
    words: Words, counts: Sequence[int], languages: Sequence[str]
) -> NDArray[np.float64] | None:
    """Return what brings the passages of every language to the same mean length.

    Chinese takes more pairs of characters to say what English says in words. There is nothing to
    bring together in a library of one language.
    """
    if len(set(languages)) <= 1:
        return None
    of_passage = np.repeat(languages, counts)
    lengths = np.diff(words.passage_starts)
    scale = np.ones(len(lengths))
    for language in sorted(set(languages)):
        own = of_passage == language
        if own.any():
            scale[own] = lengths.mean() / max(float(lengths[own].mean()), 1.0)
    return scale


def _joined(
    arrays: Sequence[NDArray[np.unsignedinteger]], dtype: type[_Number]
) -> NDArray[_Number]:
    joined: NDArray[_Number] = np.concatenate([np.empty(0, dtype), *arrays], dtype=dtype)
    return joined


def _titled(
    encoded: Sequence[EncodedArticle], numbering: FormNumbers, stem_of: NDArray[np.int32]
) -> dict[int, set[int]]:
    """Return the positions of the articles whose headline has a stem, by stem."""
    stems = stem_of[numbering.translate([one.title for one in encoded])]
    articles = np.repeat(np.arange(len(encoded)), [len(one.title) for one in encoded])
    found: dict[int, set[int]] = {}
    for stem, article in zip(stems.tolist(), articles.tolist(), strict=True):
        found.setdefault(stem, set()).add(article)
    return found
