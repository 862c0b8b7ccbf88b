"""Tell which candidates are of articles that have the names of a question.

Among many articles, passages about others are often as near to a question as those of the only
article that has its name, as most passages say *he* or *the town*. Names are told by how the
articles write them, as many questions are typed without capital letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.question import Question

_LEAST_NAME = 3
_LEAST_STUB = 4
_ENDINGS = 3
"""Letters at the end of a name that may differ: *Malaysian*, *Malaysia's*."""

_PASSAGES = 200
"""Passages of an article that are looked through for a name."""


def count_names(candidates: Candidates, question: Question) -> NDArray[np.float64]:
    """Return how many names of the question each candidate's article has.

    Args:
        candidates: The candidates.
        question: The question that they were found for.
    """
    # The only letter that is two in small letters: places are to be the same in both texts.
    texts = (passage.text.replace("İ", "I") for _, passage in candidates.found)
    names = _names_of(question, [(text.lower(), text) for text in texts])
    articles = {article.key: article for article, _ in candidates.found}
    counts = {key: _count_in(article, names) for key, article in articles.items()}
    return np.array([counts[article.key] for article, _ in candidates.found], dtype=np.float64)


def _names_of(question: Question, passages: Sequence[tuple[str, str]]) -> list[str]:
    """Return the beginnings of those words of a question that passages write as names."""
    forms = {term.form for term in question.terms if len(term.form) >= _LEAST_NAME}
    return [
        form[: max(_LEAST_STUB, len(form) - _ENDINGS)] for form in forms if _is_name(form, passages)
    ]


def _is_name(form: str, passages: Sequence[tuple[str, str]]) -> bool:
    """Return whether passages write a word with a capital letter alone, and within a sentence.

    Args:
        form: The word in small letters.
        passages: Each passage's text in small letters, and as it is.
    """
    within = False
    for lower, text in passages:
        at = lower.find(form)
        while at >= 0:
            if not lower[at - 1 : at].isalnum():
                if not text[at : at + 1].isupper():
                    return False
                within = within or text[max(0, at - 2) : max(0, at - 1)].isalnum()
            at = lower.find(form, at + len(form))
    return within


def _count_in(article: Article, names: Sequence[str]) -> int:
    """Return how many names an article has."""
    if not names:
        return 0
    text = "\n".join((article.title, *(one.text for one in article.passages[:_PASSAGES])))
    # Bytes, of which those of ASCII alone are put in small letters, take half the time.
    small = text.encode().lower() if all(map(str.isascii, names)) else text.lower().encode()
    return sum(name.encode() in small for name in names)
