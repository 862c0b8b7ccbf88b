"""The answer to a question: ranked, highlighted passages, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bot.retrieval.confidence.by_meaning import SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, Passage, Span
    from bot.articles.quote import Quote

HITS = 5
"""Passages that an answer shows at most."""

CONTEXT = 300
"""Characters that a possible answer's sentence and those shown around it have at most."""


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

    @property
    def context(self) -> Quote:
        """The best sentence with those around it that are shown where it is not sure."""
        return self.quote.in_context(CONTEXT)

    def to_dict(self) -> dict[str, object]:
        """Return the hit as a JSON object."""
        return {
            "passage": self.passage.text,
            "paragraph": self.passage.number,
            "heading": self.passage.heading,
            "sentence": self.sentence_text,
            "context": self.context.text,
            "span": list(self.exact) if self.exact else None,
            "score": round(self.score, 4),
            "article": self.article.to_dict(),
        }


Outcome = Literal["answer", "perhaps", "none"]
"""Whether the first hit answers, one of the first three may, or none is thought to."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that a question asks for, with what answers it best.

    Attributes:
        question: The part, in full.
        hit: The passage, and its sentence.
    """

    question: str
    hit: Hit

    def to_dict(self) -> dict[str, object]:
        """Return the part as a JSON object."""
        return {"question": self.question, **self.hit.to_dict()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles have to say to a question.

    Attributes:
        question: The question as asked.
        confidence: How sure it is that the first hit answers, 0 to 1.
        outcome: Whether the first hit is the answer, or the first three, which are of different
            passages, are shown as what may be it, or there is no answer.
        reason: Why the first hit isn't given as the answer, as a sentence; ``None`` where it is.
        hits: The nearest passages, best first, ``HITS`` at most.
        articles_in: The languages of the articles, where nothing is answered and the question is
            in none of them.
        in_full: The question as a sentence that a person would write, where it leans on the one
            before it and there is such a sentence.
        thread: What the next question may lean on: the question in full; and in front of it the
            one before, where the two belong together.
        older: The hits after the first that say about the same in articles of earlier days.
        parts: Where the question asks for several things, the answer to each; their hits are the
            first of ``hits``.
    """

    question: str
    confidence: float
    outcome: Outcome
    reason: str | None
    hits: tuple[Hit, ...]
    articles_in: tuple[str, ...] = ()
    in_full: str | None = None
    thread: tuple[str, ...] = ()
    older: tuple[Hit, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether the first hit is given as the answer."""
        return self.outcome == "answer"

    @property
    def shown(self) -> tuple[Hit, ...]:
        """The hits to show at once: the answer, or the three that may be it, or none.

        Of a question in several parts it is one for each.
        """
        if self.parts:
            return tuple([part.hit for part in self.parts])
        return self.hits[: {"answer": 1, "perhaps": SHOWN, "none": 0}[self.outcome]]

    @property
    def quotations(self) -> tuple[Quote, ...]:
        """What is quoted of each of ``shown`` where several are.

        It is the best sentence for each part of a question; else, as none of them is sure, those
        around it are quoted, too.
        """
        return tuple([hit.quote if self.parts else hit.context for hit in self.shown])

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
            "older": len(self.older),
            "parts": [part.to_dict() for part in self.parts],
            "hits": [hit.to_dict() for hit in self.hits],
        }


NO_TERMS = "There is no word in that to search for. Try a name, a place, or what it is about."
NO_MATCH = "The articles have none of those words. Try others, or a name."
NO_EVIDENCE = (
    "I couldn't find that in the articles. Try a name, a place, or a word from a headline."
)
NO_NUMBER = "I found what it is about, but no number for it."
ONE_WORD = "That is a single word. Ask me who, when, where or how much."
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


def join_parts(whole: Answer, parts: Sequence[Answer]) -> Answer:
    """Return the answers to the parts of a question as one.

    It is as sure as the least sure of them.

    Args:
        whole: The answer to the whole.
        parts: The answers to its parts, each with a hit.
    """
    shown = tuple([Part(one.in_full or one.question, one.hits[0]) for one in parts])
    first = tuple([part.hit for part in shown])
    own = {hit.passage.id for hit in first}
    others = tuple([hit for hit in whole.hits if hit.passage.id not in own])
    is_answer = all(one.answered for one in parts)
    return replace(
        whole,
        outcome="answer" if is_answer else "perhaps",
        reason=None if is_answer else UNSURE,
        confidence=min(one.confidence for one in parts),
        hits=(*first, *others[: max(0, HITS - len(first))]),
        thread=parts[-1].thread,
        older=(),
        parts=shown,
    )
