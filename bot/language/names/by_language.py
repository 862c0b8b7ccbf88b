"""The words around people's names, by language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.language.english.words.name_words import NAME_RULES
from bot.language.names.dutch import DUTCH_NAMES
from bot.language.names.french import FRENCH_NAMES
from bot.language.names.german import GERMAN_NAMES
from bot.language.names.italian import ITALIAN_NAMES
from bot.language.names.portuguese import PORTUGUESE_NAMES
from bot.language.names.rules import make_rules
from bot.language.names.spanish import SPANISH_NAMES
from bot.language.packs import lexicon_of

if TYPE_CHECKING:
    from bot.language.name_rules import NameRules

_WORDS = {
    "fr": FRENCH_NAMES,
    "de": GERMAN_NAMES,
    "es": SPANISH_NAMES,
    "it": ITALIAN_NAMES,
    "pt": PORTUGUESE_NAMES,
    "nl": DUTCH_NAMES,
}


@cache
def name_rules_for(language: str) -> NameRules | None:
    """Return what a language says around names, or ``None`` where people can't be listed.

    Args:
        language: An ISO 639-1 code.
    """
    lexicon = lexicon_of(language)
    if lexicon is None:
        return NAME_RULES if language == NAME_RULES.language else None
    words = _WORDS.get(language)
    return make_rules(lexicon, words) if words else None
