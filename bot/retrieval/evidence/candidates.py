"""The passages that may answer a question, with all that ranking them needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.articles.article import Article, Passage
    from bot.retrieval.meaning.embedded_articles import Similarities

MASK_BITS = 64
"""4-grams of a question that one number of ``Candidates.grams`` has room for."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Passages that may answer a question, and what their words have in common with it.

    Nothing here depends on how an engine numbers its words: the candidates of two engines, asked
    with the same :class:`Question`, can be put one after the other.

    A passage's words are those of its heading, be it empty, and of its sentences; the heading
    counts as a sentence. The arrays of words and of sentences hold those of the first candidate,
    then those of the second, and so on.

    Attributes:
        found: The article and the passage of each candidate.
        order: The place of each candidate in reading order, by which equals rank.
        scores: The BM25 score of each candidate.
        lengths: How many words each candidate has.
        titled: One row a candidate, one column a term: whether the article's headline has it.
        sentence_starts: Where each candidate begins among the sentences, and their number.
        sentence_ends: Where each sentence ends among the words.
        cues: The cue code of each sentence; see :mod:`bot.language.sentence_cues`.
        terms: For each word the position of the term of the question that it is, or −1.
        same_form: For each word whether the question has that term in the same form.
        grams: For each word which of the question's 4-grams it has, a bit each, in rows of
            ``MASK_BITS``.
        gram_counts: For each word how many 4-grams it has, at least 1.
        similarities: Their similarity in meaning to the question, if known.
    """

    found: tuple[tuple[Article, Passage], ...]
    order: NDArray[np.int64]
    scores: NDArray[np.float64]
    lengths: NDArray[np.float64]
    titled: NDArray[np.bool_]
    sentence_starts: NDArray[np.int64]
    sentence_ends: NDArray[np.int64]
    cues: NDArray[np.int64]
    terms: NDArray[np.int64]
    same_form: NDArray[np.bool_]
    grams: NDArray[np.uint64]
    gram_counts: NDArray[np.int64]
    similarities: Similarities | None = None

    def __len__(self) -> int:
        return len(self.found)
