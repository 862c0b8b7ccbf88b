"""Which questions are about articles that the networks were not trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.evaluation.questions import QuestionSet
from tests.benchmarks.reader_material import HELD_OUT, HELD_OUT_NEWS, NEWS

if TYPE_CHECKING:
    from bot.articles.article import Article

_HELD_OUT_TITLES = {title.replace("_", " ") for title in HELD_OUT}
_TRAINED_ON = {name.replace("_", "-") for name in NEWS}


def unread(name: str, asked: QuestionSet) -> QuestionSet:
    """Return those questions of a set that the encoder and the reader were not trained on.

    Of a set that they know in part, questions about no article are left out: they know them.

    Args:
        name: The set's name, as ``development_sets`` has it.
        asked: The set.
    """
    articles = asked.library.articles
    unknown = {article.id for article in articles if _is_unread(name, article)}
    if len(unknown) == len(articles):
        return asked
    kept = [question for question in asked.questions if question.article in unknown]
    return QuestionSet(asked.library, tuple(kept))


def _is_unread(name: str, article: Article) -> bool:
    if name.startswith("squad"):
        return article.title in _HELD_OUT_TITLES
    return name not in _TRAINED_ON or article.id in HELD_OUT_NEWS
