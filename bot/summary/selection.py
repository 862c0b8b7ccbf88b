"""Weigh sentences against one another, and take those that tell the most in few words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.quote import Quote
from bot.language.english.name_words import SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article, Passage
    from bot.language.analyzer import Analyzer

# Tuned on the human summaries of the wikinews development set, with ``evaluate --summary``.
_LIKENESS = 0.3
_REPEATED = 0.6
_SAME = 0.6
_OVER = 1.15
_ENOUGH = 0.9
_MIN_WORDS = 5
_DAMPING = 0.85
_ROUNDS = 30

_FINISHED = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_CAPTION = re.compile(
    r"\b(?:[Ii]mage|[Pp]hoto|[Ff]rom file)\b\s*[:,(]|; from file"
    r"|\A[Ff]ile (?:photo|image|picture)\b"
)
_MOST_TOGETHER = 3
_SAID = rf"(?:\w+ly |also |then )?(?:{'|'.join(sorted(SPEECH_VERBS))})"
# A sentence of which only the one before says who it is about, or who speaks in it.
_WHO = re.compile(
    rf"[”\"»],? (?:(?:he|she|they|the latter|the former) {_SAID}|{_SAID} (?:he|she|they))\b"
    r"|\A[“\"«]?(?:He|She|They|His|Her|Their|The latter|The former)\b"
    r"|\A(?:After|Also|Although|And|As|At|Before|But|By|Despite|During|Earlier|For|From|If|In|"
    r"Instead|Last|Later|Meanwhile|Now|On|Once|Since|So|Still|Then|Though|Today|Until|When|While|"
    r"With|Yesterday|Yet),? (?:[a-z]+ ){0,3}(?:he|she|his|her)\b"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that a summary may quote.

    Attributes:
        order: Its place among all sentences looked at.
        quote: The sentence.
        words: How many words it has.
        terms: Its stems, repeated as they are.
    """

    order: int
    quote: Quote
    words: int
    terms: tuple[str, ...]


def candidates_of(
    passages: Iterable[tuple[Article, Passage]], analyzer: Analyzer
) -> list[Candidate]:
    """Return all sentences of passages, in their order."""
    found: list[Candidate] = []
    for article, passage in passages:
        for start, end in passage.sentences:
            quote = Quote(article, passage, (start, end))
            terms = tuple(analyzer.terms(quote.text))
            found.append(Candidate(len(found), quote, len(quote.text.split()), terms))
    return found


def is_quotable(candidate: Candidate) -> bool:
    """Whether a sentence stands on its own: whole, no caption, no speech without its speaker."""
    text = candidate.quote.text
    if candidate.words < _MIN_WORDS or not _FINISHED.search(text) or _CAPTION.search(text):
        return False
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return False
    opened, closed = text[0] in '“"«', re.search(r"[”\"»][.!?…]?\Z", text)
    return not (opened and closed and not re.search(r"[”\"»].*?\w.*?[“\"«]", text[1:-1]))


def term_counts(candidates: Sequence[Candidate]) -> Counter[str]:
    """Return for each term the number of sentences that have it."""
    return Counter(term for candidate in candidates for term in set(candidate.terms))


def centrality(candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return ranks of sentences by the ranks of those they share terms with, the highest being 1.

    This is TextRank (Mihalcea and Tarau, 2004).
    """
    similarity = _similarity(candidates)
    size = len(similarity)
    totals = similarity.sum(1, keepdims=True)
    moves = np.divide(similarity, totals, out=np.full_like(similarity, 1 / size), where=totals > 0)
    rank: NDArray[np.float64] = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        rank = (1 - _DAMPING) / size + _DAMPING * (moves.T @ rank)
    return rank / float(rank.max())


def _similarity(candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return the terms that sentences share over the logarithms of their lengths; 0 with itself."""
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


def choose(
    candidates: Sequence[Candidate], scores: NDArray[np.float64], budget: int, most: int
) -> list[Candidate]:
    """Return the sentences that score highest, less what they repeat, while they fit.

    What a sentence repeats is its likeness to the nearest one taken (maximal marginal relevance,
    Carbonell and Goldstein, 1998), and the share of its terms' weight that has been told. Who is
    meant by *he* or *she*, or speaks, the sentence before says, so that comes along.

    Args:
        candidates: The sentences.
        scores: What speaks for each; minus infinity where it may only come along.
        budget: How many words are wanted, about.
        most: How many words there may be at the most; only where every sentence has more is one
            of them taken all the same.

    Returns:
        The sentences taken, in their order.
    """
    with_ = _with_antecedents(candidates)
    wanted = [p for p in with_ if np.isfinite(scores[p])]
    left = [p for p in wanted if _words(candidates, with_[p]) <= most]
    if not left and wanted:
        left = [max(wanted, key=lambda p: float(scores[p]))]
    most = min(most, int(budget * _OVER))
    terms = [set(candidate.terms) for candidate in candidates]
    counts = term_counts(candidates)
    weights = [sum(counts[term] for term in own) or 1 for own in terms]
    likeness, repeated = dict.fromkeys(left, 0.0), dict.fromkeys(left, 0)
    chosen: list[int] = []
    told: set[str] = set()
    used = 0
    while left and used < _ENOUGH * budget:
        best = max(
            left,
            key=lambda p: (
                scores[p] - _LIKENESS * likeness[p] - _REPEATED * repeated[p] / weights[p]
            ),
        )
        for taken in [p for p in with_[best] if p not in chosen]:
            chosen.append(taken)
            new = terms[taken] - told
            told |= new
            for p in left:
                likeness[p] = max(likeness[p], _jaccard(terms[p], terms[taken]))
                repeated[p] += sum(counts[term] for term in terms[p] & new)
        used = _words(candidates, chosen)
        left = [
            p
            for p in left
            if p not in chosen
            and likeness[p] < _SAME
            and _words(candidates, {*chosen, *with_[p]}) <= most
        ]
    return [candidates[position] for position in sorted(chosen)]


def _words(candidates: Sequence[Candidate], positions: Iterable[int]) -> int:
    return sum(candidates[position].words for position in positions)


def _with_antecedents(candidates: Sequence[Candidate]) -> dict[int, tuple[int, ...]]:
    """Return for each sentence the ones that it takes to know whom it means: itself, and earlier.

    A sentence that would take more than ``_MOST_TOGETHER``, or one that can't be quoted, is left
    out.
    """
    found: dict[int, tuple[int, ...]] = {}
    for position, candidate in enumerate(candidates):
        if not _WHO.search(candidate.quote.text):
            found[position] = (position,)
            continue
        before = found.get(position - 1)
        if (
            before
            and len(before) < _MOST_TOGETHER
            and _follows(candidate, candidates[position - 1])
        ):
            found[position] = (*before, position)
    return found


def _follows(candidate: Candidate, earlier: Candidate) -> bool:
    """Whether a sentence comes right after another one in their article."""
    return (
        candidate.order == earlier.order + 1
        and candidate.quote.article is earlier.quote.article
        and candidate.quote.passage.number <= earlier.quote.passage.number + 1
    )


def _jaccard(first: set[str], second: set[str]) -> float:
    union = len(first | second)
    return len(first & second) / union if union else 0.0
