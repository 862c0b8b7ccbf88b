"""The available language packs, by language."""

from __future__ import annotations

from functools import cache, reduce
from typing import TYPE_CHECKING

from bot.language.english.pack import English
from bot.language.lexicon_pack import LexiconPack
from bot.language.lexicons.arabic import ARABIC
from bot.language.lexicons.chinese import CHINESE
from bot.language.lexicons.dutch import DUTCH
from bot.language.lexicons.french import FRENCH
from bot.language.lexicons.german import GERMAN
from bot.language.lexicons.greek import GREEK
from bot.language.lexicons.hindi import HINDI
from bot.language.lexicons.italian import ITALIAN
from bot.language.lexicons.japanese import JAPANESE
from bot.language.lexicons.korean import KOREAN
from bot.language.lexicons.polish import POLISH
from bot.language.lexicons.portuguese import PORTUGUESE
from bot.language.lexicons.romanian import ROMANIAN
from bot.language.lexicons.russian import RUSSIAN
from bot.language.lexicons.spanish import SPANISH
from bot.language.lexicons.thai import THAI
from bot.language.lexicons.turkish import TURKISH
from bot.language.lexicons.ukrainian import UKRAINIAN
from bot.language.lexicons.vietnamese import VIETNAMESE
from bot.language.questions.chatter import Chatter

if TYPE_CHECKING:
    from bot.language.lexicon import Lexicon
    from bot.language.pack import LanguagePack

_LEXICONS = {
    lexicon.code: lexicon
    for lexicon in (
        FRENCH,
        GERMAN,
        SPANISH,
        ITALIAN,
        PORTUGUESE,
        DUTCH,
        RUSSIAN,
        UKRAINIAN,
        POLISH,
        TURKISH,
        ARABIC,
        HINDI,
        GREEK,
        ROMANIAN,
        CHINESE,
        JAPANESE,
        KOREAN,
        THAI,
        VIETNAMESE,
    )
}
LANGUAGES = ("en", *_LEXICONS)
"""The languages that have a pack, by ISO 639-1 code."""


@cache
def pack_for(language: str) -> LanguagePack:
    """Return the pack that analyses a language.

    Args:
        language: An ISO 639-1 code. A language that has no pack of its own is analysed as English.
    """
    lexicon = _LEXICONS.get(language)
    return LexiconPack(lexicon) if lexicon else _english()


def lexicon_of(language: str) -> Lexicon | None:
    """Return the words of a language other than English, or ``None`` where there are none."""
    return _LEXICONS.get(language)


@cache
def _english() -> English:
    return English()


@cache
def chatter_of(languages: tuple[str, ...]) -> Chatter:
    """Return what is said around questions in any of some languages."""
    return reduce(Chatter.with_more, [pack_for(one).chatter for one in languages], Chatter())
