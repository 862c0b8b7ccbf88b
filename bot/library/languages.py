"""Which languages a library is in, and which reading of a question answers best."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.language.detection import DEFAULT, question_languages
from bot.language.packs import pack_for
from bot.retrieval.answer import answer_question
from bot.retrieval.meaning.embeddings import UNDERSTOOD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.retrieval.answer import Answer
    from bot.retrieval.engine import Engine
    from bot.retrieval.meaning.understood import Understood

_OUTCOMES = ("none", "perhaps", "answer")
"""The outcomes of a question, the best last."""


def languages_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the languages that articles are read in, that of the most passages first.

    Without articles it is English.
    """
    passages: Counter[str] = Counter()
    for article in articles:
        passages[pack_for(article.language).code] += len(article.passages)
    return tuple([language for language, _ in passages.most_common()]) or (DEFAULT,)


def answer_in_all(
    question: str,
    after: str | None,
    engine: Engine,
    hits: int,
    understood: Understood | None,
    shelf: tuple[str, ...],
) -> Answer:
    """Read a question in each language that it may be in, and return the best answer.

    Args:
        question: The question.
        after: The question that it follows, if it does.
        engine: Searches the articles' passages.
        hits: How many passages to give at the most.
        understood: What the question means if it is in ``UNDERSTOOD``, where that is known.
        shelf: The languages of the articles.
    """
    languages = question_languages(question, shelf)
    answers = []
    for language in languages:
        pack = pack_for(language)
        meant = understood if language == UNDERSTOOD else None
        before = meant.before if meant else after
        whole = pack.complete(question, before) if before else question
        own = frozenset(pack.analyzer.terms(question) if whole != question else ())
        answers.append(answer_question(whole, engine, pack, hits, first=own, understood=meant))
    best = max(answers, key=lambda answer: (_OUTCOMES.index(answer.outcome), answer.confidence))
    if best.answered or languages[-1] in shelf:
        return best
    return replace(best, articles_in=shelf)
