"""Find the firms that an article names in full: “Norvane Motor Co”, “Hale Wicks <HWK>”."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.people.names.candidate import NameCandidate
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.tokens import Token

_MOST_WORDS = 8
_LONGEST_SHARE = 12
_SHARE_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./- ")
_OPENING, _CLOSING = "<", ">"
_GAPS = frozenset({" ", " & ", ". ", "."})


@dataclass(frozen=True, slots=True)
class NamedFirms:
    """The firms of an article.

    Attributes:
        full: The entries of their names, and of what these begin with, of two words at least.
        short: Single words that they are called for short.
    """

    full: frozenset[tuple[str, ...]]
    short: frozenset[str]


def find_firms(
    texts: Sequence[str], passages: Sequence[Sequence[Token]], lexicon: NameLexicon
) -> NamedFirms:
    """Return the firms that a word such as *Inc*, or angle brackets, show to be some.

    Args:
        texts: The texts of the article's passages.
        passages: Their words.
        lexicon: What is known of names.
    """
    full: set[tuple[str, ...]] = set()
    short: set[str] = set()
    for text, tokens in zip(texts, passages, strict=True):
        for named in _firms_in(text, tokens, lexicon):
            key = tuple(token.entry for token in named)
            full.update(key[:end] for end in range(2, len(key) + 1))
            short.update(_short_names(named, lexicon))
    return NamedFirms(frozenset(full), frozenset(short))


def without_named_firms(
    found: Sequence[NameCandidate], firms: NamedFirms, lexicon: NameLexicon
) -> list[NameCandidate]:
    """Leave out what is called as a firm of the article is, in full or for short.

    A title or a role keeps a name. Of somebody whom the article has named before, the surname is
    kept in the same passage, and where it speaks.

    Args:
        found: The candidates of an article, in reading order.
        firms: The firms that it names.
        lexicon: What is known of names.
    """
    shown = {item.key for item in found if item.somebody or (item.evident and not item.firm)}
    kept: list[NameCandidate] = []
    surnames: dict[str, int] = {}
    for item in found:
        if len(item.key) == 1:
            called = item.key[0] in firms.short and not item.evident
            named = surnames.get(item.key[0])
            firm = called and not (named == item.passage or (named is not None and item.speaks))
        else:
            firm = item.key not in shown and _is_called(item, firms, lexicon)
        if firm or (firms.full and item.span.prefix and _whole(item, lexicon) in firms.full):
            continue
        kept.append(item)
        if len(item.key) > 1 and item.score > 0:
            surnames[item.key[-1]] = item.passage
    return kept


def _whole(item: NameCandidate, lexicon: NameLexicon) -> tuple[str, ...]:
    """Return the entries of a name with what stands before it: “General Wickham”."""
    key = tuple([token.entry for token in (*item.span.prefix, *item.span.tokens)])
    return _bare(key, lexicon)


def _bare(key: tuple[str, ...], lexicon: NameLexicon) -> tuple[str, ...]:
    """Return a name without the words at its end that only firms have."""
    while len(key) > 1 and key[-1] in lexicon.rules.firm_endings:
        key = key[:-1]
    return key


def _is_called(item: NameCandidate, firms: NamedFirms, lexicon: NameLexicon) -> bool:
    """Whether a name of several words is a firm's of the article, or ends in a firm's letters."""
    if item.key[-1] in lexicon.rules.firm_letters and item.span.tokens[-1].acronym:
        return True  # “Norvane SA”
    return item.key in firms.full or _bare(item.key, lexicon) in firms.full


def _firms_in(text: str, tokens: Sequence[Token], lexicon: NameLexicon) -> Iterator[list[Token]]:
    """Yield the words of each firm's name, those like *Inc* at its end aside."""
    endings = lexicon.rules.firm_endings
    # Asked at once, as most texts have no such word.
    if not endings.isdisjoint([entry for _, _, _, entry in tokens]):
        for position, token in enumerate(tokens):
            if token.entry in endings and token.capitalised and position:
                yield _before(text, tokens, position, lexicon)
    if _OPENING not in text:
        return
    for position, token in enumerate(tokens):
        if text.startswith((" <", "<"), token.end) and token.capitalised:
            if _is_share(text, text.index(_OPENING, token.end)):
                yield _before(text, tokens, position + 1, lexicon)
        elif (
            token.start
            and text.startswith(_OPENING, token.start - 1)
            and not _is_share(text, token.start - 1)
        ):
            yield _within(text, tokens, position, lexicon)


def _is_share(text: str, opening: int) -> bool:
    """Whether a share's sign stands in angle brackets: “<NRV.N>”."""
    closing = text.find(_CLOSING, opening, opening + _LONGEST_SHARE)
    return closing > 0 and _SHARE_SIGNS.issuperset(text[opening + 1 : closing])


def _before(text: str, tokens: Sequence[Token], end: int, lexicon: NameLexicon) -> list[Token]:
    """Return the capitalised words that end before a position."""
    rules = lexicon.rules
    while end and tokens[end - 1].entry in rules.firm_endings:
        end -= 1
    begin = end
    while begin and end - begin < _MOST_WORDS:
        token = tokens[begin - 1]
        gap = text[token.end : tokens[begin].start] if begin < len(tokens) else " "
        if begin < end and gap not in _GAPS:
            break
        if (token.capitalised and token.entry not in rules.opening_words) or (
            token.text in rules.phrases.conjunctions and _joins_things(tokens, begin, lexicon)
        ):
            begin -= 1
        else:
            break
    return list(tokens[begin:end])


def _joins_things(tokens: Sequence[Token], begin: int, lexicon: NameLexicon) -> bool:
    """Whether “and” stands within a firm's name: “Mining and Development”, “Hale and Co”."""
    common = lexicon.gazetteer.common_words
    behind = tokens[begin].entry
    if behind in lexicon.rules.firm_endings:
        return True
    return begin > 1 and behind in common and tokens[begin - 2].entry in common


def _within(text: str, tokens: Sequence[Token], begin: int, lexicon: NameLexicon) -> list[Token]:
    """Return the words of a name that stands in angle brackets."""
    closing = text.find(_CLOSING, tokens[begin].start)
    inside = itertools.takewhile(lambda token: token.end <= closing, tokens[begin:])
    named = list(itertools.islice(inside, _MOST_WORDS))
    while named and named[-1].entry in lexicon.rules.firm_endings:
        named.pop()
    return named


def _short_names(named: Sequence[Token], lexicon: NameLexicon) -> Iterator[str]:
    """Yield the words that a firm is called: the first, and the last of one with a given name."""
    words = [token for token in named if not token.initial]
    if not words:
        return
    first = words[0].entry
    if lexicon.gazetteer.given_names.isdisjoint({first}) or len(words) == 1:
        yield first
    else:
        yield from (token.entry for token in words[:2])
