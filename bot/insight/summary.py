"""Condense an article into sentences quoted from it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.ingest.article import Article, Passage
    from bot.retrieval.analyzer import Analyzer

LENGTHS = {"short": 60, "medium": 120, "long": 200}
"""The words that a summary of each length is to have, about."""

_TERM_WEIGHT = 0.6
_TITLE = 0.4
_SHORT = 0.4
_QUOTED_START = 0.1
_POSITION = 1.2
_LIKENESS = 0.6
_SAME = 0.6
_SHORT_WORDS = 8
_MIN_WORDS = 5
_MAX_SENTENCES = 200
_OVER = 1.15
_DAMPING = 0.85
_ROUNDS = 30

_FINISHED = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_OPENS_QUOTED = re.compile(r"[\"“«‘]")
_CAPTION = re.compile(r"\b(?:[Ii]mage|[Pp]hoto|[Ff]ile photo|[Ff]rom file)\b\s*[:,(]|; from file")


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """Hold a sentence of a summary, as it stands in the article, with its passage."""

    text: str
    passage: Passage

    def to_dict(self) -> dict[str, object]:
        """Give the sentence as a JSON object."""
        return {"text": self.text, "paragraph": self.passage.number}


@dataclass(frozen=True, slots=True)
class Summary:
    """Hold an article's summary: sentences in the article's order."""

    article: Article
    sentences: tuple[SummarySentence, ...]

    def to_dict(self) -> dict[str, object]:
        """Give the summary as the JSON object that other programs rely on."""
        return {
            "article": self.article.to_dict(),
            "sentences": [sentence.to_dict() for sentence in self.sentences],
        }


@dataclass(frozen=True, slots=True)
class _Candidate:
    order: int
    text: str
    passage: Passage
    words: int
    terms: tuple[str, ...]


def summarize(article: Article, analyzer: Analyzer, words: int) -> Summary:
    """Choose the sentences that tell the most of an article.

    TextRank (Mihalcea and Tarau, 2004) says how central a sentence is; its terms, its place and
    what it shares with the headline add to that; maximal marginal relevance (Carbonell and
    Goldstein, 1998) keeps two from saying the same.

    Args:
        article: The article.
        analyzer: The analyser of the article's language.
        words: How many words the summary is to have, about; never more than half the article's.
    """
    every = _sentences(article, analyzer)
    total = sum(candidate.words for candidate in every)
    budget = min(words, total // 2)
    candidates = [candidate for candidate in every if _is_quotable(candidate)][:_MAX_SENTENCES]
    if not candidates:
        candidates = every[:1]
    scores = _scores(candidates, article, analyzer)
    chosen = _choose(candidates, scores, budget)
    return Summary(
        article,
        tuple(
            SummarySentence(candidate.text, candidate.passage)
            for candidate in sorted(chosen, key=lambda candidate: candidate.order)
        ),
    )


def _sentences(article: Article, analyzer: Analyzer) -> list[_Candidate]:
    found: list[_Candidate] = []
    for passage in article.passages:
        for start, end in passage.sentences:
            text = passage.text[start:end]
            terms = tuple(analyzer.terms(text))
            found.append(_Candidate(len(found), text, passage, len(text.split()), terms))
    return found


def _is_quotable(candidate: _Candidate) -> bool:
    """Tell whether a sentence stands on its own: whole, no caption, no speech without speaker."""
    text = candidate.text
    if candidate.words < _MIN_WORDS or not _FINISHED.search(text) or _CAPTION.search(text):
        return False
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return False
    opened, closed = text[0] in '“"«', re.search(r"[”\"»][.!?…]?\Z", text)
    return not (opened and closed and not re.search(r"[”\"»].*?\w.*?[“\"«]", text[1:-1]))


def _scores(
    candidates: Sequence[_Candidate], article: Article, analyzer: Analyzer
) -> NDArray[np.float64]:
    frequency = Counter(term for candidate in candidates for term in set(candidate.terms))
    size = len(candidates)
    weight = {term: 1 + np.log(count) for term, count in frequency.items()}
    top = max(weight.values(), default=1.0)
    title = set(analyzer.terms(article.title))
    rank = _textrank(_similarity(candidates))
    scores = np.zeros(size)
    for position, candidate in enumerate(candidates):
        terms = set(candidate.terms)
        mean = sum(weight[term] for term in terms) / len(terms) / top if terms else 0.0
        overlap = len(terms & title) / len(title) if title else 0.0
        scores[position] = (
            rank[position]
            + _TERM_WEIGHT * mean
            + _TITLE * overlap
            - _SHORT * (candidate.words < _SHORT_WORDS)
            - _QUOTED_START * bool(_OPENS_QUOTED.match(candidate.text))
            + _POSITION * (1 - position / size)
        )
    return scores


def _similarity(candidates: Sequence[_Candidate]) -> NDArray[np.float64]:
    """Compare sentences by shared terms over the logarithms of their lengths, 0 on the diagonal."""
    ids: dict[str, int] = {}
    for candidate in candidates:
        for term in candidate.terms:
            ids.setdefault(term, len(ids))
    present = np.zeros((len(candidates), max(1, len(ids))))
    for position, candidate in enumerate(candidates):
        present[position, [ids[term] for term in candidate.terms]] = 1
    lengths = np.log(np.maximum(present.sum(1), 2))
    similarity: NDArray[np.float64] = (present @ present.T) / (lengths[:, None] + lengths[None, :])
    np.fill_diagonal(similarity, 0)
    return similarity


def _textrank(similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rank sentences by the ranks of those they resemble; the highest gets 1."""
    size = len(similarity)
    totals = similarity.sum(1, keepdims=True)
    moves = np.divide(similarity, totals, out=np.full_like(similarity, 1 / size), where=totals > 0)
    rank: NDArray[np.float64] = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        rank = (1 - _DAMPING) / size + _DAMPING * (moves.T @ rank)
    return rank / float(rank.max())


def _choose(
    candidates: Sequence[_Candidate], scores: NDArray[np.float64], budget: int
) -> list[_Candidate]:
    """Take sentences by score less likeness to those taken, while they fit the budget."""
    terms = [set(candidate.terms) for candidate in candidates]
    chosen: list[int] = []
    used = 0
    left = set(range(len(candidates)))
    while left:
        best, best_score = -1, float("-inf")
        for position in sorted(left):
            likeness = max((_jaccard(terms[position], terms[c]) for c in chosen), default=0.0)
            score = float(scores[position]) - _LIKENESS * likeness
            if likeness < _SAME and score > best_score:
                best, best_score = position, score
        if best < 0:
            break
        left.discard(best)
        fits = used + candidates[best].words <= budget * _OVER
        if fits or not chosen:
            chosen.append(best)
            used += candidates[best].words
        if used >= budget:
            break
    return [candidates[position] for position in chosen]


def _jaccard(first: set[str], second: set[str]) -> float:
    union = len(first | second)
    return len(first & second) / union if union else 0.0
