"""The rules for the words around people's names in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.language.phrase_rules import PhraseRules

_SHORTEST_ROLE = 6
"""An ending alone shows that a word is a role where the word has more letters than these."""

_ROLE_PREFIXES = ("ex-", "co-", "vice-")

ELIDED = re.compile(r"\A(?:l|d|un|dell|all|dall|nell|sull|quell)['’]", re.IGNORECASE)
"""Matches an article or the like that is written in one with the word after it."""


def without_article(word: str) -> str:
    """Return a word without an article that is written in one with it: “l'arbitre”, “arbitre”."""
    return word if word.isalpha() else ELIDED.sub("", word)


_NOBILITY = frozenset({"freiherr", "freifrau", "graf", "grafin", "prinz", "prinzessin", "ritter"})
"""German titles that stand within a name, before *von*."""


@dataclass(frozen=True, slots=True, eq=False)
class NameRules:
    """What one language says around names; every word is in lower case and without accents.

    Attributes:
        language: The language's ISO 639-1 code.
        honorifics: Words of address and rank that a name follows (``mr``, ``queen``).
        forms_of_address: The honorifics that say nothing of what somebody does (``mrs``).
        abbreviations: Words whose full stop ends no sentence (``dr``, ``gen``).
        offices: Words that, capitalised before a name, are an office and no part of the name.
        office_nouns: The offices that say what somebody is without more words.
        whole_offices: Offices that a title behind them is no part of (``minister``).
        short_offices: Abbreviated offices, which say what somebody is (``sen``).
        rank_words: What stands before a rank (``no`` in *world No 4*).
        passing_roles: What everybody was for a while (``child``).
        verbal_roles: Role nouns that are verbs as well, behind *to* (``guard``).
        portfolios: What an office may be of (``state`` in *Secretary of State*).
        parties: Words for those of a party or a faith.
        role_nouns: What people are, written in lower case (``goalkeeper``).
        role_adjectives: What stands before such a noun (``former``, ``deputy``).
        role_participles: Participles that stand there as well, behind a preposition (``alleged``).
        role_endings: Endings of other words that are such nouns (``-ologist``).
        agent_endings: Endings of hyphenated words that, after an article, say what somebody does
            (``a shot-firer``).
        once_words: Adjectives behind an article that only people have before such a noun
            (``a former wool classer``).
        shared_roles: Role nouns that stand before companies and teams as well (``rival``).
        company_roles: Those that companies have more often than people (``publisher``).
        speech_verbs: Verbs that people do with words (``said``).
        action_verbs: Other verbs that people are the subject of.
        clause_verbs: Verbs and conjunctions that no noun phrase has.
        phrase_openings: Small words that a noun phrase may begin after (``the``, ``by``).
        organisation_words: Words of names that no person has (``university``).
        place_prepositions: Words that places follow (``in``).
        within_prepositions: Those that say where something is (``at``), never who.
        weekdays: The days of the week.
        weekdays_and_months: These, the months, and the great feasts.
        trailing_words: What ends a run of capitalised words and is no part of a name.
        common_capitalised: Words that begin sentences, or are capitalised without being names.
        opening_words: Words that are taken off the beginning of a name.
        compound_endings: Endings of words that are in no name, however they are written
            (``-based``).
        credit: Matches where a paragraph begins to say who reported and edited the article.
        credit_words: Of these every such match has one; they are found faster.
        thing_nouns: What companies, ships, teams and places are, beside their names (``ferry``).
        vessels: Kinds of ships, whose names may be a person's (``ferry``).
        settlements: What a place is or has, before *of* and its name (``village``).
        ships_titles: Titles that are part of ships' names (``princess``).
        firm_letters: Letters in capitals that end firms' names (``ag``, ``sa``).
        ships_letters: Letters that stand before ships' names (``hms``).
        known_organisations: Whole names of companies, teams and fiction that look like a person's;
            of two that *and* joins, the two.
        saints: What stands before a saint's name, as places are called (``san``).
        territorial_titles: Titles that a place may follow (``baroness``).
        firm_before: Matches up to a name what shows that it is a firm's (``shares in``).
        firm_behind: Matches from after a name what shows it (``& Co``).
        firm_nouns: What a firm is called after *the* and its name (``group``).
        plural_verbs: Verbs in the plural, which no single person does (``have``).
        kin_behind: Matches from after a name what only people have (``'s wife``).
        firm_endings: Last words that firms' names have and nobody's (``inc``).
        corporate_endings: Those of them that show a firm whatever stands beside it (``plc``).
        never_names: Words that, standing alone, are no name.
        titles: What people type before a name that they look for (``mr``).
        suffixes: What may follow a surname (``jr``).
        particles: Words in lower case that belong to the surname after them.
        genitives: Words between an office and its portfolio, other than particles (``of``).
        office_joiners: Small words within an office (``of``, ``the``).
        list_gaps: What stands between two names of a list, white space included.
        beside_names: Words and signs that join a name to another word (``and``, ``&``).
        short_names: For short forms of given names the names that they may stand for.
        short_endings: What a short form may end in that begins the long one (``y``).
        small_words: Words that two descriptions may share though they say different things.
        phrases: How noun phrases are built.
        animals: Animals, which people give people's names (``goat``).
        storms: What has a given name after it and is no person, capitalised (``storm``).
        maker_words: Words before whoever made something (``by``).
        led_in: Matches up to a name what only people do (``goals by``).
        plural_titles: Titles that several names follow (``messrs``).
        kin: What relatives are (``sister``).
        masculine: Titles, relatives and pronouns that tell of a man (``mr``, ``husband``, ``his``).
        feminine: Those that tell of a woman.
        personal_words: Words that an article has where people are called by given names (``her``).
        naming_words: What may stand between such a word and the name (``called``).
        common_words_known: Whether the gazetteer's common words are of the language.
        adjectives_follow: Whether an adjective may stand between a role and the name after it.
        affiliating: Particles that also say after a full name whose somebody is.
        nouns_capitalised: Whether every noun is written with a capital letter, as in German.
    """

    language: str
    honorifics: frozenset[str]
    forms_of_address: frozenset[str]
    abbreviations: frozenset[str]
    offices: frozenset[str]
    office_nouns: frozenset[str]
    portfolios: frozenset[str]
    parties: frozenset[str]
    role_nouns: frozenset[str]
    role_adjectives: frozenset[str]
    role_endings: tuple[str, ...]
    speech_verbs: frozenset[str]
    action_verbs: frozenset[str]
    clause_verbs: frozenset[str]
    phrase_openings: frozenset[str]
    organisation_words: frozenset[str]
    place_prepositions: frozenset[str]
    weekdays: frozenset[str]
    weekdays_and_months: frozenset[str]
    trailing_words: frozenset[str]
    common_capitalised: frozenset[str]
    opening_words: frozenset[str]
    compound_endings: tuple[str, ...]
    known_organisations: frozenset[str]
    never_names: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    genitives: frozenset[str]
    office_joiners: frozenset[str]
    list_gaps: frozenset[str]
    beside_names: frozenset[str]
    short_names: Mapping[str, frozenset[str]]
    short_endings: tuple[str, ...]
    small_words: frozenset[str]
    phrases: PhraseRules
    credit: re.Pattern[str] | None = None
    credit_words: tuple[str, ...] = ()
    agent_endings: tuple[str, ...] = ()
    once_words: frozenset[str] = frozenset()
    role_participles: frozenset[str] = frozenset()
    whole_offices: frozenset[str] = frozenset()
    short_offices: frozenset[str] = frozenset()
    rank_words: frozenset[str] = frozenset()
    passing_roles: frozenset[str] = frozenset()
    verbal_roles: frozenset[str] = frozenset()
    shared_roles: frozenset[str] = frozenset()
    company_roles: frozenset[str] = frozenset()
    within_prepositions: frozenset[str] = frozenset()
    thing_nouns: frozenset[str] = frozenset()
    vessels: frozenset[str] = frozenset()
    settlements: frozenset[str] = frozenset()
    ships_titles: frozenset[str] = frozenset()
    territorial_titles: frozenset[str] = frozenset()
    animals: frozenset[str] = frozenset()
    storms: frozenset[str] = frozenset()
    saints: frozenset[str] = frozenset()
    firm_before: re.Pattern[str] | None = None
    firm_behind: re.Pattern[str] | None = None
    firm_nouns: frozenset[str] = frozenset()
    kin_behind: re.Pattern[str] | None = None
    firm_endings: frozenset[str] = frozenset()
    corporate_endings: frozenset[str] = frozenset()
    firm_letters: frozenset[str] = frozenset()
    ships_letters: frozenset[str] = frozenset()
    plural_verbs: frozenset[str] = frozenset()
    maker_words: frozenset[str] = frozenset()
    led_in: re.Pattern[str] | None = None
    plural_titles: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    personal_words: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()
    common_words_known: bool = False
    adjectives_follow: bool = False
    affiliating: frozenset[str] = frozenset()
    nouns_capitalised: bool = False

    def is_role(self, word: str) -> bool:
        """Return whether a word in lower case, with its article or not, is what somebody may be."""
        if word in self.role_nouns:
            return True
        if not word.isalpha():  # an apostrophe or a hyphen parts what stands before the noun
            word = without_article(word)
            if word.startswith(_ROLE_PREFIXES):
                word = word.partition("-")[2]
            if word in self.role_nouns:
                return True
        return len(word) > _SHORTEST_ROLE and word.endswith(self.role_endings)

    def single_role(self, word: str) -> str:
        """Return the role that a word in lower case is, or is the plural of; "" where it is none.

        Args:
            word: The word (``players``).
        """
        if self.is_role(word):
            return word
        return self.phrases.singular(word) if self.is_plural_role(word) else ""

    def is_plural_role(self, word: str) -> bool:
        """Return whether a word in lower case is what several people are, and no single one."""
        singular = self.phrases.singular(word)
        return singular != word and self.is_role(singular) and not self.is_role(word)

    def affiliates(self, particle: str, before: Sequence[str], given_names: frozenset[str]) -> bool:
        """Return whether a particle after a full name says whose somebody is.

        Args:
            particle: The particle, as *van* in *Bart Bos van de Bank*.
            before: The words of the name so far, in lower case, with what stands before it.
            given_names: The given names that are known.
        """
        if particle not in self.affiliating:
            return False
        own = [
            word
            for word in before
            if not (word in self.offices or word in self.honorifics or self.is_role(word))
        ]
        # The given names are thousands, so no set of them and others is made.
        return len(own) > 1 and own[-1] not in given_names and own[-1] not in _NOBILITY
