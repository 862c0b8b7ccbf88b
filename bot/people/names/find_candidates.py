"""The spans of an article that may be names, each with what speaks for it."""

from __future__ import annotations

import bisect
from collections import Counter
from typing import TYPE_CHECKING

from bot.people.names.animals import is_animal, names_animal
from bot.people.names.called_things import is_called_thing
from bot.people.names.candidate import NameCandidate
from bot.people.names.couples import is_couple
from bot.people.names.firms import firm_keys, is_firm, is_somebody
from bot.people.names.line_ups import find_line_ups, is_in_line_up, line_up_spans
from bot.people.names.rule_out import can_be_name, is_thing
from bot.people.names.score import name_features, name_score
from bot.people.names.shared_surnames import share_surnames
from bot.people.names.weigh_together import raise_names_in_lists, raise_names_that_stand_alone
from bot.people.text.name_spans import find_name_spans
from bot.people.text.surroundings import Surroundings
from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article, Span
    from bot.language.name_rules import NameRules
    from bot.people.text.article_words import ArticleWords
    from bot.people.text.lexicon import Lexicon
    from bot.people.text.name_spans import NameSpan

_OFTEN_REACHED = 2
_IN_A_LINE_UP = 2.0
_EVIDENT = ("honorific", "office", "role_before", "years_old")


def find_candidates(article: Article, words: ArticleWords, lexicon: Lexicon) -> list[NameCandidate]:
    """Return the spans of an article that may be names, in reading order.

    Args:
        article: The article; its headline is not read, as headlines capitalise anything.
        words: Its words.
        lexicon: What is known of names.
    """
    found = list(_find_spans(article, words, lexicon))
    found = _without_places(_without_firms_and_ships(found, lexicon.rules), lexicon)
    found = _without_animals_and_storms(found, article, lexicon.rules)
    share_surnames(found, lexicon)
    raise_names_that_stand_alone(found, lexicon)
    raise_names_in_lists(found, lexicon)
    return found


# Long because places show by two kinds of words before them.
def _without_places(found: Sequence[NameCandidate], lexicon: Lexicon) -> list[NameCandidate]:
    """Leave out what half of the time stands behind “in” or “at”, and never says anything.

    What is once called a village or a town is left out as well, and what begins with no given name
    and stands behind “from” or “to” as often. A full name that begins with a given name, other
    than a common word, stays.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    placed: Counter[tuple[str, ...]] = Counter()
    reached: Counter[tuple[str, ...]] = Counter()
    shown: set[tuple[str, ...]] = set()
    for item in found:
        counts[item.key] += 1
        if item.placed:
            placed[item.key] += 1
        if item.reached:
            reached[item.key] += 1
        if item.evident or (item.speaks and not item.placed):
            shown.add(item.key)
    gazetteer = lexicon.gazetteer
    places = {
        key
        for key, count in placed.items()
        if 2 * count >= counts[key]
        and key not in shown
        and (
            len(key) == 1
            or not lexicon.begins_with_given_name(key)
            or key[0] in gazetteer.common_words
        )
    }
    places |= {
        key
        for key, count in reached.items()
        if count >= _OFTEN_REACHED
        and 2 * count >= counts[key]
        and key not in shown
        and len(key) > 1
        and key[0] not in gazetteer.given_names
    }
    settled = {item.key for item in found if item.settled}
    places |= settled - {item.key for item in found if item.evident}
    return [item for item in found if item.key not in places]


def _without_firms_and_ships(
    found: Sequence[NameCandidate], rules: NameRules
) -> list[NameCandidate]:
    """Leave out firms, and ships, unless a title or a role shows that somebody is called so."""
    shown = {item.key for item in found if item.evident or item.somebody}
    shown |= {item.key[-1:] for item in found if len(item.key) > 1}
    firms = firm_keys([(item.key, item.firm) for item in found], rules) - shown
    # “Copper producer Arden Brooke Plc” is a firm whatever stands before it.
    firms |= {item.key for item in found if item.key[-1] in rules.corporate_endings} - {
        item.key for item in found if item.somebody
    }
    firms |= {item.key for item in found if item.ship and len(item.key) > 1} - shown
    return [
        item
        for item in found
        if not item.ship and not (item.firm and len(item.key) == 1) and item.key not in firms
    ]


def _without_animals_and_storms(
    found: Sequence[NameCandidate], article: Article, rules: NameRules
) -> list[NameCandidate]:
    """Leave out animals, and the one whom a headline on an animal is about.

    That is the bare name which is said most often, unless it speaks or has a title or a role.
    Storms are left out as well, and what they are called for short.
    """
    storms = {item.key[1:] for item in found if item.key[0] in rules.storms}
    found = [item for item in found if item.key not in storms and item.key[0] not in rules.storms]
    spoken = (item for item in found if item.evident or (item.speaks and not item.thing))
    shown = {item.key for item in spoken}
    animals = {item.key for item in found if item.thing} - shown
    surnames = {item.key[-1] for item in found if len(item.key) > 1}
    if names_animal(article.title, rules):
        bare = Counter(item.key for item in found if item.key[0] not in surnames)
        hero, count = max(bare.items(), key=lambda pair: pair[1], default=(("",), 0))
        if count > 1 and len(hero) == 1 and hero not in shown:
            animals.add(hero)
    return [item for item in found if item.key not in animals]


def _find_spans(article: Article, words: ArticleWords, lexicon: Lexicon) -> Iterator[NameCandidate]:
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


# Long because so much is asked of each span.
def _spans_of(
    around: Surroundings,
    sentences: Sequence[Span],
    passage: int,
    lexicon: Lexicon,
    *,
    in_heading: bool,
) -> Iterator[NameCandidate]:
    starts = [start for start, _ in sentences]
    rules = lexicon.rules
    by = any(map(around.text.__contains__, rules.credit_words))
    credited_from = rules.credit.search(around.text) if by else None
    for span in find_name_spans(around.text, around.tokens, frozenset(starts), lexicon):
        if credited_from and span.start >= credited_from.start():
            break
        if not can_be_name(span, lexicon):
            continue
        somebody = is_somebody(span, around, rules)
        if is_thing(span, around, lexicon, somebody=somebody):
            continue
        features = name_features(span, around, lexicon)
        before = _word_before(span, around)
        yield NameCandidate(
            passage=passage,
            in_heading=in_heading,
            text=around.text,
            tokens=around.tokens,
            sentence=sentences[max(0, bisect.bisect_right(starts, span.span[0]) - 1)],
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
        speaks=False,
        placed=False,
        reached=False,
        settled=False,
        thing=False,
        ship=False,
        firm=False,
        somebody=True,
        couple=False,
        after_article=False,
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
