"""The lexicon of a language other than English: its words, and how it is written."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from bot.language.summary_words import SummaryWords


class Script(enum.Enum):
    """How words are told apart in writing."""

    SPACED = "spaced"
    """White space stands between words."""

    HAN = "han"
    """Nothing stands between words, and a character carries meaning: Chinese, Japanese."""

    SYLLABIC = "syllabic"
    """White space stands between words with their endings, in blocks of syllables: Korean."""

    THAI = "thai"
    """White space stands between sentences and phrases only."""


class Apostrophe(enum.Enum):
    """What an apostrophe within a word does."""

    JOINS = "joins"
    """It is a letter like others: Ukrainian *п'ять*."""

    PARTS = "parts"
    """It parts two words: French *l'île*, Italian *dell'acqua*."""

    ENDS = "ends"
    """An ending follows, which says nothing: Turkish *Ankara'da*, Dutch *auto's*."""


class Thousands(enum.Enum):
    """What parts the thousands of a number."""

    COMMA = ","
    FULL_STOP = "."
    SPACE = " "


@dataclass(frozen=True, slots=True)
class Questions:
    """The words that say what a question asks for: alternatives of a regular expression.

    They are looked for as whole words in lower case, anywhere in the question.
    """

    person: str
    time: str
    place: str
    number: str
    count: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, and how it is written.

    Attributes:
        code: The language's ISO 639-1 code.
        stop_words: The words that carry no evidence, question words among them, in lower case.
        questions: The words that say what a question asks for.
        times: Words that are a time: months, days, *yesterday*.
        numbers: Words that are a number.
        openings: The words that continue what was said before, as *however* does.
        pronouns: The pronouns that stand for a person or a thing named before.
        abbreviations: Words that a full stop follows within a sentence, in lower case.
        algorithm: The Snowball stemmer, if there is one.
        endings: Without a stemmer, the endings that are taken off a word.
        script: How words are told apart.
        apostrophe: What an apostrophe does.
        thousands: What parts the thousands of a number.
        has_case: Whether there are capital letters.
        capitals_are_names: Whether a capitalised word within a sentence is a name.
        ordinal_stop: Whether a full stop makes a number an ordinal, as in *14. März*.
        asked_anywhere: Whether a question word may stand anywhere in a question, and is no relative
            pronoun.
        sureness: What is added to the evidence for an answer (a log-odds), so that as much of it
            counts for as much in all languages; fitted by ``tests.benchmarks.fit_languages``.
        summaries: How the summary of an article is asked for.
    """

    code: str
    stop_words: frozenset[str]
    questions: Questions
    times: frozenset[str]
    numbers: frozenset[str]
    openings: frozenset[str]
    pronouns: frozenset[str]
    abbreviations: frozenset[str] = field(default_factory=frozenset)
    algorithm: str | None = None
    endings: tuple[str, ...] = ()
    script: Script = Script.SPACED
    apostrophe: Apostrophe = Apostrophe.JOINS
    thousands: Thousands = Thousands.FULL_STOP
    has_case: bool = True
    capitals_are_names: bool = True
    ordinal_stop: bool = False
    asked_anywhere: bool = False
    sureness: float = 0.0
    summaries: SummaryWords = field(default_factory=SummaryWords)
