"""Detect the language that a text is in."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import regex

from bot.language.analysis.analyser import without_addresses
from bot.language.analysis.word_analyser import TYPED_BARE, tidy
from bot.language.packs import LANGUAGES, chatter_of, pack_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from py3langid.langid import LanguageIdentifier

DEFAULT = "en"
"""The language of a text that has too little to tell."""

_MAX_LENGTH = 4000
_PLAIN_LENGTH = 800
_MIN_LETTERS = 60
_MIN_WORDS = 10
_PLAIN_SHARE = 0.25
"""The share of stop words from which a text is plainly in a language; in news it is about .4."""

_PLAIN_LEAD = 1.5
_LEAST_SURE = 0.5
_MOST_TRIED = 3
_LEAST_SHARE = 0.2
_NEAR_BEST = 0.7
_SCRIPT_SHARE = 0.3
_MOST_LAYERS = 2
"""Languages, one within the other, of what is said around a question: *lol 请问…*."""

_HAN = ("zh", "ja")
_CYRILLIC = ("ru", "uk")
_SCRIPTS = {
    regex.compile(r"[\p{Hiragana}\p{Katakana}]"): ("ja",),
    regex.compile(r"\p{Hangul}"): ("ko",),
    regex.compile(r"\p{Han}"): _HAN,
    regex.compile(r"\p{Thai}"): ("th",),
    regex.compile(r"\p{Devanagari}"): ("hi",),
    regex.compile(r"\p{Arabic}"): ("ar",),
    regex.compile(r"\p{Greek}"): ("el",),
    regex.compile(r"\p{Cyrillic}"): _CYRILLIC,
    regex.compile(r"\p{Latin}"): (
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "tr",
        "ro",
        "vi",
    ),
}
"""The languages of each script; Japanese before the script that it shares with Chinese."""

_OWN_LETTERS = {
    "uk": regex.compile("[іїєґ]", regex.IGNORECASE),
    "ru": regex.compile("[ыэъё]", regex.IGNORECASE),
    "de": regex.compile("ß"),
    "es": regex.compile("[¿¡]"),
    "pl": regex.compile("[łąęśźż]", regex.IGNORECASE),
    "tr": regex.compile("[ığİ]"),
    "ro": regex.compile("[șțţ]", regex.IGNORECASE),
    "vi": regex.compile("[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", regex.IGNORECASE),
}
"""Letters and marks that no other language here has."""

_LATIN_NAME = regex.compile(r"(?<!\p{Latin})(?=\p{Latin})\p{Lu}[\p{Latin}'’.-]*+")

_REPEATED = regex.compile(r"(.{1,4}?)\1{3,}", regex.DOTALL)
"""Laughter and the like, which says little of the language."""

_NONE = regex.compile(r"(?!)")
_ALIASES = {"wuu": "zh", "yue": "zh", "arz": "ar", "nb": "no", "nn": "no"}


def detect_language(text: str) -> str:
    """Return the language of a text as an ISO 639-1 code.

    Text that is plainly English by its stop words is not looked at further, so that a library in
    English never loads the detector's model, which takes a second and 100 MB. A text with too
    little to tell counts as English.

    Args:
        text: A paragraph or two; of more, the beginning is read.
    """
    beginning = tidy(without_addresses(text[:_MAX_LENGTH]))
    letters = sum(map(str.isalpha, beginning))
    if letters < (_MIN_LETTERS if beginning.isascii() else _MIN_LETTERS // 4):
        return DEFAULT
    if _is_plain_english(beginning):
        return DEFAULT
    found, sureness = _identifier().classify(beginning)
    code: str = _ALIASES.get(found, found)
    if code not in LANGUAGES and sureness < _LEAST_SURE:
        return DEFAULT
    return code


def stop_word_shares(text: str, languages: tuple[str, ...]) -> dict[str, float]:
    """Return the share of a text's words that are stop words of each language.

    Args:
        text: The text; nothing is told of languages whose words no white space parts.
        languages: The languages to compare.
    """
    words = _bare_words(text)
    counts = dict.fromkeys(languages, 0)
    known = _languages_by_stop_word(languages)
    for word in words:
        for language in known.get(word, ()):
            counts[language] += 1
    return {language: count / max(1, len(words)) for language, count in counts.items()}


def small_words_of_one(text: str, language: str, other: str) -> frozenset[str]:
    """Return the distinct stop words of a text that one language has and another hasn't.

    Args:
        text: The text; nothing is told of languages whose words no white space parts.
        language: The language whose stop words are returned.
        other: The language that doesn't have them.
    """
    return frozenset(_bare_words(text)) & pack_for(language).stop_words - pack_for(other).stop_words


def _bare_words(text: str) -> list[str]:
    return [word.strip(".,;:!?¿¡«»“”„\"'()’") for word in tidy(text).lower().split()]


@cache
def _languages_by_stop_word(languages: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for language in languages:
        for word in pack_for(language).stop_words:
            found[word].append(language)
    return dict(found)


def question_languages(text: str, shelf: Sequence[str]) -> tuple[str, ...]:
    """Return the languages to read a question in, the likeliest first.

    A question is too short for the detector of articles, but it has question words: the language
    is told by its script and its stop words.

    Args:
        text: The question.
        shelf: The languages of the articles, those of the most articles first, at least one.

    Returns:
        Languages of the shelf if the question may be in one of them. Else those of the shelf that
        are written alike, and after them the language that the question seems to be in.
    """
    told = _likely_languages(text)
    likely = list(dict.fromkeys((*told[:1], *_typed_bare(text, shelf, told[:1]), *told)))
    on_shelf = [language for language in likely if language in shelf]
    if on_shelf:
        return tuple(on_shelf[:_MOST_TRIED])
    if not likely:
        return tuple(shelf[:_MOST_TRIED])
    return (shelf[0], likely[0])


def without_noise(text: str) -> str:
    """Return a question without what people say around it, in the language that it may be in.

    Args:
        text: What somebody wrote.
    """
    left = text
    for _ in range(_MOST_LAYERS):
        before = left
        likely = dict.fromkeys((DEFAULT, *question_languages(before, LANGUAGES)))
        left = chatter_of(tuple(likely)).without_noise(before)
        if left == before:
            break
    return left


def languages_written_like(text: str) -> tuple[str, ...]:
    """Return the languages of the script that a text is in.

    A name in Latin letters stands in texts of any script.
    """
    own = _LATIN_NAME.sub("", text)
    text = own if any(map(str.isalpha, own)) else text
    letters = sum(map(str.isalpha, text))
    return next(
        (
            languages
            for script, languages in _SCRIPTS.items()
            if len(script.findall(text)) > _SCRIPT_SHARE * letters
        ),
        (),
    )


def _likely_languages(text: str) -> list[str]:
    """Return the languages that a question may be in, the likeliest first."""
    text = _REPEATED.sub(r"\1", without_addresses(text))
    written = languages_written_like(text)
    if len(written) <= 1 or written is _HAN:
        return list(written)
    shares = stop_word_shares(text, written)
    best = max(shares.values())
    if best < _LEAST_SHARE:
        told = [language for language in written if _OWN_LETTERS.get(language, _NONE).search(text)]
        return told or (list(written) if written is _CYRILLIC else [])
    likely = [language for language in written if shares[language] >= _NEAR_BEST * best]
    return sorted(likely, key=lambda language: -shares[language])


def _typed_bare(text: str, shelf: Sequence[str], likeliest: Sequence[str]) -> list[str]:
    """Return the languages of a shelf that a question may be typed in without any mark.

    Their small words are then written like those of other languages, so that they tell nothing of
    what no article is in, and nothing where the likeliest language has more of them.
    """
    if not text.isascii():
        return []
    words = _bare_words(text)
    least = max(_LEAST_SHARE, *stop_word_shares(text, tuple(likeliest)).values(), 0.0)
    found = []
    for language in TYPED_BARE.intersection(shelf):
        small = pack_for(language).analyser.bare_stop_words
        if sum(word in small for word in words) >= least * len(words):
            found.append(language)
    return found


def _is_plain_english(text: str) -> bool:
    text = text[:_PLAIN_LENGTH]
    if len(text.split()) < _MIN_WORDS:
        return False
    shares = stop_word_shares(text, LANGUAGES)
    own = shares.pop(DEFAULT)
    return own >= _PLAIN_SHARE and own >= _PLAIN_LEAD * max(shares.values())


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
