"""Answer a question with ranked, highlighted passages, or say why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.quote import Quote
from bot.language.packs import pack_for
from bot.retrieval.confidence import (
    ANSWER_FROM,
    confidence_of,
    is_name_in,
    lacks_number,
)
from bot.retrieval.highlight import best_sentence, sentence_scores
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.ranking import rank_candidates, totals_of
from bot.retrieval.rescorer import gather_evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.article import Article, Passage, Span
    from bot.language.pack import LanguagePack
    from bot.retrieval.candidates import Candidates
    from bot.retrieval.engine import Engine
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

CANDIDATES = 20
"""Passages that BM25 hands on to be looked at closely."""

HITS = 5
"""Passages that an answer shows at the most."""

_NOT_ANSWERED = ANSWER_FROM - 0.01
"""The most that the confidence can be where there is a reason not to answer."""

_BEFORE = 0.2
"""What a term of the question before weighs beside a follow-up's own; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that came near, with its best sentence.

    Attributes:
        quote: The best sentence.
        score: How well it fits; comparable only among the hits of one question.
        terms: The stems of the question that the passage has.
    """

    quote: Quote
    score: float
    terms: tuple[str, ...]

    @property
    def article(self) -> Article:
        """The article that the passage is from."""
        return self.quote.article

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.quote.passage

    @property
    def sentence(self) -> Span:
        """The best sentence as a span into the passage's text."""
        return self.quote.span

    @property
    def sentence_text(self) -> str:
        """The best sentence as it stands in the article."""
        return self.quote.text

    def to_dict(self) -> dict[str, object]:
        """Return the hit as a JSON object."""
        return {
            "passage": self.passage.text,
            "paragraph": self.passage.number,
            "sentence": self.sentence_text,
            "score": round(self.score, 4),
            "article": self.article.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles have to say to a question.

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
        """Whether the first hit is given as the answer."""
        return self.reason is None

    def to_dict(self) -> dict[str, object]:
        """Return the answer as the JSON object that other programs rely on."""
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
    engine: Engine,
    pack: LanguagePack,
    hits: int = HITS,
    first: frozenset[str] = frozenset(),
) -> Answer:
    """Answer a question from the articles.

    Args:
        text: The question.
        engine: Searches the articles' passages.
        pack: The language of the question.
        hits: How many passages to give at the most.
        first: The stems that count before all others: passages that have more of them come first.
    """
    asked = read_question(text, pack)
    statistics = engine.statistics(asked)
    if not statistics.passages:
        return Answer(text, 0.0, NO_ARTICLES, ())
    if not asked.stems:
        return Answer(text, 0.0, NO_TERMS, ())
    question = weigh_question(asked, statistics)
    candidates = engine.candidates(question, CANDIDATES)
    if not len(candidates):
        return Answer(text, 0.0, NO_MATCH, ())
    return _judge(text, candidates, question, hits, first)


def _judge(
    text: str, candidates: Candidates, question: Question, hits: int, first: frozenset[str]
) -> Answer:
    """Rank the candidates, and return the answer with its confidence."""
    own = np.array([stem in first for stem in question.asked.stems]) if first else None
    if own is not None:
        question = replace(question, weights=np.where(own, 1.0, _BEFORE) * question.weights)
    evidence = gather_evidence(candidates, question)
    totals = totals_of(evidence)
    held_first = None if own is None else evidence.present[:, own].sum(1)
    ranked = rank_candidates(candidates, totals, held_first)
    best = ranked[0]
    confidence = confidence_of(question, evidence, best)
    says_nothing = held_first is not None and not held_first[best]
    reason = NO_EVIDENCE if confidence < ANSWER_FROM or says_nothing else None
    reason = _objection(candidates, question, evidence, best) or reason
    if reason:
        confidence = min(confidence, _NOT_ANSWERED)
    nearest = _hits(candidates, question, evidence, ranked[:hits], totals)
    return Answer(text, confidence, reason, nearest)


def _hits(
    candidates: Candidates,
    question: Question,
    evidence: Evidence,
    ranked: list[int],
    totals: NDArray[np.float64],
) -> tuple[Hit, ...]:
    """Return the best candidates with their best sentences."""
    by_sentence = sentence_scores(evidence)
    hits = []
    for candidate in ranked:
        article, passage = candidates.found[candidate]
        span = passage.sentences[best_sentence(by_sentence, evidence, candidate)]
        present = zip(question.terms, evidence.present[candidate].tolist(), strict=True)
        terms = tuple([term.text for term, is_present in present if is_present])
        hits.append(Hit(Quote(article, passage, span), float(totals[candidate]), terms))
    return tuple(hits)


def _objection(
    candidates: Candidates, question: Question, evidence: Evidence, best: int
) -> str | None:
    """Return why the best candidate is no answer whatever the confidence, if it is none."""
    if len(question.terms) == 1 and not _is_subject(candidates, question, best):
        return ONE_WORD
    return NO_NUMBER if lacks_number(question, evidence, best) else None


def _is_subject(candidates: Candidates, question: Question, best: int) -> bool:
    """Return whether a question's only term is what the passage or its article is about.

    That some rare word happens to occur is no answer; a name is, and a word of the headline.
    """
    article, passage = candidates.found[best]
    meant = question.terms[0].meant
    analyzer = pack_for(article.language).analyzer
    return bool(candidates.titled[best, 0]) or is_name_in(passage, meant, analyzer)
