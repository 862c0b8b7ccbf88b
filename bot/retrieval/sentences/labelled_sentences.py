"""Find the sentence under the label that is asked about, as *Saltmere: Ferrante 9, Teale 50*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.packs import pack_for

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage, Span

_LABEL = re.compile(r"[^:.!?\n]{1,40}: (?:[^:.!?\n]{1,40}: )?")
_LEAST = 2
"""Labels that a paragraph has at least, one a sentence, where they say what each is about."""


def labelled_otherwise(terms: frozenset[str], article: Article, passage: Passage) -> list[bool]:
    """Return which sentences of a paragraph stand under another label than what is asked about.

    None do where fewer than two have a label, or where all have as much of the question in it.

    Args:
        terms: The question's terms.
        article: The article.
        passage: A paragraph of it.
    """
    none = [False] * len(passage.sentences)
    if passage.text.count(": ") < _LEAST:
        return none
    labels = [_LABEL.match(passage.text, *span) for span in passage.sentences]
    if sum(map(bool, labels)) < _LEAST:
        return none
    analyser = pack_for(article.language).analyser
    held = [len(terms.intersection(analyser.terms(match[0]))) if match else 0 for match in labels]
    most = max(held)
    return [match is not None and has < most for match, has in zip(labels, held, strict=True)]


def under_label(terms: frozenset[str], article: Article, passage: Passage) -> list[Span]:
    """Return the sentences of a paragraph whose label has all of some terms.

    Args:
        terms: The terms.
        article: The article.
        passage: A paragraph of it.
    """
    analyser = pack_for(article.language).analyser
    labels = ((span, _LABEL.match(passage.text, *span)) for span in passage.sentences)
    return [
        span for span, match in labels if match and terms <= frozenset(analyser.terms(match[0]))
    ]
