"""Answer a question with ranked, highlighted passages, or say why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from bot.articles.quote import Quote
from bot.language.cues import Kind
from bot.language.english.exact_words import exact_words
from bot.language.packs import pack_for
from bot.retrieval.assessment import assess
from bot.retrieval.confidence import ANSWER_FROM, is_name_in, lacks_number
from bot.retrieval.meaning.confidence import PERHAPS_FROM, SHOWN, SURE_FROM
from bot.retrieval.question import read_question, weigh_question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.article import Article, ArticleKey, Passage, Span
    from bot.language.pack import LanguagePack
    from bot.retrieval.assessment import Assessment
    from bot.retrieval.candidates import Candidates
    from bot.retrieval.engine import Engine
    from bot.retrieval.meaning.understood import Understood
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

CANDIDATES = 20
"""Passages that BM25 hands on to be looked at closely."""

HITS = 5
"""Passages that an answer shows at the most."""

_BELOW = 0.01
"""How far below the least that is an answer a confidence stays where there is none."""

_BEFORE = 0.2
"""What a term of the question before weighs beside a follow-up's own; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that came near, with its best sentence.

    Attributes:
        quote: The best sentence.
        score: How well it fits; comparable only among the hits of one question.
        terms: The stems of the question that the passage has.
        exact: The answer's own words in that sentence, a span into the passage's text, where
            that is sure.
    """

    quote: Quote
    score: float
    terms: tuple[str, ...]
    exact: Span | None = None

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
            "span": list(self.exact) if self.exact else None,
            "score": round(self.score, 4),
            "article": self.article.to_dict(),
        }


Outcome = Literal["answer", "perhaps", "none"]
"""Whether the first hit answers, one of the first three may, or none is thought to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles have to say to a question.

    Attributes:
        question: The question as asked.
        confidence: How sure it is that the first hit answers, 0 to 1.
        outcome: Whether the first hit is the answer, or the first three, which are of different
            passages, are shown as what may be it, or there is no answer.
        reason: Why the first hit isn't given as the answer, as a sentence; ``None`` where it is.
        hits: The nearest passages, best first, ``HITS`` at the most.
        articles_in: The languages of the articles, where nothing is answered and the question is
            in none of them.
        in_full: The question as a sentence that a person would write, where it leans on the one
            before it and there is such a sentence.
        thread: What the next question may lean on: the question in full; and in front of it the
            one before, where the two belong together.
    """

    question: str
    confidence: float
    outcome: Outcome
    reason: str | None
    hits: tuple[Hit, ...]
    articles_in: tuple[str, ...] = ()
    in_full: str | None = None
    thread: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether the first hit is given as the answer."""
        return self.outcome == "answer"

    @property
    def shown(self) -> tuple[Hit, ...]:
        """The hits to show at once: the answer, or the three that may be it, or none."""
        return self.hits[: {"answer": 1, "perhaps": SHOWN, "none": 0}[self.outcome]]

    def to_dict(self) -> dict[str, object]:
        """Return the answer as the JSON object that other programs rely on."""
        best = self.hits[0] if self.answered else None
        return {
            "question": self.question,
            "answered": self.answered,
            "outcome": self.outcome,
            "confidence": round(self.confidence, 4),
            "reason": self.reason,
            "sentence": best.sentence_text if best else None,
            "span": list(best.exact) if best and best.exact else None,
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
UNSURE = "I'm not sure. This may be it:"
REASONS = (
    NO_TERMS,
    NO_MATCH,
    NO_EVIDENCE,
    NO_NUMBER,
    ONE_WORD,
    NO_ARTICLES,
    UNSURE,
)
"""Why nothing is given as the answer."""


def answer_question(
    text: str,
    engine: Engine,
    pack: LanguagePack,
    hits: int = HITS,
    *,
    first: frozenset[str] = frozenset(),
    understood: Understood | None = None,
    near: ArticleKey | None = None,
) -> Answer:
    """Answer a question from the articles.

    Args:
        text: The question.
        engine: Searches the articles' passages.
        pack: The language of the question.
        hits: How many passages to give at the most.
        first: The stems that count before all others: a follow-up's own.
        understood: What the question means, where that is known.
        near: The article of what was shown before, where that is most likely asked about.
    """
    asked = read_question(text, pack)
    statistics = engine.statistics(asked)
    if not statistics.passages:
        return _unanswered(text, NO_ARTICLES)
    if not asked.stems:
        return _unanswered(text, NO_TERMS)
    vector = understood.vector if understood else None
    question = replace(weigh_question(asked, statistics), vector=vector)
    candidates = engine.candidates(question, CANDIDATES)
    if not len(candidates):
        return _unanswered(text, NO_MATCH)
    question, own = _with_first(question, first)
    assessment = assess(candidates, question, own, understood, near)
    outcome, reason = _outcome(candidates, question, assessment, own)
    confidence = assessment.confidence
    if outcome != "answer":
        confidence = min(confidence, _least_sure(candidates) - _BELOW)
    return Answer(text, confidence, outcome, reason, _hits(candidates, question, assessment, hits))


def _with_first(
    question: Question, first: frozenset[str]
) -> tuple[Question, NDArray[np.bool_] | None]:
    """Let some terms count before all others; return which those are, if there are any."""
    own = np.array([term.text in first for term in question.terms])
    if not own.any():
        return question, None
    return replace(question, weights=np.where(own, 1.0, _BEFORE) * question.weights), own


def _least_sure(candidates: Candidates) -> float:
    """Return the confidence from which the first candidate is given as the answer."""
    return ANSWER_FROM if candidates.likenesses is None else SURE_FROM


def _unanswered(text: str, reason: str) -> Answer:
    return Answer(text, 0.0, "none", reason, ())


def _outcome(
    candidates: Candidates,
    question: Question,
    assessment: Assessment,
    own: NDArray[np.bool_] | None,
) -> tuple[Outcome, str | None]:
    """Decide whether the best candidate answers, or three may, and say why it doesn't."""
    best = assessment.ranked[0]
    objection = _objection(candidates, question, assessment.evidence, best)
    if candidates.likenesses is None:
        present = assessment.evidence.present
        is_beside_it = own is not None and not present[best, own].any()
        is_unlikely = assessment.confidence < ANSWER_FROM or is_beside_it
        reason = objection or (NO_EVIDENCE if is_unlikely else None)
        return ("none" if reason else "answer"), reason
    if assessment.confidence >= SURE_FROM and not objection:
        return "answer", None
    if assessment.hope >= PERHAPS_FROM:
        return "perhaps", UNSURE
    return "none", objection or NO_EVIDENCE


def _hits(
    candidates: Candidates, question: Question, assessment: Assessment, count: int
) -> tuple[Hit, ...]:
    """Return the best candidates with their best sentences."""
    hits = []
    for candidate in assessment.ranked[:count]:
        article, passage = candidates.found[candidate]
        span = passage.sentences[assessment.sentences[candidate]]
        present = zip(question.terms, assessment.evidence.present[candidate].tolist(), strict=True)
        terms = tuple([term.text for term, is_present in present if is_present])
        score = float(assessment.totals[candidate])
        quote = Quote(article, passage, span)
        hits.append(Hit(quote, score, terms, _exact(question, quote)))
    return tuple(hits)


def _exact(question: Question, quote: Quote) -> Span | None:
    """Return the answer's own words in a sentence, as a span into its passage."""
    found = exact_words(question.text, quote.text)
    start = quote.span[0]
    return (start + found[0], start + found[1]) if found else None


def _objection(
    candidates: Candidates, question: Question, evidence: Evidence, best: int
) -> str | None:
    """Return why the best candidate is no answer whatever the confidence, if it is none."""
    is_bare = len(question.terms) == 1 and question.kind is Kind.OTHER
    if is_bare and not _is_subject(candidates, question, best):
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
