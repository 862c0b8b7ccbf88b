"""The spans of an article that may be names, each with what speaks for it."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from bot.language.possessives import POSSESSIVES
from bot.people.names.animals import is_animal
from bot.people.names.called_things import is_called_thing
from bot.people.names.candidate import NameCandidate
from bot.people.names.couples import is_couple
from bot.people.names.firms import is_firm, is_somebody
from bot.people.names.leave_out import (
    without_animals_and_storms,
    without_firms_and_ships,
    without_places,
)
from bot.people.names.line_ups import find_line_ups, is_in_line_up, line_up_spans
from bot.people.names.named_firms import find_firms, without_named_firms
from bot.people.names.rule_out import can_be_name, is_thing
from bot.people.names.score import name_features, name_score
from bot.people.names.shared_surnames import share_surnames
from bot.people.names.weigh_together import (
    raise_names_in_lists,
    raise_names_led_in,
    raise_names_that_stand_alone,
)
from bot.people.text.name_spans import find_name_spans
from bot.people.text.surroundings import Surroundings
from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article, Span
    from bot.language.name_rules import NameRules
    from bot.people.text.article_words import ArticleWords
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.name_spans import NameSpan

_IN_A_LINE_UP = 2.0
_EVIDENT = ("honorific", "office", "role_before", "years_old")


def find_candidates(
    article: Article, words: ArticleWords, lexicon: NameLexicon
) -> list[NameCandidate]:
    """Return the spans of an article that may be names, in reading order.

    Args:
        article: The article; its headline is not read, as headlines capitalise anything.
        words: Its words.
        lexicon: What is known of names.
    """
    found = list(_find_spans(article, words, lexicon))
    raise_names_led_in(found, lexicon)
    firms = find_firms([passage.text for passage in article.passages], words.passages, lexicon)
    found = without_named_firms(found, firms, lexicon)
    found = without_places(without_firms_and_ships(found, lexicon.rules), lexicon)
    found = without_animals_and_storms(found, article, lexicon.rules)
    share_surnames(found, lexicon)
    raise_names_that_stand_alone(found, lexicon)
    raise_names_in_lists(found, lexicon)
    return found


def _find_spans(
    article: Article, words: ArticleWords, lexicon: NameLexicon
) -> Iterator[NameCandidate]:
    heading: str | None = None
    for number, (passage, tokens) in enumerate(zip(article.passages, words.passages, strict=True)):
        if passage.heading and passage.heading != heading:
            whole = ((0, len(passage.heading)),)
            around = Surroundings(passage.heading, tokenise(passage.heading), words.lowercase)
            yield from _spans_of(around, whole, number, lexicon, in_heading=True)
        heading = passage.heading
        around = Surroundings(passage.text, tokens, words.lowercase)
        line_ups = find_line_ups(passage.text)
        for item in _spans_of(around, passage.sentences, number, lexicon, in_heading=False):
            if not line_ups or not is_in_line_up(item.span.span[0], line_ups):
                yield item
        for names in line_ups:
            for span in line_up_spans(tokens, names):
                yield _in_line_up(span, around, passage.sentences, number)


def _spans_of(
    around: Surroundings,
    sentences: Sequence[Span],
    passage: int,
    lexicon: NameLexicon,
    *,
    in_heading: bool,
) -> Iterator[NameCandidate]:
    starts = [start for start, _ in sentences]
    for span in _spans_before_credit(around, frozenset(starts), lexicon):
        if not can_be_name(span, lexicon):
            continue
        somebody = is_somebody(span, around, lexicon.rules)
        if is_thing(span, around, lexicon, somebody=somebody):
            continue
        sentence = sentences[max(0, bisect.bisect_right(starts, span.span[0]) - 1)]
        yield _candidate(
            span, around, sentence, passage, lexicon, in_heading=in_heading, somebody=somebody
        )


def _spans_before_credit(
    around: Surroundings, sentence_starts: frozenset[int], lexicon: NameLexicon
) -> Iterator[NameSpan]:
    """Yield the spans of a text up to where it says who wrote it."""
    rules = lexicon.rules
    by = any(map(around.text.__contains__, rules.credit_words))
    credited_from = rules.credit.search(around.text) if rules.credit and by else None
    for span in find_name_spans(around.text, around.tokens, sentence_starts, lexicon):
        if credited_from and span.start >= credited_from.start():
            break
        yield span


def _candidate(
    span: NameSpan,
    around: Surroundings,
    sentence: Span,
    passage: int,
    lexicon: NameLexicon,
    *,
    in_heading: bool,
    somebody: bool,
) -> NameCandidate:
    rules = lexicon.rules
    features = name_features(span, around, lexicon)
    before = _word_before(span, around)
    return NameCandidate(
        passage=passage,
        in_heading=in_heading,
        text=around.text,
        tokens=around.tokens,
        sentence=sentence,
        span=span,
        key=span.entries,
        score=name_score(features),
        evident=any(map(features.get, _EVIDENT)),
        speaks=bool(features["speech"]),
        placed=before in rules.within_prepositions
        or bool(features["the"] and features["thing_after"]),  # “the Emmer bypass”
        reached=before in rules.place_prepositions,
        settled=_is_settled(span, around, rules),
        thing=_is_called_so(span, around, rules),
        ship=_is_ship(span, around, rules),
        firm=is_firm(span, around, lexicon),
        somebody=somebody,
        couple=is_couple(span, around.tokens, rules),
        after_article=bool(features["the"]),
        owns=around.text.startswith(POSSESSIVES, span.span[1]),
    )


def _in_line_up(
    span: NameSpan, around: Surroundings, sentences: Sequence[Span], passage: int
) -> NameCandidate:
    """Return a name that stands in a line-up, which shows by itself that it is somebody's."""
    return NameCandidate(
        passage=passage,
        in_heading=False,
        text=around.text,
        tokens=around.tokens,
        sentence=sentences[0],
        span=span,
        key=span.entries,
        score=_IN_A_LINE_UP,
        evident=True,
        somebody=True,
        in_line_up=True,
    )


def _is_called_so(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether an animal or a thing is said to be called so."""
    text, tokens = around.text, around.tokens
    return is_animal(span, text, tokens, rules) or is_called_thing(span, text, tokens, rules)


def _is_ship(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a kind of ship stands right before a name: “the ferry Princess Amara”.

    “the Lady Amara” is a ship as well: before a lady's name there is no article.
    """
    begin = span.first - len(span.prefix)
    if span.prefix and any(t.acronym and t.entry in rules.ships_letters for t in span.prefix):
        return True  # “HMS Victory”, no “Ms Victory”
    if not begin or around.tokens[begin - 1].end + 1 < span.start:
        return False
    before = around.tokens[begin - 1].text
    kind = before in rules.vessels or (span.prefix and before in rules.phrases.definite_articles)
    return bool(kind) and all(token.entry in rules.ships_titles for token in span.prefix)


def _is_settled(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether “village of” or the like stands right before a span."""
    if span.prefix or span.first < len(("village", "of")):
        return False
    of = around.tokens[span.first - 1].text in rules.genitives
    return of and around.tokens[span.first - 2].text in rules.settlements


def _word_before(span: NameSpan, around: Surroundings) -> str:
    """Return the word right before a span in lower case, nothing where a title stands there."""
    if span.prefix or not span.first:
        return ""
    return around.tokens[span.first - 1].text.lower()
