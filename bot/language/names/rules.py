"""Build a language's rules for names from its name words and its other words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.language.alternatives import any_word
from bot.language.analysis.analyser import fold
from bot.language.analysis.word_analyser import without_marks
from bot.language.english.words.thing_words import KNOWN_ORGANISATIONS
from bot.language.name_parts import PARTICLES, SUFFIXES
from bot.language.name_rules import NameRules
from bot.language.names.phrases import PhraseWords, make_phrases, short_names
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.language.lexicon import Lexicon

_LARGE_PLACES = word_set(
    "europa europe africa afrique afrika asia asie asien america amerika amerique balkan balkans "
    "kremlin kreml gaza atlantic atlantique atlantico mediterranee mittelmeer mediterraneo "
    "pacifique pacifico pazifik oceania oceanie ozeanien sahara caribe karibik caraibes"
)
_SAINTS = word_set("san santo santa sao saint sainte sankt sint st")
_SEASONS = word_set(
    "fruhling sommer herbst winter primavera verano invierno estate autunno inverno verao outono "
    "lente zomer herfst noche notte noite nacht nuit abend"
)
"""Times that people are called by as well, unlike days and months: “Sommer”, “Primavera”."""

_ACRONYMS = word_set("eu ue onu uno vn nato otan usa eeuu")


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a language says around names, as lists of words without accents.

    Attributes:
        honorifics: Words of address that a name follows.
        offices: Offices and professions that stand right before a name.
        roles: What people are, men and women.
        adjectives: What stands before such a noun.
        speech: Verbs that people do with words.
        actions: Other verbs that people are the subject of.
        organisations: Words of names that no person has.
        prepositions: Words that places follow.
        portfolios: What an office may be of.
        parties: Words for those of a party or a faith.
        phrases: The small words of noun phrases.
        compound_endings: Where compounds are written as one word, the ends of those that no person
            is called.
    """

    honorifics: str
    offices: str
    roles: str
    adjectives: str
    speech: str
    actions: str
    organisations: str
    prepositions: str
    portfolios: str
    parties: str
    phrases: PhraseWords
    compound_endings: str = ""
    role_endings: str = ""
    adjectives_follow: bool = False
    affiliating: str = ""


def make_rules(lexicon: Lexicon, words: NameWords) -> NameRules:
    """Return the rules of a language.

    Args:
        lexicon: The language.
        words: Its words around names.
    """
    # Long because the rules have a field for each kind of word.
    honorifics = word_set(words.honorifics)
    offices = word_set(words.offices) | word_set(words.roles)
    portfolios = word_set(words.portfolios)
    adjectives = word_set(words.adjectives)
    parties = word_set(words.parties)
    speech, actions = word_set(words.speech), word_set(words.actions)
    abbreviations = _plain(lexicon.abbreviations)
    times = _plain(lexicon.times) - _SEASONS
    continuing = word_set(" ".join(lexicon.openings | lexicon.pronouns))
    common = _plain(lexicon.stop_words | continuing | lexicon.numbers)
    phrases = replace(make_phrases(words.phrases), asked_with=_asked_with(lexicon))
    joiners = phrases.of_words | phrases.definite_articles | phrases.conjunctions
    particles = PARTICLES - phrases.conjunctions
    return NameRules(
        language=lexicon.code,
        honorifics=honorifics,
        forms_of_address=honorifics,
        abbreviations=abbreviations,
        offices=offices,
        office_nouns=offices - portfolios - adjectives,
        portfolios=portfolios,
        parties=parties,
        role_nouns=offices,
        role_adjectives=adjectives,
        role_endings=tuple(words.role_endings.split()),
        speech_verbs=speech,
        action_verbs=actions,
        clause_verbs=speech | actions,
        organisation_words=word_set(words.organisations),
        place_prepositions=word_set(words.prepositions),
        weekdays=times,
        weekdays_and_months=times,
        trailing_words=times | common,
        common_capitalised=common | _ACRONYMS,
        opening_words=common - abbreviations,
        compound_endings=tuple(words.compound_endings.split()),
        phrase_openings=common,
        known_organisations=KNOWN_ORGANISATIONS,
        affiliating=word_set(words.affiliating),
        adjectives_follow=words.adjectives_follow,
        nouns_capitalised=not lexicon.capitals_are_names,
        titles=honorifics,
        saints=_SAINTS,
        suffixes=SUFFIXES,
        particles=particles,
        genitives=phrases.of_words - particles,
        office_joiners=joiners - particles,
        list_gaps=frozenset({", ", " & ", *(f" {word} " for word in phrases.conjunctions)}),
        beside_names=(phrases.of_words | phrases.conjunctions | {"&"}) - particles,
        short_names=short_names(words.phrases),
        short_endings=("i",),
        small_words=word_set(words.phrases.small) | adjectives,
        phrases=phrases,
        never_names=offices | honorifics | parties | _LARGE_PLACES | times | common,
    )


def _asked_with(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile what people type before a name: *qui est*, typed with or without its accents."""
    asked = rf"(?:{lexicon.questions.person})\s+(?:{any_word(lexicon.stop_words)})"
    return re.compile(rf"\A[¿\s]*(?:{asked}|{without_marks(asked)})\s+", re.IGNORECASE)


def _plain(words: Iterable[str]) -> frozenset[str]:
    """Return words without their accents."""
    return frozenset(fold(word) for word in words)
