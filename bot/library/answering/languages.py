"""Which languages a library is in, and in which ones a question to it is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.language.detection import (
    DEFAULT,
    languages_written_like,
    question_languages,
    small_words_of_one,
)
from bot.language.packs import pack_for
from bot.language.sentence_cues import Kind
from bot.retrieval.question import read_question
from bot.retrieval.statistics import NEARLY_SPELT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.retrieval.engine import Engine

_MOST_FOREIGN = 1
"""How many more small words of a language that no article is in than of the articles' languages a
question may have and still be read in one of theirs: *eu*, *un*, *car* and *war* are words of other
languages, too. Those with accents and in other scripts count twice."""

_LEAST_KNOWN = 2
"""The least number of other words of such a question that the articles must have."""

_SHARE_KNOWN = 0.65
"""The least share of its other words that the articles must have. Of questions in other languages
they have half at most."""


def languages_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the languages that articles are read in, that of the most passages first.

    Without articles it is English.
    """
    passages: Counter[str] = Counter()
    for article in articles:
        passages[pack_for(article.language).code] += len(article.passages)
    return tuple([language for language, _ in passages.most_common()]) or (DEFAULT,)


def languages_to_read(question: str, shelf: Sequence[str], engine: Engine) -> tuple[str, ...]:
    """Return the languages to read a question to a library in, the likeliest first.

    What seems to be in a language that no article is in, and that by a single small word, is in
    one of theirs if the articles have its other words.

    Args:
        question: The question.
        shelf: The languages of the articles, that of the most passages first, at least one.
        engine: Searches the articles.

    Returns:
        What :func:`question_languages` does.
    """
    languages = question_languages(question, shelf)
    seeming = languages[-1]
    if seeming in shelf:
        return languages
    own = [one for one in shelf if _is_told_by_words(question, seeming, one, engine)]
    return tuple(own) or languages


def asks_in_another(question: str, shelf: Sequence[str]) -> bool:
    """Return whether a question's words ask in a language that no article is in.

    It may be read in the articles' language all the same, as they have its other words: *Wie is
    Ann Lee?* has a Dutch question word, and no small word that English has and Dutch hasn't.

    Args:
        question: The question.
        shelf: The languages of the articles, at least one.
    """
    seeming = question_languages(question, shelf)[-1]
    if seeming in shelf or small_words_of_one(question, shelf[0], seeming):
        return False
    foreign = small_words_of_one(question, seeming, shelf[0])
    return pack_for(seeming).kind_of(" ".join(sorted(foreign))) is not Kind.OTHER


def _is_told_by_words(question: str, seeming: str, language: str, engine: Engine) -> bool:
    """Return whether a question is more likely in the articles' language, judged by its words."""
    if language not in languages_written_like(question):
        return False
    foreign = small_words_of_one(question, seeming, language)
    native = small_words_of_one(question, language, seeming)
    marked = [word for word in foreign if not word.isascii()]
    if len(foreign) + len(marked) - len(native) > _MOST_FOREIGN:
        return False
    pack = pack_for(language)
    small = {stem for word in foreign for _, stem in pack.analyser.analyse(word)}
    asked = read_question(question, pack)
    statistics = engine.statistics(asked)
    found = zip(asked.stems, statistics.stems.tolist(), statistics.neighbours, strict=True)
    known = [
        passages > 0 or (near is not None and near.similarity >= NEARLY_SPELT)
        for stem, passages, near in found
        if stem not in small
    ]
    return bool(sum(known) >= max(_LEAST_KNOWN, _SHARE_KNOWN * len(known)))
