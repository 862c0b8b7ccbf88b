"""Questions that ask for a name, as *which hotel*, and sentences that give none."""

from __future__ import annotations

import re

from bot.language.english.words.name_words import COMMON_CAPITALISED, WEEKDAYS_AND_MONTHS
from bot.language.possessives import without_possessive

_NAMED = (
    "hotels?|hospitals?|compan(?:y|ies)|firms?|schools?|universit(?:y|ies)|colleges?|cit(?:y|ies)"
    "|towns?|villages?|countr(?:y|ies)|banks?|airlines?|airports?|newspapers?|magazines?|clubs?"
    "|ships?|boats?|films?|movies?|books?|songs?|bands?|albums?|prisons?|jails?|church(?:es)?"
    "|museums?|streets?|roads?|rivers?|lakes?|islands?|brands?|casinos?|pubs?|restaurants?|unions?"
    "|websites?|beach(?:es)?|suburbs?|supermarkets?|shops?|provinces?|charit(?:y|ies)"
    "|brewer(?:y|ies)|stadiums?|agenc(?:y|ies)|broadcasters?"
)
"""What has a name by which alone it can be told from others."""

_ASKED = re.compile(
    rf"\b(?:which|what)\s+(?:(?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would"
    rf"|the|a|an|my|your|his|her|its|our|their|of)\b)[\w’'-]{{1,30}}\s+)?(?:{_NAMED})\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w’'&-]*")
_WORD = re.compile(r"[\w’'&-]+")
_BEGIN_SENTENCES = frozenset({"police", "officials", "people", "experts", "scientists"})


def lacks_name(question: str, sentence: str) -> bool:
    """Return whether a question asks which of its kind something is, and a sentence names none.

    “He was found in a hotel near his home” doesn't say in which.

    Args:
        question: The question; of those that ask for no name nothing is said.
        sentence: The sentence that answers it best.
    """
    if _ASKED.search(question) is None:
        return False
    known = {without_possessive(word.lower()) for word in _WORD.findall(question)}
    known |= COMMON_CAPITALISED | WEEKDAYS_AND_MONTHS | _BEGIN_SENTENCES
    found = (without_possessive(word.lower()) for word in _CAPITALISED.findall(sentence))
    return known.issuperset(found)
