"""Answer a question with ranked, highlighted passages, or say why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.confidence import ANSWER_FROM, confidence_of
from bot.retrieval.highlight import asked_words, best_sentence
from bot.retrieval.question import analyse_question
from bot.retrieval.rescorer import FEATURES, gather_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ingest.article import Article, Passage, Span
    from bot.retrieval.highlight import Highlight
    from bot.retrieval.index import PassageIndex
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

CANDIDATES = 32
"""Passages that BM25 hands on to be looked at closely."""

HITS = 5
"""Passages that an answer shows at the most."""

_HIGHLIGHTED = 8
_WEIGHTS = {
    "bm25": 0.206,
    "bigrams": 0.255,
    "trigrams": 0.153,
    "coverage": -0.735,
    "sentence_coverage": 5.913,
    "sentence_pairs": -0.182,
    "sentence_grams": 0.063,
    "grams": 0.061,
    "forms": 0.119,
    "title": 0.374,
    "missed_names": -0.258,
    "length": -0.632,
}
_CUE = 0.8


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
NO_ARTICLES = "There are no articles yet."


def answer_question(text: str, index: PassageIndex, articles: Sequence[Article]) -> Answer:
    """Answer a question from the articles.

    Args:
        text: The question.
        index: The index of the articles' passages.
        articles: The articles, in the index's order.
    """
    if not len(index):
        return Answer(text, 0.0, NO_ARTICLES, ())
    question = analyse_question(text, index)
    if not question.terms:
        return Answer(text, 0.0, NO_TERMS, ())
    rows, scores = index.ranking.top(question.stems, CANDIDATES)
    if not len(rows):
        return Answer(text, 0.0, NO_MATCH, ())
    evidence = gather_evidence(index, question, rows.tolist(), scores)
    ranked = _rank(question, index, articles, rows.tolist(), evidence)
    confidence = confidence_of(question, evidence, ranked[0][0])
    hits = tuple(
        _hit(question, index, articles, evidence, int(rows[candidate]), entry)
        for entry in ranked[:HITS]
        for candidate in [entry[0]]
    )
    return Answer(text, confidence, None if confidence >= ANSWER_FROM else NO_EVIDENCE, hits)


_Ranked = tuple[int, float, "Highlight"]


def _rank(
    question: Question,
    index: PassageIndex,
    articles: Sequence[Article],
    rows: Sequence[int],
    evidence: Evidence,
) -> list[_Ranked]:
    """Order the best candidates by all evidence, ties in reading order."""
    weights = np.array([_WEIGHTS[name] for name in FEATURES])
    scores = evidence.features @ weights
    row_order = np.asarray(rows)
    best = np.lexsort((row_order, -np.round(scores, 9)))[:_HIGHLIGHTED]
    asked = asked_words(question.text)
    ranked: list[_Ranked] = []
    for candidate in best.tolist():
        place = index.place_of(rows[candidate])
        passage = articles[place.article].passages[place.passage]
        highlight = best_sentence(question, asked, passage, evidence, candidate)
        ranked.append((candidate, float(scores[candidate]) + _CUE * highlight.cue, highlight))
    ranked.sort(key=lambda entry: (-round(entry[1], 9), rows[entry[0]]))
    return ranked


def _hit(
    question: Question,
    index: PassageIndex,
    articles: Sequence[Article],
    evidence: Evidence,
    row: int,
    entry: _Ranked,
) -> Hit:
    candidate, score, highlight = entry
    place = index.place_of(row)
    article = articles[place.article]
    passage = article.passages[place.passage]
    present = evidence.present[candidate]
    terms = tuple(
        term.text for term, held in zip(question.terms, present.tolist(), strict=True) if held
    )
    return Hit(article, passage, passage.sentences[highlight.sentence], score, terms)
