"""Weigh a name by others of its article: its surname alone elsewhere, the names of its list."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.language.name_rules import NameRules
    from bot.people.names.candidate import NameCandidate
    from bot.people.text.name_lexicon import NameLexicon

_IN_A_LIST = 1.5
_ALONE_ELSEWHERE = 1.5
_LONG_LIST, _IN_A_SQUAD = 4, 3.0
_SURE = 1.0
_LED_IN = 2.0
_REACH = 40
_IN_BRACKETS = re.compile(r"\A \([^()]{1,20}\)")


def raise_names_that_stand_alone(found: Sequence[NameCandidate], lexicon: NameLexicon) -> None:
    """Raise a full name's score where its surname stands alone elsewhere.

    “The Pitmen” show that Dunkerrow Pitmen is a team.
    """
    alone = {
        item.key[0]
        for item in found
        if len(item.key) == 1
        and (not item.span.starts_sentence or item.score > 0)
        and not item.after_article
        and item.key[0] not in lexicon.gazetteer.places
    }
    several = {item.key[0] for item in found if len(item.key) == 1 and item.after_article}
    for item in found:
        if len(item.key) == 1:
            continue
        if item.key[-1] in alone:
            item.score += _ALONE_ELSEWHERE
        elif item.key[-1] in several and item.key[0] not in lexicon.gazetteer.given_names:
            item.score -= _ALONE_ELSEWHERE


def raise_names_in_lists(found: Sequence[NameCandidate], lexicon: NameLexicon) -> None:
    """Raise a full name's score where it stands beside a surer one in a list of names.

    In a long list of which most are somebody, as in a squad, all are.
    """
    for names in _lists(found, lexicon.rules):
        sure = sum(item.score > 0 for item in names)
        if len(names) >= _LONG_LIST and 2 * sure > len(names):
            for item in names:
                item.score += _IN_A_SQUAD
                if item.key[0] in lexicon.gazetteer.given_names:
                    item.score = max(item.score, _SURE)
    for left, right in itertools.pairwise(found):
        same = left.text is right.text and len(left.key) > 1 and len(right.key) > 1
        if same and left.text[left.span.span[1] : right.span.start] in lexicon.rules.list_gaps:
            weak, strong = sorted((left, right), key=lambda item: item.score)
            organised = not lexicon.rules.organisation_words.isdisjoint(weak.key)
            if strong.score > _IN_A_LIST and not organised:
                weak.score += _IN_A_LIST


def raise_names_led_in(found: Sequence[NameCandidate], lexicon: NameLexicon) -> None:
    """Raise the single names of a list that “goals by” or “Cllrs” leads in.

    The first has to be a known surname, as “goals by Juventus” are nobody's.
    """
    last: NameCandidate | None = None
    for item in found:
        if last and last.text is item.text:
            gap = item.text[last.span.span[1] : item.span.start]
            last = item if gap in lexicon.rules.list_gaps else None
        else:
            last = None
        last = last or (item if _is_led_in(item, lexicon) else None)
        if last and len(item.key) == 1:
            item.score = max(item.score, _LED_IN)
            item.evident = True


def _is_led_in(item: NameCandidate, lexicon: NameLexicon) -> bool:
    """Whether “goals by” or a title in the plural stands before a name."""
    rules, span = lexicon.rules, item.span
    if span.prefix:
        return span.prefix[-1].entry in rules.plural_titles
    before = item.tokens[span.first - 1].text if span.first else ""
    if rules.led_in is None or (
        before not in rules.maker_words and before not in rules.place_prepositions
    ):
        return False  # asked first, as searching takes longer
    start = span.start
    names = (lexicon.gazetteer.surnames, lexicon.gazetteer.given_names)
    parts = {item.key[-1], *item.key[-1].split("-")}
    known = any(not parts.isdisjoint(some) for some in names)
    return known and rules.led_in.search(item.text, max(0, start - _REACH), start) is not None


def _lists(found: Sequence[NameCandidate], rules: NameRules) -> Iterator[list[NameCandidate]]:
    """Yield the runs of full names that commas part, “(captain)” behind a name aside."""
    names: list[NameCandidate] = []
    for item in found:
        if names:
            last = names[-1]
            gap = item.text[last.span.span[1] : item.span.start]
            if last.text is not item.text or _IN_BRACKETS.sub("", gap) not in rules.list_gaps:
                yield names
                names = []
        if len(item.key) > 1:
            names.append(item)
        elif names:
            yield names
            names = []
    yield names
