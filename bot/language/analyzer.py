"""Turn text into word forms and stems, the same way for passages and questions."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import Stemmer

from bot.language.english.irregular_forms import BASE_OF
from bot.language.english.stop_words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’.&-][^\W_]+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_INITIALISM = re.compile(r"(?:\w\.)+\w\Z")
_PART = re.compile(r"[.&-]+")
_MAX_FORM_LENGTH = 64
_SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}


class Analyzer:
    """Analyse text of one language.

    A *form* is a word as it is compared: accents and case folded, ``'s`` dropped, ``1,000``
    written ``1000``, ``U.S.`` written as ``US`` is. A *term* is the Snowball stem of
    its base form. Stop words yield nothing; a hyphenated word yields its parts joined, then its
    parts.

    Args:
        language: An ISO 639-1 code. One that Snowball doesn't know is not stemmed; the stop
            words are English, for now, whatever the language.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language
        algorithm = _SNOWBALL.get(language)
        self._bases = BASE_OF if language == "en" else {}
        self._stemmer = Stemmer.Stemmer(algorithm) if algorithm else None

    def words(self, text: str) -> list[str]:
        """List the words of a text as they stand there, for :meth:`forms_of`."""
        found: list[str] = _WORD.findall(text)
        return found

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Give a word's forms, stop words left out; a hyphenated word's joined form is first."""
        folded = fold(word[:_MAX_FORM_LENGTH]).replace("’", "'")
        lower = folded.lower()
        if lower[0].isdigit() and ("," in lower or "." in lower):
            return (_number(lower),)
        if lower == "us" or _INITIALISM.match(lower):
            name = lower.replace(".", "")
            is_country = name in {"us", "usa"} and folded[:2] != "us"
            return ("usa",) if is_country else _without_stop_words([name])
        bare = lower.removesuffix("'s").replace("'", "")
        parts = [part for part in _PART.split(bare) if part]
        joined = ("".join(parts),) if len(parts) > 1 else ()
        return joined + _without_stop_words(parts)

    def forms(self, text: str) -> list[str]:
        """List the forms of a text in order."""
        return [form for word in self.words(text) for form in self.forms_of(word)]

    def stem(self, form: str) -> str:
        """Stem a form."""
        if self._stemmer is None:
            return form
        stemmed: str = self._stemmer.stemWord(self._bases.get(form, form))
        return stemmed

    def terms(self, text: str) -> list[str]:
        """List the stems of a text's forms, in order."""
        return [self.stem(form) for form in self.forms(text)]


def fold(text: str) -> str:
    """Remove accents (``Andriï`` → ``Andrii``) and width variants, keeping case."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _number(text: str) -> str:
    return text.replace(",", "") if _THOUSANDS.match(text) else text


def _without_stop_words(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if form not in ENGLISH)
