"""Search passages that are held in memory."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

from bot.language.word_analyser import TYPED_BARE
from bot.retrieval.candidates import MASK_BITS, Candidates
from bot.retrieval.index import build_index
from bot.retrieval.ngrams import by_letters
from bot.retrieval.statistics import Neighbour, Statistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article, Passage
    from bot.articles.encoded import EncodedArticle
    from bot.retrieval.index import LanguageStatistics
    from bot.retrieval.meaning.embedded_articles import EmbeddedArticles, Similarities
    from bot.retrieval.question import ParsedQuestion, Question

LEAST_LIKENESS = 0.6
"""How alike a misspelt word and the word it stands for must be, by :class:`SimilarStrings`."""

MAX_WORDS = 1024
"""Words of a passage that are compared with a question; a passage of usual length has 200.

Only a passage of a single endless sentence has more, as the splitter parts all others.
"""

_LEAST_BY_LETTERS = 0.65
"""The same of pairs of Korean syllables, which are compared by their letters."""

_OWN = 0.15
"""How much less alike a word of the question's own language may be than one of another."""

_MIN_MISSPELT = 4
_WITHOUT_MARKS = 1.0
"""How alike a word is that was typed without the marks of its language."""

_BITS = np.left_shift(np.uint64(1), np.arange(MASK_BITS, dtype=np.uint64))


class MemoryEngine:
    """Searches the passages of some articles, by their words and by what they mean.

    Args:
        articles: The articles, in the order in which equal scores rank.
        encoded: Their encodings, in the same order.

    Attributes:
        embedded: What the articles mean. Until it is set, and where a question has no vector,
            passages are found by their words alone.
    """

    def __init__(self, articles: Sequence[Article], encoded: Sequence[EncodedArticle]) -> None:
        self._articles = tuple(articles)
        self._index = build_index(articles, encoded)
        self._scratch = threading.local()
        self.embedded: EmbeddedArticles | None = None

    def __len__(self) -> int:
        return len(self._index)

    @property
    def knows_meaning(self) -> bool:
        """Whether what the articles mean is known."""
        return self.embedded is not None

    @property
    def forms(self) -> int:
        """The number of distinct word forms, on which most of the memory that it takes depends."""
        return len(self._index.vocabulary.forms)

    def statistics(self, asked: ParsedQuestion) -> Statistics:
        """Return how often the parts of a question occur in the passages."""
        index = self._index
        stems = index.vocabulary.stem_numbers(asked.stems)
        frequencies = _taken(index.ranking.frequencies, stems)
        if asked.language in TYPED_BARE and asked.text.isascii():
            # Most words that are written alike without marks are another one, typed plain.
            known = [bool(index.vocabulary.with_marks(stem)) for stem in asked.stems]
            frequencies = np.where(known, 0, frequencies)
        titled = [stem in index.titled for stem in stems.tolist()]
        own = index.languages.get(asked.language)
        grams = index.grams.numbers_of(asked.grams)
        in_all = _taken(index.gram_counts, grams)
        return Statistics(
            passages=own.count if own else len(index),
            words=own.words if own else len(index.words.forms),
            stems=own.counts_of_stems(index.ranking, stems) if own else frequencies,
            titled=np.array(titled, dtype=np.bool_),
            neighbours=tuple(
                [
                    None if passages or has_title else self._neighbour(stem, own)
                    for stem, passages, has_title in zip(
                        asked.stems, frequencies.tolist(), titled, strict=True
                    )
                ]
            ),
            forms=_taken(
                index.form_counts, index.vocabulary.form_numbers(asked.language, asked.forms)
            ),
            grams=own.or_others(own.counts_of_grams(grams), in_all) if own else in_all,
        )

    def rank(
        self, stems: Sequence[str], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rank passages by BM25 alone, as the first stage of an answer does.

        Args:
            stems: The distinct stems to look for.
            count: How many passages at most.

        Returns:
            The passages' places in reading order, and their scores, best first.
        """
        return self._index.ranking.top(self._index.vocabulary.known_stems(stems), count)

    def candidates(self, question: Question, count: int) -> Candidates:
        """Return the passages that may answer a question, by words and by meaning.

        Args:
            question: The question.
            count: How many to find by words, and as many by meaning; some are found by both.

        Returns:
            Those found by words, best first, and then those found by meaning alone.
        """
        index = self._index
        wanted = [term.meant or "" for term in question.terms]
        stems = index.vocabulary.stem_numbers(wanted)
        rows, scores, similarities = self._nearest(stems.tolist(), question.vector, count)
        if question.asked.language in index.languages:
            scores = index.ranking.scores_of(stems.tolist(), rows, question.weights)
        of_article = np.searchsorted(index.article_starts, rows, side="right") - 1
        articles = of_article.tolist()
        words, sentence_starts, sentence_ends, cues = self._laid_out(rows)
        terms = _terms_of(index.vocabulary.stem_of[words], stems)
        forms = index.vocabulary.form_numbers(question.asked.language, question.asked.forms)
        return Candidates(
            found=tuple(self._found(rows.tolist(), articles)),
            order=rows,
            scores=scores,
            lengths=index.ranking.doc_len[rows],
            titled=self._titled(articles, stems.tolist()),
            sentence_starts=sentence_starts,
            sentence_ends=sentence_ends,
            cues=cues,
            terms=terms,
            same_form=(terms >= 0) & (np.append(forms, -1)[terms] == words),
            grams=self._grams(question, words),
            gram_counts=index.grams.counts[words],
            similarities=similarities,
        )

    def _titled(self, articles: Sequence[int], stems: Sequence[int]) -> NDArray[np.bool_]:
        """Return which articles' headlines have which stems: one row an article."""
        titled = np.zeros((len(articles), len(stems)), dtype=np.bool_)
        for term, stem in enumerate(stems):
            with_stem = self._index.titled.get(stem)
            if with_stem:
                titled[:, term] = [article in with_stem for article in articles]
        return titled

    def _nearest(
        self, stems: list[int], vector: NDArray[np.float32] | None, count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], Similarities | None]:
        """Return the rows nearest by words and by meaning, their BM25 scores, and similarities.

        Where one of those found by words can't be compared in meaning, words decide alone.
        """
        ranking, embedded = self._index.ranking, self.embedded
        rows, scores = ranking.top(stems, count)
        if vector is None or embedded is None:
            return rows, scores, None
        near = embedded.nearest(vector, count)
        near = near[~np.isin(near, rows)]
        found = np.concatenate((rows, near))
        similarities = embedded.similarities(found, vector)
        if similarities is None:
            return rows, scores, None
        return found, np.concatenate((scores, ranking.scores_of(stems, near))), similarities

    def _found(
        self, rows: Sequence[int], articles: Sequence[int]
    ) -> Iterator[tuple[Article, Passage]]:
        """Yield the article and the passage of each row."""
        first_row = self._index.article_starts[list(articles)].tolist()
        for row, position, start in zip(rows, articles, first_row, strict=True):
            article = self._articles[position]
            yield article, article.passages[row - start]

    def _neighbour(self, stem: str, own: LanguageStatistics | None) -> Neighbour | None:
        """Return the stem of the passages that a misspelt one most likely stands for.

        Of several that are equally alike it is the one in the most passages. Those of its own
        language go before others.
        """
        marked = self._index.vocabulary.with_marks(stem)
        letters = by_letters(stem)
        if not marked and (len(letters) < _MIN_MISSPELT or stem[0].isdigit()):
            return None
        nearest = [(number, _WITHOUT_MARKS) for number in marked]
        least = LEAST_LIKENESS if letters == stem else _LEAST_BY_LETTERS
        nearest = nearest or self._index.similar.nearest(stem, least)
        if own and nearest and not marked:
            own_least = max(least, nearest[0][1] - _OWN)
            nearest = self._index.similar.nearest(stem, own_least, own.stems) or nearest
        positions = np.array([position for position, _ in nearest], dtype=np.int64)
        passages = _taken(self._index.ranking.frequencies, positions)
        if not passages.any():
            return None
        best = int(passages.argmax())
        position, similarity = nearest[best]
        return Neighbour(self._index.vocabulary.stems[position], similarity, int(passages[best]))

    def _laid_out(
        self, rows: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Concatenate the words of some passages.

        Returns:
            The words, as numbers of forms; where each passage begins among the sentences; where
            each sentence ends among the words; and each sentence's cue code.
        """
        words = self._index.words
        begins = words.passage_starts[rows]
        lengths = np.minimum(words.passage_starts[rows + 1] - begins, MAX_WORDS)
        starts = np.cumsum(lengths) - lengths
        counts = words.sentence_starts[rows + 1] - words.sentence_starts[rows]
        sentences = _ranges(words.sentence_starts[rows], counts)
        ends = words.sentence_ends[sentences] - np.repeat(begins, counts)
        return (
            words.forms[_ranges(begins, lengths)].astype(np.int64),
            np.concatenate(([0], np.cumsum(counts))),
            np.minimum(ends, np.repeat(lengths, counts)) + np.repeat(starts, counts),
            words.cues[sentences].astype(np.int64),
        )

    def _grams(self, question: Question, words: NDArray[np.int64]) -> NDArray[np.uint64]:
        """Return for each word which of the question's 4-grams it has, in rows of 64 bits."""
        grams = self._index.grams
        numbers = grams.numbers_of(question.grams)
        blocks = max(1, -(-len(numbers) // MASK_BITS))
        masks = np.empty((blocks, len(words)), dtype=np.uint64)
        held = grams.table.take(words, axis=0)
        bits = self._bits()
        for block in range(blocks):
            own = numbers[block * MASK_BITS : (block + 1) * MASK_BITS]
            known = own >= 0
            try:
                bits[own[known]] = _BITS[: len(own)][known]
                np.bitwise_or.reduce(bits.take(held), axis=1, out=masks[block])
            finally:
                bits[own[known]] = 0
        return masks

    def _bits(self) -> NDArray[np.uint64]:
        """Return this thread's array of a number for each 4-gram, all of them 0."""
        bits: NDArray[np.uint64] | None = getattr(self._scratch, "bits", None)
        if bits is None:
            bits = self._scratch.bits = np.zeros(self._index.grams.size + 1, dtype=np.uint64)
        return bits


def _taken(counts: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the count of each number, 0 for numbers that have none."""
    known = (numbers >= 0) & (numbers < len(counts))
    taken = np.zeros(len(numbers), dtype=np.int64)
    taken[known] = counts[numbers[known]]
    return taken


def _ranges(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ranges of ``counts`` numbers that begin at ``starts``, concatenated."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    ranges: NDArray[np.int64] = np.arange(total) + np.repeat(starts - ends + counts, counts)
    return ranges


def _terms_of(stems: NDArray[np.int32], asked: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each word's stem the position of the term of a question that it is, or −1.

    Where two terms stand for one stem, as one may be misspelt, its words count for the last.
    """
    places = {stem: place for place, stem in enumerate(asked.tolist()) if stem >= 0}
    if not places:
        return np.full(len(stems), -1, dtype=np.int64)
    known = np.array(sorted(places), dtype=np.int64)
    at = np.minimum(np.searchsorted(known, stems), len(known) - 1)
    place = np.array([places[stem] for stem in known.tolist()], dtype=np.int64)
    return np.where(known[at] == stems, place[at], -1)
