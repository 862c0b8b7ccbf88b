"""Search passages that are held in memory."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.evidence.candidates import MASK_BITS, Candidates
from bot.retrieval.index.index import build_index
from bot.retrieval.index.statistics import Statistics
from bot.retrieval.stem_matches import match_stems, taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article, ArticleKey, Passage
    from bot.articles.encoded import EncodedArticle
    from bot.retrieval.meaning.embedded_articles import EmbeddedArticles, Similarities
    from bot.retrieval.question import ParsedQuestion, Question

MAX_WORDS = 1024
"""Words of a passage that are compared with a question; a passage of usual length has 200.

Only a passage of a single endless sentence has more, as the splitter parts all others.
"""

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
        own = index.languages.get(asked.language)
        grams = index.grams.numbers_of(asked.grams)
        in_all = taken(index.gram_counts, grams)
        matches = match_stems(index, asked)
        return Statistics(
            passages=own.count if own else len(index),
            words=own.words if own else len(index.words.forms),
            stems=np.array([one.passages for one in matches], dtype=np.int64),
            titled=np.array([one.titled for one in matches], dtype=np.bool_),
            neighbours=tuple([one.neighbour for one in matches]),
            others=tuple([one.others for one in matches]),
            forms=taken(
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
        owners, stems = self._wanted(question)
        loose = question.loose[owners]
        within = self._rows_of(question.within, count)
        rows, scores, similarities = self._nearest(stems, loose, question.vector, count, within)
        if question.asked.language in index.languages or len(stems) > len(question.terms):
            weights = question.weights[owners]
            scores = index.ranking.scores_of(stems.tolist(), rows, weights)
        of_article = np.searchsorted(index.article_starts, rows, side="right") - 1
        articles = of_article.tolist()
        words, sentence_starts, sentence_ends, cues = self._laid_out(rows)
        terms = _terms_of(index.vocabulary.stem_of[words], stems, owners)
        forms = index.vocabulary.form_numbers(question.asked.language, question.asked.forms)
        return Candidates(
            found=tuple(self._found(rows.tolist(), articles)),
            order=rows,
            scores=scores,
            lengths=index.ranking.doc_len[rows],
            titled=self._titled(articles, stems.tolist(), owners.tolist()),
            sentence_starts=sentence_starts,
            sentence_ends=sentence_ends,
            cues=cues,
            terms=terms,
            same_form=(terms >= 0) & (np.append(forms, -1)[terms] == words),
            grams=self._grams(question, words),
            gram_counts=index.grams.counts[words],
            similarities=similarities,
        )

    def _wanted(self, question: Question) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the stems to look for, and which of the question's terms each stands for.

        A stem counts for the last term that it stands for: first come others that stand for one,
        then those that are meant, and last those that the question has.
        """
        others = [
            (place, one)
            for place, term in enumerate(question.terms)
            for one in term.others
            if one != term.meant
        ]
        meant = [(place, term.meant or "") for place, term in enumerate(question.terms)]
        meant.sort(key=lambda one: question.terms[one[0]].text == one[1])
        wanted = others + meant
        owners = np.array([place for place, _ in wanted], dtype=np.int64)
        return owners, self._index.vocabulary.stem_numbers([stem for _, stem in wanted])

    def _titled(
        self, articles: Sequence[int], stems: Sequence[int], owners: Sequence[int]
    ) -> NDArray[np.bool_]:
        """Return which articles' headlines have which terms: one row an article."""
        titled = np.zeros((len(articles), 1 + max(owners, default=-1)), dtype=np.bool_)
        for owner, stem in zip(owners, stems, strict=True):
            with_stem = self._index.titled.get(stem)
            if with_stem:
                has = [article in with_stem for article in articles]
                titled[:, owner] |= np.array(has, dtype=np.bool_)
        return titled

    def _nearest(
        self,
        stems: NDArray[np.int64],
        loose: NDArray[np.bool_],
        vector: NDArray[np.float32] | None,
        count: int,
        within: NDArray[np.int64],
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], Similarities | None]:
        """Return the rows nearest by words and by meaning, their BM25 scores, and similarities.

        Some rows are among them, however near they are.

        Those that only share characters with the question come after those that share words: a
        character is in many words. Where one of those found by words can't be compared in meaning,
        words decide alone.
        """
        ranking, embedded = self._index.ranking, self.embedded
        rows, scores = ranking.top(stems[~loose].tolist(), count)
        if loose.any():
            more, of_more = ranking.top(stems[loose].tolist(), count)
            is_new = ~np.isin(more, rows)
            rows = np.concatenate((rows, more[is_new]))
            scores = np.concatenate((scores, of_more[is_new]))
        within = within[~np.isin(within, rows)]
        rows = np.concatenate((rows, within))
        scores = np.concatenate((scores, ranking.scores_of(stems.tolist(), within)))
        if vector is None or embedded is None:
            return rows, scores, None
        near = embedded.nearest(vector, count)
        near = near[~np.isin(near, rows)]
        found = np.concatenate((rows, near))
        similarities = embedded.similarities(found, vector)
        if similarities is None:
            return rows, scores, None
        of_near = ranking.scores_of(stems.tolist(), near)
        return found, np.concatenate((scores, of_near)), similarities

    def _rows_of(self, key: ArticleKey | None, count: int) -> NDArray[np.int64]:
        """Return the rows of an article's first passages, none if it isn't here."""
        places = (place for place, one in enumerate(self._articles) if one.key == key)
        at = next(places, None) if key else None
        if at is None:
            return np.zeros(0, dtype=np.int64)
        first, end = self._index.article_starts[at : at + 2].tolist()
        return np.arange(first, min(end, first + count))

    def _found(
        self, rows: Sequence[int], articles: Sequence[int]
    ) -> Iterator[tuple[Article, Passage]]:
        """Yield the article and the passage of each row."""
        first_row = self._index.article_starts[list(articles)].tolist()
        for row, position, start in zip(rows, articles, first_row, strict=True):
            article = self._articles[position]
            yield article, article.passages[row - start]

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


def _ranges(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ranges of ``counts`` numbers that begin at ``starts``, concatenated."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    ranges: NDArray[np.int64] = np.arange(total) + np.repeat(starts - ends + counts, counts)
    return ranges


def _terms_of(
    stems: NDArray[np.int32], asked: NDArray[np.int64], owners: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return for each word's stem the position of the term of a question that it is, or −1.

    Where two terms stand for one stem, as one may be misspelt, its words count for the last.
    """
    pairs = zip(asked.tolist(), owners.tolist(), strict=True)
    places = {stem: owner for stem, owner in pairs if stem >= 0}
    if not places:
        return np.full(len(stems), -1, dtype=np.int64)
    known = np.array(sorted(places), dtype=np.int64)
    at = np.minimum(np.searchsorted(known, stems), len(known) - 1)
    place = np.array([places[stem] for stem in known.tolist()], dtype=np.int64)
    return np.where(known[at] == stems, place[at], -1)
