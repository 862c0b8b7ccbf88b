"""Decide which articles of a feed are taken, by the words in its settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.packs import pack_for
from bot.language.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article


def has_words(article: Article, words: Sequence[str]) -> bool:
    """Return whether an article has one of some words, in its title or its text.

    A word counts in all of its forms, as in a question, but not as a part of another. Where there
    are no words, every article has them.

    Args:
        article: The article.
        words: The words; one may be several, which must stand in a row.
    """
    if not words:
        return True
    text = plain("\n".join([article.title, *(one.text for one in article.passages)]))
    analyser = pack_for(article.language).analyser
    terms = analyser.terms(text)
    return any(
        _stand_in_a_row(wanted, terms) if (wanted := analyser.terms(word)) else _stands(word, text)
        for word in map(plain, words)
    )


def _stand_in_a_row(wanted: Sequence[str], terms: Sequence[str]) -> bool:
    length = len(wanted)
    return any(
        terms[place] == wanted[0] and terms[place : place + length] == wanted
        for place in range(len(terms) - length + 1)
    )


def _stands(word: str, text: str) -> bool:
    """Return whether a word stands in a text that no index has, such as *IT* or *Who*.

    Such a word counts as it is written, but where it is written small it may be written otherwise.
    """
    if not word:
        return False
    flags = re.IGNORECASE if word == word.lower() else re.NOFLAG
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, flags) is not None
