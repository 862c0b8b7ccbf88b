"""Analyse text whose words are separated by white space, in any alphabet."""

from __future__ import annotations

import unicodedata
from dataclasses import astuple
from functools import cache, cached_property
from typing import TYPE_CHECKING

import regex

from bot.language.analysis.analyser import Analyser, fold, without_addresses
from bot.language.analysis.stem_repairs import REPAIRS
from bot.language.lexicon import Apostrophe, Lexicon, Thousands

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINTS = "['’.&-]"
LATIN_WORD = (
    rf"[\p{{Latin}}\p{{N}}][\p{{Latin}}\p{{M}}\p{{N}}]*"
    rf"(?:{_JOINTS}[\p{{Latin}}\p{{N}}][\p{{Latin}}\p{{M}}\p{{N}}]*)*"
)
"""Matches a word in Latin letters, a number, or a mixture like *A380*."""

_OTHER_WORD = rf"[\p{{L}}\p{{M}}]+(?:{_JOINTS}[\p{{L}}\p{{M}}]+)*"
_NUMBERS = {
    Thousands.COMMA: r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?",
    Thousands.FULL_STOP: r"\d{1,3}(?:\.\d{3})+(?:,\d+)?",
    Thousands.SPACE: r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?",
}
_HIDDEN = regex.compile("[\u00ad\u0640\u200b-\u200d\u2060\ufeff]")
_INITIALS = regex.compile(r"\A(?:\p{L}\p{M}*\.)+\p{L}\p{M}*\Z")
_PART = regex.compile(r"[.&-]+")
_SPACE = regex.compile(r"\s")
_MAX_FORM_LENGTH = 64
_DOUBTED = 0.3
"""What a word counts for that may be a small one, typed without its marks."""

_LEAST_STEM = 3

# What one language writes in more than one way, brought to one.
_VARIANTS: dict[str, dict[int, str | None]] = {
    "ar": {
        **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
        ord("ى"): "ي",
        ord("ئ"): "ي",
        ord("ؤ"): "و",
        ord("ة"): "ه",
        **dict.fromkeys(range(0x64B, 0x653)),
    },
    "hi": {0x93C: None, ord("ँ"): "ं"},
    "ro": {ord("ş"): "ș", ord("ţ"): "ț"},
    "ru": {ord("ё"): "е"},
    "uk": {ord("ґ"): "г"},
}
_APOSTROPHES = str.maketrans(dict.fromkeys("`´ʼʹ′", "'"))
"""What is typed for an apostrophe; ʼ is the one that Ukrainian's own rules ask for."""
# What people type for letters that are not an accented form of another.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_TURKISH = str.maketrans({"İ": "i", "I": "ı"})
_DOTTED_AFTER_BACK = regex.compile(r"(?<=[aouı][^aeiouı]{0,4})i")
ACCENTS_PART_WORDS = frozenset({"hi", "vi"})
"""Languages in which marks are letters of their own, so that a word without them is another."""

TYPED_BARE = frozenset({"vi"})
"""Those of them in which people type all the same whole questions without any mark."""


class WordAnalyser(Analyser):
    """Turns text into words, and words into forms and terms.

    Letters, marks and digits of any alphabet make a word. A form keeps its accents, as the
    stemmers need them; a term has none, so that a question may be typed without.

    Args:
        lexicon: The language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._variants = _VARIANTS.get(lexicon.code)
        self._repair = REPAIRS.get(lexicon.code)
        lower = {self.lower(word) for word in lexicon.stop_words}
        bare = {without_marks(word) for word in lower}
        if lexicon.code in TYPED_BARE:
            self.bare_stop_words = frozenset(bare)
        self._questions = lexicon.questions
        if lexicon.code in ACCENTS_PART_WORDS:
            bare = set()
        super().__init__(frozenset(lower | bare), algorithm=lexicon.algorithm)
        self._word = _word_pattern(lexicon.thousands)
        self._number = regex.compile(rf"{_NUMBERS[lexicon.thousands]}\Z")
        self._decimal = "." if lexicon.thousands is Thousands.COMMA else ","

    def words(self, text: str) -> list[str]:
        """Return the words of a text as they are written, for :meth:`forms_of`."""
        text = tidy(without_addresses(text)).translate(_APOSTROPHES)
        if self._is_typed_bare(text):
            text = self._bare_question_words.sub(" ", text)
        found: list[str] = self._word.findall(text)
        return found

    def shares_of(
        self, text: str, forms: Sequence[str], sequence: Sequence[int]
    ) -> tuple[float, ...]:
        """Return what each form counts for: of a question without marks, small words for less.

        *bao* is the *bao* of *bao lâu* or the *bảo* of *bảo tàng*, and which one isn't known.
        """
        if not self._is_typed_bare(text):
            return super().shares_of(text, forms, sequence)
        return tuple([_DOUBTED if form in self.bare_stop_words else 1.0 for form in forms])

    def _is_typed_bare(self, text: str) -> bool:
        return bool(self.bare_stop_words) and text.isascii()

    @cached_property
    def _bare_question_words(self) -> regex.Pattern[str]:
        """Finds the language's question words where they are typed without marks."""
        alternatives = "|".join(astuple(self._questions))
        return regex.compile(rf"\b(?:{without_marks(alternatives)})\b", regex.IGNORECASE)

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Return a word's forms without stop words; a hyphenated word's joined form is first."""
        lower = self.lower(word[:_MAX_FORM_LENGTH]).replace("’", "'")
        if lower[:1].isdigit() and not _PART.fullmatch(lower[-1]) and self._is_number(lower):
            return (self._plain_number(lower),)
        if _INITIALS.match(lower):
            return self.without_stop_words([lower.replace(".", "")])
        parts = [part for piece in self._pieces(lower) for part in _PART.split(piece) if part]
        kept = self.without_stop_words(parts)
        # Parts with a stop word among them are a turn of phrase (*a-t-il*), and not a compound.
        joined = len(parts) > 1 and len(kept) == len(parts) and "'" not in lower
        return ("".join(parts), *kept) if joined else kept

    def stem(self, form: str) -> str:
        """Return the term of a form."""
        stemmed = super().stem(_with_dotless(form) if self._lexicon.code == "tr" else form)
        if self._lexicon.endings:
            stemmed = next(
                (
                    form.removesuffix(ending)
                    for ending in self._lexicon.endings
                    if form.endswith(ending) and len(form) - len(ending) >= _LEAST_STEM
                ),
                form,
            )
        if self._repair:
            stemmed = self._repair(form, stemmed)
        if self._lexicon.code in ACCENTS_PART_WORDS:
            return stemmed
        # Of some Greek words Snowball leaves nothing.
        return without_marks(stemmed) or form

    def lower(self, word: str) -> str:
        """Return a word in lower case, with what is written in several ways written in one."""
        if self._lexicon.code == "tr":
            word = word.translate(_TURKISH)
        lower = word.lower()
        if self._variants:
            lower = lower.translate(self._variants)
        if self._lexicon.code == "el":
            lower = fold(lower)
        return ascii_digits(lower)

    def _pieces(self, lower: str) -> list[str]:
        match self._lexicon.apostrophe:
            case Apostrophe.PARTS:
                return lower.split("'")
            case Apostrophe.ENDS:
                return [lower.partition("'")[0]]
            case Apostrophe.JOINS:
                return [lower.replace("'", "")]

    def _is_number(self, lower: str) -> bool:
        return "," in lower or "." in lower or _SPACE.search(lower) is not None

    def _plain_number(self, lower: str) -> str:
        """Return a number without what parts its thousands, a full stop before its decimals."""
        if self._number.match(lower):
            whole, _, decimals = lower.partition(self._decimal)
            whole = "".join(character for character in whole if character.isdigit())
            return f"{whole}.{decimals}" if decimals else whole
        return lower.replace(",", ".")


def tidy(text: str) -> str:
    """Return a text composed as Unicode's NFKC, without soft hyphens and joiners."""
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    cleaned: str = _HIDDEN.sub("", text)
    return cleaned


def without_marks(word: str) -> str:
    """Return a word in lower case as it is typed without accents: *đường* is *duong*."""
    return fold(word).translate(_PLAIN)


def ascii_digits(text: str) -> str:
    """Return a text with the digits of every script as 0 to 9."""
    if text.isascii() or not any(character.isdecimal() for character in text):
        return text
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in text
    )


def _with_dotless(form: str) -> str:
    """Return a Turkish word that may have been typed without its ı with one after a, ı, o and u.

    The vowels of a word's endings follow the one before, and the stemmer knows them by that.
    """
    while len(form) > _LEAST_STEM and (form.isascii() or "ı" in form):
        restored = _DOTTED_AFTER_BACK.sub("ı", form, 1)
        if restored == form:
            break
        form = restored
    return form


@cache
def _word_pattern(thousands: Thousands) -> regex.Pattern[str]:
    return regex.compile(rf"{_NUMBERS[thousands]}|\d+(?:[.,]\d+)+|{LATIN_WORD}|{_OTHER_WORD}")
