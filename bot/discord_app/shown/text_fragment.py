"""Text fragments, which lead a browser to quoted words on a page: ``#:~:text=…``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encode

from bot.language.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.quote import Quote

_EDGES = re.compile(r"\A\W++|(?<!\W)\W++\Z")
# How much a directive holds of either end of a quotation, and of what stands around it.
_WORDS_AT_AN_END = 4
_CHARACTERS_AT_AN_END = 12
_MOST_TIMES_AS_LONG = 4
_WORDS_AROUND = 3
_CHARACTERS_AROUND = 40
_MOST_PASSAGES = 1000
"""Longer articles are not looked through: what stands before the words would take too long."""


def text_fragments(quote: Quote) -> Iterator[str]:
    """Yield directives for quoted words, the one that leads to them most surely first.

    A browser goes to the first place that has the words, so where they stand earlier on the page
    too, or begin as an earlier sentence does, more of them is said, or what stands beside them.
    """
    words = [word for word in _EDGES.sub("", quote.text).split() if plain(word)]
    if not words:
        return
    starts = _starts(words)
    above = _above(quote, starts[0].split()[0])
    unique = next((start for start in starts if _folded(start) not in above), None)
    if unique is None:
        yield from _with_context(quote)
    yield _directive(unique or starts[0], _last(words) if len(starts) > 1 else "")


def _starts(words: Sequence[str]) -> list[str]:
    """Return what may stand for the beginning of a text, the shortest first; or all of it."""
    whole = " ".join(words)
    if len(words) > 2 * _WORDS_AT_AN_END:
        longest = min(len(words) - _WORDS_AT_AN_END, _MOST_TIMES_AS_LONG * _WORDS_AT_AN_END)
        counts = range(_WORDS_AT_AN_END, longest + 1)
        return [" ".join(words[:count]) for count in counts]
    if len(whole) > 2 * _CHARACTERS_AT_AN_END * _WORDS_AT_AN_END:
        # A script without spaces between the words.
        times = range(1, _MOST_TIMES_AS_LONG + 1)
        return [whole[: count * _CHARACTERS_AT_AN_END] for count in times]
    return [whole]


def _last(words: Sequence[str]) -> str:
    if len(words) > 2 * _WORDS_AT_AN_END:
        return " ".join(words[-_WORDS_AT_AN_END:])
    return " ".join(words)[-_CHARACTERS_AT_AN_END:]


def _with_context(quote: Quote) -> Iterator[str]:
    """Yield directives for words that stand earlier too, with what is beside them here.

    Between them may be white space alone, so that each keeps its signs.
    """
    text, (start, end) = quote.passage.text, quote.span
    words = _encoded(" ".join(quote.text.split()))
    before = " ".join(text[:start].split()[-_WORDS_AROUND:])[-_CHARACTERS_AROUND:]
    after = " ".join(text[end:].split()[:_WORDS_AROUND])[:_CHARACTERS_AROUND]
    if before:
        yield f"{_encoded(before)}-,{words}"
    if after:
        yield f"{words},-{_encoded(after)}"


def _above(quote: Quote, word: str) -> str:
    """Return what has a word of all that stands above a quotation, as browsers compare it.

    Folding the others, too, would take some 10 ms in a long article.
    """
    article = quote.article
    texts = [article.title]
    if len(article.passages) <= _MOST_PASSAGES:
        for passage in article.passages:
            if passage.id == quote.passage.id:
                break
            texts.append(passage.text)
    texts.append(quote.passage.text[: quote.span[0]])
    return _folded("\n".join(text for text in texts if word.casefold() in text.casefold()))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _directive(first: str, last: str) -> str:
    return ",".join(_encoded(_EDGES.sub("", end)) for end in (first, last) if end)


def _encoded(text: str) -> str:
    # A hyphen would end the prefix of the directive; nothing else encodes it.
    return percent_encode(text, safe="").replace("-", "%2D")
