"""Answer a question with ranked, highlighted passages, or say why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.confidence import (
    ANSWER_FROM,
    confidence_of,
    is_name_in,
    lacks_number,
)
from bot.retrieval.highlight import best_sentence, sentence_scores
from bot.retrieval.question import analyse_question
from bot.retrieval.rescorer import FEATURES, gather_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, Passage, Span
    from bot.retrieval.index import PassageIndex
    from bot.retrieval.question import Term

CANDIDATES = 20
"""Passages that BM25 hands on to be looked at closely."""

HITS = 5
"""Passages that an answer shows at the most."""

_NOT_ANSWERED = ANSWER_FROM - 0.01
# What a term of the question before counts beside a follow-up's own.
_BEFORE = 0.2
# Fitted on the development set by tests/benchmarks/fit_ranking.py.
_WEIGHTS = np.array(
    [
        {
            "bm25": 0.16,
            "bigrams": 0.207,
            "coverage": 0.358,
            "soft_coverage": 2.948,
            "best_sentence": 4.601,
            "sentence_grams": 0.067,
            "forms": 0.161,
            "title": 0.432,
            "length": -0.688,
        }[name]
        for name in FEATURES
    ]
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one passage that came near, with its best sentence.

    Attributes:
        article: The article it is from.
        passage: The passage.
        sentence: The best sentence, a span into the passage's text.
        score: How well it fits; comparable only among the hits of one question.
        terms: The stems of the question that the passage holds.
    """

    article: Article
    passage: Passage
    sentence: Span
    score: float
    terms: tuple[str, ...]

    @property
    def sentence_text(self) -> str:
        """Give the best sentence as it stands in the article."""
        start, end = self.sentence
        return self.passage.text[start:end]

    def to_dict(self) -> dict[str, object]:
        """Give the hit as a JSON object."""
        return {
            "passage": self.passage.text,
            "paragraph": self.passage.number,
            "sentence": self.sentence_text,
            "score": round(self.score, 4),
            "article": self.article.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what the articles have to say to a question.

    Attributes:
        question: The question as asked.
        confidence: How sure it is that the first hit answers, 0 to 1.
        reason: Why nothing is answered, as a sentence; ``None`` where the first hit answers.
        hits: The nearest passages, best first, ``HITS`` at the most.
    """

    question: str
    confidence: float
    reason: str | None
    hits: tuple[Hit, ...]

    @property
    def answered(self) -> bool:
        """Tell whether the first hit is given as the answer."""
        return self.reason is None

    def to_dict(self) -> dict[str, object]:
        """Give the answer as the JSON object that other programs rely on."""
        best = self.hits[0] if self.answered else None
        return {
            "question": self.question,
            "answered": self.answered,
            "confidence": round(self.confidence, 4),
            "reason": self.reason,
            "sentence": best.sentence_text if best else None,
            "passage": best.passage.text if best else None,
            "paragraph": best.passage.number if best else None,
            "paragraphs": best.article.paragraphs if best else None,
            "article": best.article.to_dict() if best else None,
            "hits": [hit.to_dict() for hit in self.hits],
        }


NO_TERMS = "The question has no word that could be looked for in the articles."
NO_MATCH = "None of the question's words is in the articles."
NO_EVIDENCE = "The articles don't answer that: too little of the question is in any passage."
NO_NUMBER = "The articles don't answer that: the nearest passage gives no number."
ONE_WORD = "One word, and no name: ask a question about it."
NO_ARTICLES = "There are no articles yet."
REASONS = (NO_TERMS, NO_MATCH, NO_EVIDENCE, NO_NUMBER, ONE_WORD, NO_ARTICLES)
"""Why nothing is answered."""


def answer_question(
    text: str,
    index: PassageIndex,
    articles: Sequence[Article],
    hits: int = HITS,
    first: frozenset[str] = frozenset(),
) -> Answer:
    """Answer a question from the articles.

    Args:
        text: The question.
        index: The index of the articles' passages.
        articles: The articles, in the index's order.
        hits: How many passages to give at the most.
        first: The stems that count before all others: passages that hold more of them come first.
    """
    if not len(index):
        return Answer(text, 0.0, NO_ARTICLES, ())
    question = analyse_question(text, index)
    if not question.terms:
        return Answer(text, 0.0, NO_TERMS, ())
    if first:
        asked_first = np.array([term.text in first for term in question.terms])
        weights = np.where(asked_first, question.weights, _BEFORE * question.weights)
        question = replace(question, weights=weights)
    rows, scores = index.ranking.top(question.stems, CANDIDATES)
    if not len(rows):
        return Answer(text, 0.0, NO_MATCH, ())
    evidence = gather_evidence(index, question, rows.tolist(), scores)
    totals = evidence.features @ _WEIGHTS
    order = [rows, -totals.round(9)]
    if first:
        held_first = evidence.present[:, asked_first].sum(1)
        order.append(-held_first)
    ranked = np.lexsort(order)
    best = int(ranked[0])
    by_sentence = sentence_scores(evidence)
    sentence = best_sentence(by_sentence, evidence, best)
    confidence = confidence_of(index, question, evidence, best, sentence)
    nearest = []
    for candidate in ranked[:hits].tolist():
        place = index.place_of(int(rows[candidate]))
        article = articles[place.article]
        passage = article.passages[place.passage]
        chosen = best_sentence(by_sentence, evidence, candidate)
        held = zip(question.terms, evidence.present[candidate].tolist(), strict=True)
        terms = tuple([term.text for term, is_held in held if is_held])
        score = float(totals[candidate])
        nearest.append(Hit(article, passage, passage.sentences[chosen], score, terms))
    said_nothing = bool(first) and not held_first[best]
    reason = NO_EVIDENCE if confidence < ANSWER_FROM or said_nothing else None
    if len(question.terms) == 1 and not _is_subject(
        index, nearest[0], question.terms[0], int(index.article_of[rows[best]])
    ):
        reason = ONE_WORD
    elif lacks_number(question, evidence, best):
        reason = NO_NUMBER
    if reason:
        confidence = min(confidence, _NOT_ANSWERED)
    return Answer(text, confidence, reason, tuple(nearest))


def _is_subject(index: PassageIndex, hit: Hit, term: Term, article: int) -> bool:
    """Tell whether a question's only term is what the passage or its article is about.

    That some rare word happens to occur is no answer; a name is, and a word of the headline.
    """
    titled = term.stem is not None and article in index.titled.get(term.stem, ())
    return titled or is_name_in(index, hit.passage, term.stem)
