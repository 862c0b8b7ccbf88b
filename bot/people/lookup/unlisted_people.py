"""Find somebody by the name that is asked for, where people can't be found by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from bot.language.analysis.typed_letters import as_typed
from bot.language.lexicon import Apostrophe, Script
from bot.language.packs import lexicon_of
from bot.people.article_person import ArticlePerson, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article
    from bot.language.lexicon import Lexicon

_MAX_NAME = 100
_MAX_MENTIONS = 200
_ENDING = 3
"""Letters that an inflected name may differ in at its end (*Новак*, *Новаком*)."""

_LEAST_STEM = 4
_ARABIC = "ar"
_BEGIN = r"(?<![\p{L}\p{M}])"
_BEGIN_ARABIC = rf"(?:{_BEGIN}|(?<={_BEGIN}[وفبل]))"
"""Before a name may stand an *and* or an *in* that is written together with it."""

_APOSTROPHES = "'’ʼ`´"
_BETWEEN = r"[\s·・‧=＝-]+"
_BETWEEN_NAMES = r"[\s·・‧=＝-]*"


def find_asked_name(
    articles: Sequence[Article], name: str
) -> Iterator[tuple[Article, ArticlePerson]]:
    """Yield the articles that have a name, each with the person of that name.

    Where no article has all of the words, those of a question are left out.

    Args:
        articles: The articles.
        name: The name as people type it; of an inflected language in any case.
    """
    patterns: dict[str, tuple[regex.Pattern[str], ...]] = {}
    for article in articles:
        tried = patterns.get(article.language)
        if tried is None:
            tried = patterns[article.language] = _patterns(name[:_MAX_NAME], article.language)
        texts = [as_typed(passage.text) for passage in article.passages]
        for pattern in tried:
            mentions = [
                Mention(number, match.span())
                for number, text in enumerate(texts)
                for match in pattern.finditer(text)
            ][:_MAX_MENTIONS]
            if mentions:
                passage, (start, end) = mentions[0]
                written = article.passages[passage].text[start:end]
                yield article, ArticlePerson(written, (written,), tuple(mentions), (), certain=True)
                break


def _patterns(name: str, language: str) -> tuple[regex.Pattern[str], ...]:
    """Compile what finds a name in a text whose letters are as they are typed."""
    lexicon = lexicon_of(language)
    found = regex.findall(rf"[\p{{L}}\p{{M}}\p{{N}}{_APOSTROPHES}.]+", name)
    words = [word for one in found if (word := one.strip(_APOSTROPHES))]
    if lexicon is None:
        return (_pattern(words, language, None),)
    if lexicon.apostrophe is Apostrophe.ENDS:
        words = [regex.split(f"[{_APOSTROPHES}]", word)[0] for word in words]
    named = [word for word in words if word.lower() not in lexicon.stop_words]
    tried = dict.fromkeys(tuple(some) for some in (words, named) if some)
    return tuple([_pattern(some, language, lexicon) for some in tried])


def _pattern(words: Sequence[str], language: str, lexicon: Lexicon | None) -> regex.Pattern[str]:
    typed = [as_typed(word) for word in words]
    if not typed:
        return regex.compile(r"(?!)")
    if lexicon is not None and lexicon.script is not Script.SPACED:
        return regex.compile(_BETWEEN_NAMES.join(map(regex.escape, typed)))
    parts = [_inflected(word) for word in typed]
    begin = _BEGIN_ARABIC if language == _ARABIC else _BEGIN
    return regex.compile(rf"{begin}{_BETWEEN.join(parts)}(?![\p{{L}}\p{{M}}])")


def _inflected(word: str) -> str:
    """Return what matches a word with another ending."""
    if len(word) < _LEAST_STEM:
        return str(regex.escape(word))
    stem = word[: max(_LEAST_STEM, len(word) - 2)]
    return str(regex.escape(stem)) + rf"[\p{{L}}\p{{M}}]{{0,{_ENDING + len(word) - len(stem)}}}"
