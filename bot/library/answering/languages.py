"""Which languages a library is in, and in which ones a question to it is read."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from bot.language.analysis.analyser import fold
from bot.language.detection import (
    DEFAULT,
    languages_written_like,
    question_languages,
    small_words_of_one,
    stop_word_shares,
)
from bot.language.names.by_language import name_rules_for
from bot.language.packs import pack_for
from bot.language.sentence_cues import Kind
from bot.retrieval.index.statistics import NEARLY_SPELT
from bot.retrieval.question import read_question

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

_WITHOUT_SMALL_WORDS = 4
"""The most words of a question that may have no small word among them."""


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
    one of theirs if the articles have its other words. What has no small word at all is in
    another language if it has one's word for people that no article has.

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
        is_brief = len(question.split()) <= _WITHOUT_SMALL_WORDS
        told = _told_by_nouns(question, shelf, engine) if is_brief else None
        return (languages[0], told) if told else languages
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


def _told_by_nouns(question: str, shelf: Sequence[str], engine: Engine) -> str | None:
    """Return the language that a question's words for people are of, if no article has any of them.

    *Whitlocks Anwalt* has no small word that tells its language.
    """
    if any(stop_word_shares(question, tuple(shelf)).values()):
        return None
    written = languages_written_like(question)
    nouns = {one: _nouns_of(one) for one in written if one not in shelf}
    words = {fold(word).lower() for word in pack_for(DEFAULT).analyser.words(question)}
    if all(map(words.isdisjoint, nouns.values())):
        return None
    asked = read_question(question, pack_for(shelf[0]))
    counts = zip(asked.forms, engine.statistics(asked).stems.tolist(), strict=True)
    unknown = {fold(form) for form, passages in counts if not passages}
    own = frozenset[str]().union(*map(_nouns_of, shelf))
    return next((one for one, of_it in nouns.items() if (unknown & of_it) - own), None)


@cache
def _nouns_of(language: str) -> frozenset[str]:
    """Return a language's words for people, by what they are or do, as far as they are known."""
    rules = name_rules_for(language)
    return rules.offices | rules.role_nouns if rules else frozenset()


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
