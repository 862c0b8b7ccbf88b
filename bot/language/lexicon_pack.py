"""The pack of a language that is described by a lexicon."""

from __future__ import annotations

import re
from dataclasses import astuple
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from bot.language.alternatives import any_word
from bot.language.analysis.chinese_script import as_read, as_written
from bot.language.analysis.ngram_analyser import NgramAnalyser
from bot.language.analysis.word_analyser import (
    ACCENTS_PART_WORDS,
    TYPED_BARE,
    WordAnalyser,
    tidy,
    without_marks,
)
from bot.language.facts.asked_facts import AskedFacts
from bot.language.lexicon import Lexicon, Script
from bot.language.questions.chatter import Chatter
from bot.language.questions.chatter_words import CHATTER
from bot.language.questions.follow_up import Reading, distinct, join_with_terms
from bot.language.questions.how_many import HowMany
from bot.language.questions.how_much import HowMuch
from bot.language.questions.question_parts import split_at_question_marks
from bot.language.questions.summary_requests import SummaryRequests
from bot.language.sentence_cues import NAME_SHOWN, NUMBER_SHOWN, TIME_SHOWN, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.language.analysis.analyser import Analyser
    from bot.language.questions.answer_shape import AnswerShape
    from bot.language.questions.follow_up import Before

_LETTER = r"[\p{L}\p{M}\p{N}]"
_YEAR = regex.compile(
    r"(?:1\d{3}|20\d\d)(?:年|년|['’]\w{1,5}|er)?\Z|\d{1,4}[年月日]\Z|\d\d?[월일]\Z"
)
_ASKED_WITHIN = 30
"""Characters of a question among which its question words stand where there are any."""

_FEW_TERMS = {Script.SPACED: 1, Script.SYLLABIC: 3, Script.HAN: 2, Script.THAI: 3}
"""The most terms that a question has which says nothing by itself."""


class LexiconPack:
    """The words and rules of one language; see :class:`bot.language.pack.LanguagePack`.

    Args:
        lexicon: The language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.code = lexicon.code
        self.stop_words = lexicon.stop_words
        self.capitals_are_names = lexicon.capitals_are_names
        self.sureness = lexicon.sureness
        self.analyser: Analyser = (
            WordAnalyser(lexicon) if lexicon.script is Script.SPACED else NgramAnalyser(lexicon)
        )

    # What only questions and summaries need is compiled for the first of them: whoever reads
    # articles in one language compares their words with those of all others.

    @cached_property
    def chatter(self) -> Chatter:
        """What people say around a question, and greetings, thanks and calls for help."""
        said = astuple(CHATTER.get(self.code, Chatter()))
        return Chatter(*(tuple(as_written(one, self.code) for one in some) for some in said))

    @cached_property
    def summary_requests(self) -> SummaryRequests:
        """Recognises what asks for the whole of an article."""
        return SummaryRequests(
            self._lexicon.summaries,
            self.chatter,
            self.stop_words,
            read=self._read,
            spaced=self._lexicon.script in {Script.SPACED, Script.SYLLABIC},
            typed_bare=self._lexicon.script is Script.SPACED
            and self.code not in ACCENTS_PART_WORDS - TYPED_BARE,
        )

    @cached_property
    def leaning_opening(self) -> re.Pattern[str]:
        """Matches the start of a sentence that continues the one before it."""
        return self._opening_pattern(self._lexicon.openings)

    def needs_antecedent(self, sentence: str) -> bool:
        """Return whether only the one before names a sentence's subject or speaker."""
        return any(pattern.search(sentence) for pattern in self._leaning)

    @cached_property
    def _leaning(self) -> tuple[re.Pattern[str], ...]:
        """Match a sentence that begins with a pronoun, and words that *he* or *she* said."""
        opening = self._opening_pattern(self._lexicon.pronouns)
        if self._lexicon.script is not Script.SPACED:
            return (opening,)
        words = any_word(self._lexicon.pronouns)
        # “« … », a-t-elle dit”, “„…“, sagte er”
        said = rf"[”“\"»],? [^\W\d]{{1,20}}(?:[ -][^\W\d]{{1,20}})?[ -](?:{words})(?!\w)"
        return (opening, re.compile(as_written(said, self.code)))

    def has_pronoun_alone(self, sentence: str) -> bool:  # noqa: ARG002 - the pack's
        """Return that no pronoun stands alone: whom they mean isn't asked."""
        return False

    def taken_up(self, sentence: str) -> list[tuple[str, re.Pattern[str]]]:  # noqa: ARG002 - the pack's
        """Return none: nothing is known of how nouns are brought up."""
        return []

    def definites_in(self, sentence: str) -> list[tuple[str, bool]]:  # noqa: ARG002 - the pack's
        """Return none: nothing is known of how nouns are taken up."""
        return []

    def side_of(self, sentence: str) -> str | None:  # noqa: ARG002 - the pack's
        """Return None: nothing is known of verbs."""
        return None

    def denies(self, sentence: str) -> bool:  # noqa: ARG002 - the pack's
        """Return False: nothing is known of verbs."""
        return False

    def is_fragment(self, sentence: str) -> bool:  # noqa: ARG002 - the pack's
        """Return False: nothing is known of verbs."""
        return False

    def kind_of(self, question: str) -> Kind:
        """Return what a question asks for, judged by its question words."""
        asked = self._read(question)
        beginning = asked if self._lexicon.asked_anywhere else asked[:_ASKED_WITHIN]
        for kind, pattern in self._kinds:
            if pattern.search(beginning):
                return kind
        if self.code in ACCENTS_PART_WORDS and not (self.code in TYPED_BARE and asked.isascii()):
            return Kind.OTHER
        bare = without_marks(beginning)
        for kind, pattern in self._bare_kinds:
            if pattern.search(bare):
                return kind
        return Kind.OTHER

    def shape_of(self, question: str) -> AnswerShape | None:
        """Return what a sentence looks like that says how many or how much, where that is asked."""
        asked = self._read(question)
        kind = self.kind_of(asked)
        age = self._how_much.age_of(asked, kind)
        if age:
            return age
        measured = self._how_much.shape_of(asked, kind)
        # Where *how much* and *how many* are one word: *hoeveel verdient …*.
        unit = self._how_many.unit_of(asked)
        if unit is None or (measured and self._how_much.is_asked_by(unit)):
            return measured
        return self._how_many.shape_of(asked)

    def asks_count(self, question: str) -> bool:
        """Return whether a question asks *how many*."""
        return self._count.search(self._read(question)) is not None

    def leaves_untold(self, question: str, sentence: str) -> bool:
        """Return whether a sentence has no word for the kind of fact that a question asks for."""
        return self._facts.leaves_untold(self._read(question), sentence)

    def word_cues(self, word: str) -> int:
        """Return what one word shows, in the units of :mod:`bot.language.sentence_cues`.

        In a script without capital letters every word may be a name.
        """
        lower = word.lower()
        cues = 0
        if word[0].isupper() or (not self._lexicon.has_case and word[0].isalpha()):
            cues += NAME_SHOWN
        if word[0].isdigit() or self._is_number(lower):
            cues += NUMBER_SHOWN
        if _YEAR.match(lower) or lower in self._lexicon.times:
            cues += TIME_SHOWN
        return cues

    def readings(self, question: str, before: Before) -> tuple[Reading, ...]:
        """Return how a question can be read after another, the likeliest first.

        It can't stand alone where it has too few terms of its own, where it begins by continuing
        what was said, and where it has a pronoun; then it is joined with the terms before.
        """
        alone = len(self.analyser.terms(question)) > _FEW_TERMS[self._lexicon.script]
        if (
            alone
            and not self.leaning_opening.search(question)
            and not self._pronoun.search(self._read(question))
        ):
            return (Reading(question, question),)
        joined = [join_with_terms(question, text, self.analyser) for text in before.questions[::-1]]
        return distinct(joined, len(joined))

    def parts(self, question: str) -> tuple[str, ...]:
        """Return the questions that a question may consist of, or none where it is plainly one."""
        return split_at_question_marks(question)

    @cached_property
    def _kinds(self) -> list[tuple[Kind, regex.Pattern[str]]]:
        return [(kind, self._words_pattern([tidy(words)])) for kind, words in self._kind_words()]

    @cached_property
    def _bare_kinds(self) -> list[tuple[Kind, regex.Pattern[str]]]:
        """For who types without accents, where nothing else is found: *quien*, *cuando*."""
        if self._lexicon.script is not Script.SPACED:
            return []
        return [
            (kind, self._words_pattern([without_marks(words)]))
            for kind, words in self._kind_words()
        ]

    def _kind_words(self) -> tuple[tuple[Kind, str], ...]:
        asked = self._lexicon.questions
        return (
            (Kind.NUMBER, asked.number),
            (Kind.TIME, asked.time),
            (Kind.PLACE, asked.place),
            (Kind.PERSON, asked.person),
        )

    @cached_property
    def _how_many(self) -> HowMany:
        return HowMany(self._lexicon)

    @cached_property
    def _how_much(self) -> HowMuch:
        return HowMuch(self._lexicon)

    @cached_property
    def _facts(self) -> AskedFacts:
        return AskedFacts(self._lexicon)

    @cached_property
    def _count(self) -> regex.Pattern[str]:
        return self._words_pattern([self._lexicon.questions.count])

    @cached_property
    def _pronoun(self) -> regex.Pattern[str]:
        return self._words_pattern(map(regex.escape, self._lexicon.pronouns))

    def _read(self, question: str) -> str:
        """Return a question as the words of the lexicon are written."""
        return as_read(tidy(question), self.code)

    def _is_number(self, lower: str) -> bool:
        if self._lexicon.script is Script.SPACED:
            return lower in self._lexicon.numbers
        return lower[0] in self._lexicon.numbers

    def _opening_pattern(self, words: Iterable[str]) -> re.Pattern[str]:
        """Compile what matches a sentence that begins with one of some words."""
        end = r"(?!\w)" if self._lexicon.script is Script.SPACED else ""
        alternatives = as_written(any_word(words), self.code)
        return re.compile(rf"\A[\"“«‘„「『]?\s?(?:{alternatives}){end}", re.IGNORECASE)

    def _words_pattern(self, alternatives: Iterable[str]) -> regex.Pattern[str]:
        """Compile what finds any of some words, as whole words where white space parts them."""
        words = "|".join(sorted(alternatives, key=len, reverse=True))
        if self._lexicon.script is not Script.SPACED:
            return regex.compile(f"(?:{words})")
        return regex.compile(f"(?<!{_LETTER})(?:{words})(?!{_LETTER})", regex.IGNORECASE)
