"""Answer a question with ranked, highlighted passages, or say why not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.quote import Quote
from bot.language.english.sentences.exact_words import exact_words
from bot.language.packs import pack_for
from bot.language.sentence_cues import Kind
from bot.retrieval.answer import (
    HITS,
    NO_ARTICLES,
    NO_EVIDENCE,
    NO_MATCH,
    NO_NUMBER,
    NO_TERMS,
    ONE_WORD,
    UNSURE,
    Answer,
    Hit,
    Outcome,
)
from bot.retrieval.assessment import assess
from bot.retrieval.confidence.by_meaning import PERHAPS_FROM, SURE_FROM
from bot.retrieval.confidence.by_words import ANSWER_FROM, is_name_in, lacks_number
from bot.retrieval.index.statistics import NEARLY_SPELT
from bot.retrieval.meaning.embeddings import UNDERSTOOD
from bot.retrieval.newest_first import latest_of_story_first
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.sentences.answer_shape_scores import looks_right

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.article import Span
    from bot.language.pack import LanguagePack
    from bot.retrieval.assessment import Assessment, Expected
    from bot.retrieval.engine import Engine
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.meaning.question_meaning import QuestionMeaning
    from bot.retrieval.question import Question, Term

CANDIDATES = 20
"""Passages that BM25 hands on to be looked at closely."""

_BELOW = 0.01
"""How far below the threshold of an answer the confidence is kept where none is given."""

_A_WORD = 2
"""Words of what is called a single one: *the trawler*."""

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_AN_UNSPACED_WORD = 5
"""Characters of what is called a single word in Chinese, Japanese and Thai."""

_SEVERAL = 2
"""Sentences of a passage that have what it is about."""

_LEAST_LIKE = 0.23
"""The least that a passage must be like a question none of whose words is in the articles. Of those
of the development sets that were answered right, the least like one had 0.24; what is no question
(*glorp*) mostly has between 0.1 and 0.2."""

_BEFORE = 0.2
"""What a term of the question before weighs, a follow-up's own being 1; chosen by hand."""


def answer_question(
    text: str,
    engine: Engine,
    pack: LanguagePack,
    hits: int = HITS,
    *,
    first: frozenset[str] = frozenset(),
    understood: QuestionMeaning | None = None,
    expected: Expected | None = None,
) -> Answer:
    """Answer a question from the articles.

    Args:
        text: The question.
        engine: Searches the articles' passages.
        pack: The language of the question.
        hits: How many passages to give at most.
        first: The stems that count before all others: a follow-up's own.
        understood: What the question means, where that is known.
        expected: What the answer to a follow-up most likely is of, and has.
    """
    asked = read_question(text, pack)
    statistics = engine.statistics(asked)
    if not statistics.passages:
        return _unanswered(text, NO_ARTICLES)
    if not asked.stems:
        return _unanswered(text, NO_TERMS)
    question = weigh_question(asked, statistics)
    if understood and _says_nothing(question, understood, pack):
        return _unanswered(text, NO_MATCH)
    question = replace(question, vector=understood.vector if understood else None)
    if expected and expected.within:
        question = replace(question, within=expected.article)
    candidates = engine.candidates(question, CANDIDATES)
    if not len(candidates):
        return _unanswered(text, NO_MATCH)
    question, own = _with_first(question, first)
    assessed = assess(candidates, question, own, understood, expected)
    assessment = latest_of_story_first(candidates, assessed)
    return _answer_of(candidates, question, assessment, own, hits)


def doubted(answer: Answer) -> Answer:
    """Return a sure answer, downgraded to a possible one."""
    sure = min(answer.confidence, ANSWER_FROM - _BELOW)
    return replace(answer, outcome="perhaps", reason=UNSURE, confidence=sure)


def denied(answer: Answer) -> Answer:
    """Return a possible answer, downgraded to none; its hits are the nearest passages."""
    return replace(answer, outcome="none", reason=NO_EVIDENCE)


def _says_nothing(question: Question, understood: QuestionMeaning, pack: LanguagePack) -> bool:
    """Return whether a question is nothing but words that neither articles nor encoder know.

    Something is found for any vector, but that of *asdf qwer* means nothing.
    """
    knows, analyser = understood.knows, pack.analyser
    if knows is None or not all(map(analyser.analyse, analyser.words(question.text))):
        return False
    return not any(_is_in_articles(term) or knows(term.form) for term in question.terms)


def _is_in_articles(term: Term) -> bool:
    """Return whether a term is in the articles, as it is or nearly spelt like that."""
    return term.meant == term.text or term.similarity >= NEARLY_SPELT


def _answer_of(
    candidates: Candidates,
    question: Question,
    assessment: Assessment,
    own: NDArray[np.bool_] | None,
    hits: int,
) -> Answer:
    """Return the answer that follows from the assessment of the candidates."""
    outcome, reason = _outcome(candidates, question, assessment, own)
    most = 1.0 if outcome == "answer" else _least_sure(candidates) - _BELOW
    found = _hits(candidates, question, assessment, hits)
    older = found[1 : 1 + len(assessment.older)]
    sure = min(assessment.confidence, most)
    return Answer(question.text, sure, outcome, reason, found, older=older)


def _with_first(
    question: Question, first: frozenset[str]
) -> tuple[Question, NDArray[np.bool_] | None]:
    """Return the question with some terms counting before all others, and which those are."""
    own = np.array([term.text in first for term in question.terms])
    if not own.any():
        return question, None
    return replace(question, weights=np.where(own, 1.0, _BEFORE) * question.weights), own


def _least_sure(candidates: Candidates) -> float:
    """Return the confidence from which the first candidate is given as the answer."""
    return ANSWER_FROM if candidates.similarities is None else SURE_FROM


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
    if candidates.similarities is None:
        present = assessment.evidence.present
        is_beside_it = own is not None and not present[best, own].any()
        is_unlikely = assessment.confidence < ANSWER_FROM or is_beside_it
        reason = objection or (NO_EVIDENCE if is_unlikely else None)
        hopes = assessment.hope >= PERHAPS_FROM and not _is_far(question, assessment)
        if reason and hopes and not is_beside_it:
            return "perhaps", UNSURE
        return ("none" if reason else "answer"), reason
    if assessment.confidence >= SURE_FROM and not objection:
        return "answer", None
    article, passage = candidates.found[best]
    quote = Quote(article, passage, passage.sentences[assessment.sentences[best]])
    likely = looks_right(question, quote, assessment.evidence.present[best])
    if likely or (assessment.hope >= PERHAPS_FROM and not _is_far(question, assessment)):
        return "perhaps", UNSURE
    return "none", objection or NO_EVIDENCE


def _is_far(question: Question, assessment: Assessment) -> bool:
    """Return whether no word of a question is in the articles, and none of it near in meaning."""
    if any(map(_is_in_articles, question.terms)):
        return False
    return assessment.measured.get("most_like", 0.0) < _LEAST_LIKE


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
    if len(question.terms) == 1:
        if question.kind is Kind.OTHER and not _is_subject(candidates, question, evidence, best):
            return ONE_WORD if _is_a_word(question.text) else NO_EVIDENCE
        if question.asked.language != UNDERSTOOD and _is_in_several(candidates, evidence):
            return NO_EVIDENCE
    return NO_NUMBER if lacks_number(question, evidence, best) else None


def _is_a_word(text: str) -> bool:
    """Return whether a question is what is called a single word.

    White space says nothing in scripts that part no words by it.
    """
    if _UNSPACED.search(text):
        return len(text) <= _AN_UNSPACED_WORD
    return len(text.split()) <= _A_WORD


def _is_in_several(candidates: Candidates, evidence: Evidence) -> bool:
    """Return whether several articles have a question's only term: *where did it burn?*."""
    having = np.flatnonzero(evidence.present[:, 0]).tolist()
    return len({candidates.found[place][0].key for place in having}) > 1


def _is_subject(candidates: Candidates, question: Question, evidence: Evidence, best: int) -> bool:
    """Return whether a question's only term is what the passage or its article is about.

    That some rare word happens to occur is no answer; a name is, and a word of the headline. Where
    names can't be told by capital letters, a word that two sentences have is one as well.
    """
    _, passage = candidates.found[best]
    term = question.terms[0]
    analyser = pack_for(question.asked.language).analyser
    if question.asked.language != UNDERSTOOD:
        start, end = evidence.sentence_starts[best : best + 2].tolist()
        if (evidence.sentence_alike[start:end, 0] == 1).sum() >= _SEVERAL:
            return True
    return bool(candidates.titled[best, 0]) or is_name_in(passage, [term.meant or ""], analyser)
