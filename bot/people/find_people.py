"""Find the people of one article: their names, every mention of them, and their roles."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.language.english.name_words import (
    HONORIFICS,
    LARGE_PLACES,
    OFFICES,
    ORGANISATION_WORDS,
    PARTIES,
    WEEKDAYS_AND_MONTHS,
)
from bot.people.article_person import Figure, Mention, Role
from bot.people.name_forms import plain_key, same_person, surname_keys
from bot.people.name_score import Surroundings, name_features, name_score
from bot.people.name_spans import NameSpan, Token, find_name_spans, tokenize
from bot.people.roles import find_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.articles.article import Article, Span
    from bot.people.gazetteer import Gazetteer

_LOWERCASE_WORD = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")
_LIST_GAPS = frozenset({", ", " and ", ", and ", " & ", " or ", ", or "})
_IN_A_LIST = 1.5
_ALONE_ELSEWHERE = 1.5
_SINGLE_FROM = 1.5
_WEAK_FROM = -2.2


@dataclass(slots=True)
class _Found:
    """Hold one span of the article while it is being decided on."""

    passage: int
    in_heading: bool
    text: str
    tokens: Sequence[Token]
    sentence: Span
    span: NameSpan
    key: tuple[str, ...]
    score: float
    evident: bool

    def roles(self) -> Iterator[Role]:
        """Yield the roles that the sentence gives; headings give none."""
        if not self.in_heading:
            for role in find_roles(self.text, self.tokens, self.span, self.sentence):
                yield Role(self.passage, role.span, role.strength)


@dataclass(slots=True)
class _Draft:
    """Gather a figure."""

    keys: list[tuple[str, ...]]
    found: list[_Found] = field(default_factory=list)
    certain: bool = True


def find_figures(article: Article, gazetteer: Gazetteer) -> tuple[Figure, ...]:
    """Find the people of an article, in the order in which it first names them.

    Args:
        article: The article; its headline is not read, as headlines capitalise anything.
        gazetteer: The lists of names and places.
    """
    found = list(_find_spans(article, gazetteer))
    _raise_by_context(found, gazetteer)
    best: dict[tuple[str, ...], float] = defaultdict(lambda: float("-inf"))
    for item in found:
        best[item.key] = max(best[item.key], item.score)
    drafts: list[_Draft] = []
    known: dict[tuple[str, ...], _Draft] = {}
    for item in found:
        if len(item.key) > 1 and best[item.key] > 0:
            if item.key not in known:
                known[item.key] = _full_draft(drafts, item.key)
            known[item.key].found.append(item)
    _resolve_single(found, best, drafts, gazetteer)
    figures = [_figure(draft) for draft in drafts if draft.found]
    return tuple(sorted(figures, key=lambda figure: figure.mentions[0]))


def _find_spans(article: Article, gazetteer: Gazetteer) -> Iterator[_Found]:
    lowercase = frozenset(
        word for passage in article.passages for word in _LOWERCASE_WORD.findall(passage.text)
    )
    heading: str | None = None
    for number, passage in enumerate(article.passages):
        if passage.heading and passage.heading != heading:
            yield from _spans_of(
                passage.heading,
                ((0, len(passage.heading)),),
                number,
                lowercase,
                gazetteer,
                in_heading=True,
            )
        heading = passage.heading
        yield from _spans_of(
            passage.text, passage.sentences, number, lowercase, gazetteer, in_heading=False
        )


def _spans_of(
    text: str,
    sentences: Sequence[Span],
    passage: int,
    lowercase: frozenset[str],
    gazetteer: Gazetteer,
    *,
    in_heading: bool,
) -> Iterator[_Found]:
    tokens = tokenize(text)
    starts = [start for start, _ in sentences]
    around = Surroundings(text, tokens, lowercase)
    for span in find_name_spans(text, tokens, frozenset(starts), gazetteer):
        if not _can_be_name(span, gazetteer):
            continue
        features = name_features(span, around, gazetteer)
        sentence = sentences[max(0, bisect.bisect_right(starts, span.span[0]) - 1)]
        evident = any(features[name] for name in ("honorific", "office", "role_before"))
        yield _Found(
            passage,
            in_heading,
            text,
            tokens,
            sentence,
            span,
            tuple(token.entry for token in span.tokens),
            name_score(features),
            evident,
        )


def _can_be_name(span: NameSpan, gazetteer: Gazetteer) -> bool:
    """Rule out a place, and a lone word that is an office, a party, a day, or all capitals."""
    if len(span.tokens) > 1:
        whole = " ".join(token.entry for token in span.tokens)
        return span.honorific or whole not in gazetteer.places
    token = span.tokens[0]
    named = token.entry in gazetteer.given_names or token.entry in gazetteer.surnames
    if (
        token.acronym
        or token.initial
        or token.entry in OFFICES
        or token.entry in HONORIFICS
        or token.entry in PARTIES
        or token.entry in LARGE_PLACES
        or token.entry in WEEKDAYS_AND_MONTHS
    ):
        return False
    placed = token.entry in gazetteer.places or token.entry in ORGANISATION_WORDS
    return not placed or span.honorific or (named and token.entry in gazetteer.given_names)


def _raise_by_context(found: Sequence[_Found], gazetteer: Gazetteer) -> None:
    """Let a name gain from standing in a list of names, and from its surname standing alone."""
    alone = {
        item.key[0]
        for item in found
        if len(item.key) == 1
        and not item.span.starts_sentence
        and item.key[0] not in gazetteer.places
    }
    for item in found:
        if len(item.key) > 1 and item.key[-1] in alone:
            item.score += _ALONE_ELSEWHERE
    for left, right in itertools.pairwise(found):
        same = left.text is right.text and len(left.key) > 1 and len(right.key) > 1
        begin = (right.span.prefix or right.span.tokens)[0].start
        if same and left.text[left.span.span[1] : begin] in _LIST_GAPS:
            weak, strong = sorted((left, right), key=lambda item: item.score)
            organised = any(entry in ORGANISATION_WORDS for entry in weak.key)
            if strong.score > _IN_A_LIST and not organised:
                weak.score += _IN_A_LIST


def _full_draft(drafts: list[_Draft], key: tuple[str, ...]) -> _Draft:
    """Find or begin the figure that a full name is of."""
    for draft in drafts:
        if any(same_person(key, known) for known in draft.keys):
            if key not in draft.keys:
                draft.keys.append(key)
            return draft
    drafts.append(_Draft([key]))
    return drafts[-1]


def _resolve_single(
    found: Sequence[_Found],
    best: Mapping[tuple[str, ...], float],
    drafts: list[_Draft],
    gazetteer: Gazetteer,
) -> None:
    """Give each bare name to the person last named with it, or make it a figure of its own."""
    by_surname: dict[str, list[_Draft]] = defaultdict(list)
    by_given: dict[str, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        for surname in {word for key in draft.keys for word in surname_keys(key)}:
            by_surname[surname].append(draft)
        for given in {key[0] for key in draft.keys}:
            by_given[given].append(draft)
    evident = {item.key for item in found if item.evident}
    counts = Counter(item.key for item in found)
    singles: dict[tuple[str, ...], _Draft] = {}
    for item in found:
        name = " ".join(item.key)
        if len(item.key) > 1 and best[item.key] > 0:
            continue
        candidates = by_surname.get(name) or (by_given.get(name) if len(item.key) == 1 else None)
        if candidates:
            _last_named(candidates, item).found.append(item)
        elif len(item.key) == 1:
            score = best[item.key]
            if score <= 0 and item.span.starts_sentence:
                continue
            named = name in gazetteer.given_names and name not in gazetteer.places
            repeated = counts[item.key] > 1 and named
            certain = score > _SINGLE_FROM and (item.key in evident or repeated)
            if score > _WEAK_FROM:
                draft = singles.setdefault(item.key, _Draft([item.key], certain=certain))
                draft.found.append(item)
    drafts.extend(singles.values())


def _last_named(candidates: Sequence[_Draft], item: _Found) -> _Draft:
    """Choose the person named last before a bare name, else the one named first after it."""
    here = (item.passage, item.span.span)
    before = [
        (max(at), position)
        for position, draft in enumerate(candidates)
        if (
            at := [(f.passage, f.span.span) for f in draft.found if (f.passage, f.span.span) < here]
        )
    ]
    return candidates[max(before)[1]] if before else candidates[0]


def _figure(draft: _Draft) -> Figure:
    ordered = sorted(
        draft.found, key=lambda item: (item.passage, not item.in_heading, item.span.span)
    )
    forms: dict[tuple[str, ...], str] = {}
    for item in ordered:
        forms.setdefault(item.key, _written(item.span.tokens))
    fullest = max(forms, key=lambda key: (len(plain_key(key)), len(" ".join(key))))
    names = [forms[fullest], *(form for key, form in forms.items() if key != fullest)]
    roles = sorted(
        {role for item in ordered for role in item.roles()},
        key=lambda role: (-role.strength, role.passage, role.span),
    )
    return Figure(
        name=names[0],
        forms=tuple(names),
        mentions=tuple(
            Mention(item.passage, (0, 0) if item.in_heading else item.span.span) for item in ordered
        ),
        roles=tuple(roles),
        certain=draft.certain,
    )


def _written(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)
