"""Find somebody by the name that is asked for, where people can't be found by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from bot.language.lexicon import Script
from bot.language.packs import lexicon_of
from bot.people.article_person import ArticlePerson, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article

_MAX_NAME = 100
_MAX_MENTIONS = 200
_ENDING = 3
"""Letters that an inflected name may differ in at its end (*Новак*, *Новаком*)."""

_LEAST_STEM = 4
_BETWEEN = r"[\s·・‧=＝-]+"
_BETWEEN_NAMES = r"[\s·・‧=＝-]*"


def find_asked_name(
    articles: Sequence[Article], name: str
) -> Iterator[tuple[Article, ArticlePerson]]:
    """Yield the articles that have a name, each with the person of that name.

    Args:
        articles: The articles.
        name: The name as people type it; of an inflected language in any case.
    """
    patterns: dict[str, regex.Pattern[str]] = {}
    for article in articles:
        pattern = patterns.get(article.language)
        if pattern is None:
            pattern = patterns[article.language] = _pattern(name[:_MAX_NAME], article.language)
        mentions = [
            Mention(number, match.span())
            for number, passage in enumerate(article.passages)
            for match in pattern.finditer(passage.text)
        ][:_MAX_MENTIONS]
        if mentions:
            passage, (start, end) = mentions[0]
            written = article.passages[passage].text[start:end]
            yield article, ArticlePerson(written, (written,), tuple(mentions), (), certain=True)


def _pattern(name: str, language: str) -> regex.Pattern[str]:
    words = regex.findall(r"[\p{L}\p{M}\p{N}'’.]+", name)
    if not words:
        return regex.compile(r"(?!)")
    lexicon = lexicon_of(language)
    if lexicon is not None and lexicon.script is not Script.SPACED:
        return regex.compile(_BETWEEN_NAMES.join(map(regex.escape, words)))
    parts = [_inflected(word) for word in words]
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}]){_BETWEEN.join(parts)}(?![\p{{L}}\p{{M}}])", regex.IGNORECASE
    )


def _inflected(word: str) -> str:
    """Return what matches a word with another ending."""
    if len(word) < _LEAST_STEM:
        return str(regex.escape(word))
    stem = word[: max(_LEAST_STEM, len(word) - 2)]
    return str(regex.escape(stem)) + rf"[\p{{L}}\p{{M}}]{{0,{_ENDING + len(word) - len(stem)}}}"
