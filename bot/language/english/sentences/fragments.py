"""Recognise English sentences that have no verb and only name something, as captions do."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bot.language.english.words.irregular_forms import BASE_OF
from bot.language.english.words.name_words import ACTION_VERBS, COMMON_CAPITALISED, SPEECH_VERBS
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_WORDS = 4
_MOST_WORDS = 30
_MAX_LENGTH = 300
_WORD = re.compile(r"[^\W_][\w’'-]*")
_SIGN = re.compile(r"[“”\"«»:]| \d{1,3}, [A-Za-z]")
"""Matches what no caption has, a result among it."""

_DETERMINERS = word_set("a an the")
_PLURALS = word_set(
    "men women children people feet teeth mice geese crises analyses bases hypotheses theses "
    "phenomena criteria media data"
)
_NOUNS = word_set(
    "man woman child person foot tooth mouse goose crisis analysis basis hypothesis thesis "
    "phenomenon criterion medium datum"
)
_VERBS = (
    frozenset(BASE_OF)
    | frozenset(BASE_OF.values())
    | SPEECH_VERBS
    | ACTION_VERBS
    | word_set(
        "is are was were am be been being has have had do does did will would can cannot could "
        "may might must shall should ain't let lets set put cut hit shut quit cost hurt burst cast "
        "split spread shed need ought used went became read reads remain include represent belong "
        "offer intend"
    )
) - (_PLURALS | _NOUNS)
_TOLD_TO = frozenset(verb[:-1] for verb in SPEECH_VERBS | ACTION_VERBS if verb.endswith("s"))
"""Verbs that, at the beginning, tell somebody to do something (``ask``)."""

_CONTRACTED = re.compile(
    r"(?:n['’]t|['’](?:re|ve|ll|d|m))\Z|\A(?:it|that|there|here|who|what)['’]s\Z"
)
_PREPOSITIONS = word_set(
    "of in on at by for from with to near behind before after under over between"
)
_SPEAKERS = word_set("i me my we us our you your it he she they them him")
"""Personal pronouns: no caption has them."""

_TELLING = _VERBS | _SPEAKERS
"""Words with any of which a sentence is no fragment."""

_FOLLOWED_BY_NOUNS = _PREPOSITIONS | word_set(
    "into among without the a an his her its their these those some many two three four five six "
    "seven eight nine ten and or as during outside inside against through"
)
"""Words after which one that ends in *s* is a noun in the plural, and no verb."""

_SINGULAR = ("ss", "us", "is", "'s", "’s", "s'", "s’")


def is_fragment(sentence: str) -> bool:
    """Return whether a sentence only names something, as *The flag of Lune* does.

    What could be a verb counts as one, so that a sentence that tells something is hardly ever
    taken for a fragment. A sentence with quotation marks, with a result (“Rovers 3, United 2.”)
    or with a pronoun for a person is no fragment either.
    """
    if len(sentence) > _MAX_LENGTH or not sentence.rstrip().endswith((".", ")")):
        return False
    # Most sentences have one of these, and looking for them takes a tenth of the time.
    if not _TELLING.isdisjoint(sentence.split()):
        return False
    words = _WORD.findall(sentence)
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or _SIGN.search(sentence):
        return False
    lower = [word.lower() for word in words]
    if not _opens_with_name(words, lower[0]) or not _SPEAKERS.isdisjoint(lower):
        return False
    return not any(map(_may_be_verb, words, ("", *lower))) and not _is_plural(lower)


def _opens_with_name(words: Sequence[str], first: str) -> bool:
    """Whether a sentence begins with an article or a name; *Pack a coat for Rome* does not."""
    if first in _DETERMINERS:
        return words[0][0].isupper()
    if first in _TOLD_TO:
        return False
    named = sum(word[0].isupper() for word in words) > 1 and words[1] not in _DETERMINERS
    return named and words[0][0].isupper() and first not in COMMON_CAPITALISED


def _is_plural(lower: Sequence[str]) -> bool:
    """Whether the first noun is in the plural, so that any word after it may be its verb."""
    before_noun = itertools.takewhile(lambda word: word not in _PREPOSITIONS, lower)
    return any(
        word in _PLURALS or word == "and" or (word.endswith("s") and not word.endswith(_SINGULAR))
        for word in before_noun
    )


def _may_be_verb(word: str, before: str) -> bool:
    if before and word[0].isupper():
        return False
    lower = word.lower()
    if lower in _VERBS or _CONTRACTED.search(lower):
        return True
    if word[0].isupper() or before in _FOLLOWED_BY_NOUNS:
        return False
    return lower.endswith("ed") or (lower.endswith("s") and not lower.endswith(_SINGULAR))
