"""Compare what somebody claims with a sentence of an article: which names and numbers differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.language.analysis.analyser import fold
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.articles.article import Span
    from bot.language.pack import LanguagePack

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\d)|(?<!\w)[A-Za-z]+(?!\w)")
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_VALUES = {word: str(value) for value, word in enumerate(_WORDS)}
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NO_NAMES = word_set(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)


class Difference(NamedTuple):
    """Where a claim and a sentence differ in names and numbers, as spans into each.

    Attributes:
        claim: The claim's names and numbers that the sentence lacks.
        sentence: The sentence's that the claim lacks, of kinds that the claim has any of.
    """

    claim: tuple[Span, ...]
    sentence: tuple[Span, ...]


def compare(claim: str, sentence: str, pack: LanguagePack, around: str = "") -> Difference:
    """Return in which names and numbers a claim and a sentence differ.

    It says nothing of what is true, nor of differences in other words.

    Args:
        claim: What somebody claims.
        sentence: The sentence that comes nearest to it.
        pack: The sentence's language.
        around: What stands around the sentence, whose names don't differ either.
    """
    in_claim: list[Span] = []
    in_sentence: list[Span] = []
    numbers, others = dict(_numbers(claim)), dict(_numbers(sentence))
    new = [span for span, value in numbers.items() if value not in others.values()]
    if new:
        in_claim += new
        in_sentence += [s for s, value in others.items() if value not in numbers.values()]
    unlike = [span for span in _names(claim, pack) if not _has(f"{sentence} {around}", claim, span)]
    if unlike:
        in_claim += unlike
        in_sentence += [s for s in _names(sentence, pack) if not _has(claim, sentence, s)]
    return Difference(tuple(sorted(in_claim)), tuple(sorted(in_sentence)))


def _numbers(text: str) -> Iterator[tuple[Span, str]]:
    for match in _NUMBER.finditer(text):
        if match[0][0].isdigit():
            yield match.span(), match[0].replace(",", "")
        elif match[0].lower() in _VALUES and match[0].lower() != "one":
            yield match.span(), _VALUES[match[0].lower()]


def _names(text: str, pack: LanguagePack) -> Iterator[Span]:
    """Yield the runs of capitalised words; a single one that a sentence begins with is none."""
    run: list[re.Match[str]] = []
    begins = True
    for word in [*_WORD.finditer(text), None]:
        capital = word is not None and word[0][0].isupper() and not _is_common(word[0], pack)
        joined = bool(run) and word is not None and text[run[-1].end() : word.start()] == " "
        if run and not (capital and joined):
            if len(run) > 1 or not begins:
                yield run[0].start(), run[-1].end()
            run = []
        if capital and word is not None:
            if not run:
                before = text[: word.start()].rstrip(" “\"'‘(")
                begins = not before or before[-1] in ".!?:"
            run.append(word)


def _is_common(word: str, pack: LanguagePack) -> bool:
    return word.lower() in _NO_NAMES or word.lower() in pack.stop_words


def _has(text: str, other: str, span: Span) -> bool:
    """Return whether a text has any word of a name that stands in another."""
    words = {_plain(word) for word in _WORD.findall(text)}
    return any(_plain(word) in words for word in _WORD.findall(other[slice(*span)]))


def _plain(word: str) -> str:
    return re.sub(r"['’]s?\Z", "", fold(word).lower())
