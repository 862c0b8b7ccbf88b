"""English words that are said in each other's place: *men* and *women*, *first* and *second*.

What tells of the women's race answers nothing that is asked of the men's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

_GROUPS = """
man men male males gentleman gentlemen | woman women female females lady ladies
boy boys | girl girls
husband | wife
brother brothers | sister sisters
son sons | daughter daughters
father dad | mother mum mom
uncle | aunt
nephew | niece
king | queen
prince | princess
adult adults | child children
junior juniors | senior seniors
singles | doubles
home | away
first 1st | second 2nd | third 3rd | fourth 4th | fifth 5th | sixth 6th | seventh 7th | eighth 8th \
| ninth 9th | tenth 10th
north northern | south southern
east eastern | west western
northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern
rise rises rose risen rising increase increases increased grow grows grew grown | fall falls fell \
fallen falling decrease decreases decreased drop drops dropped decline declined
open opens opened opening | close closes closed closing
start starts started begin begins began begun | end ends ended finish finishes finished
oldest eldest | youngest
newest latest | oldest earliest
largest biggest | smallest
highest tallest | lowest
longest | shortest
heaviest | lightest
fastest quickest | slowest
best | worst
more | less fewer
minimum | maximum
cheapest | dearest priciest
strong stronger strongest | weak weaker weakest
upper | lower | middle
inner | outer
indoor | outdoor
import imports imported | export exports exported
public | private
domestic | foreign
national | local | regional
primary | secondary
urban | rural
positive | negative
former | current present
major | minor
majority | minority
permanent | temporary
guilty | innocent
sick ill | healthy
wet | dry
birth born | death died
driver drivers | passenger passengers
employer employers | employee employees
landlord landlords | tenant tenants
morning | afternoon | evening | night
spring | summer | autumn | winter
monday | tuesday | wednesday | thursday | friday | saturday | sunday
january | february | april | june | july | august | september | october | november | december
red | blue | green | yellow | white | black | orange | purple | pink | brown | grey gray
gold | silver | bronze
"""
"""A group a line, of which a text that has one word and none of the others is about another thing
than one that has another; bars part what doesn't mean the same. Pairs of which an answer as often
has the other word, as *buy* and *sell* or *before* and *after*, are left out."""

_WHICH_TIME = re.compile(
    r"\b(last|previous|this|next)\s+(year|month|week|season|spring|summer|autumn|winter)\b"
)
_SAME = {"previous": "last"}
_ASKS = re.compile(
    r"\b(?:what|which)\s+(?:year|century|date|day|decade|month|period|time|city|country|state|place"
    r"|town|region|number|amount|percentage|man|woman|person|people)\b"
)
"""Matches what says no more than what kind of thing is asked for."""

_BESIDE_OTHERS = frozenset({"year", "morning | afternoon | evening | night"})
"""Groups of which a sentence that answers often has another word than the question."""

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@cache
def _places() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return of each word the groups that it is in, and which of the others mean the same."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group in _GROUPS.strip().splitlines():
        for meaning in group.split("|"):
            for word in meaning.split():
                found[word].append((group, meaning))
    return {word: tuple(places) for word, places in found.items()}


def exclude_each_other(word: str, other: str) -> bool:
    """Return whether two words, in small letters, are said in each other's place."""
    meanings, others = _meanings(word), _meanings(other)
    return any(
        meanings[group].isdisjoint(others[group]) for group in meanings.keys() & others.keys()
    )


def has_counterpart(question: str, text: str) -> bool:
    """Return whether a text has, instead of a word of a question, one that excludes it.

    Years exclude each other, and so do *last year* and *this year*.

    Args:
        question: The question.
        text: The passage that may answer, with what stands above it.
    """
    asked = _meanings(_ASKS.sub(" ", question.lower()))
    # A question that has two of a group compares them.
    single = {group: meanings for group, meanings in asked.items() if len(meanings) == 1}
    if not single:
        return False
    said = _meanings(text.lower())
    return any(
        group in said and meanings.isdisjoint(said[group]) for group, meanings in single.items()
    )


def tells_of_counterpart(question: str, sentence: str) -> bool:
    """Return whether a sentence has, instead of a word of a question, one that excludes it.

    The passage around it may have both, as of *the first* and *the second*. A year, or the time of
    a day, is often right beside another one.

    Args:
        question: The question.
        sentence: The sentence that answers it best.
    """
    asked, said = _meanings(_ASKS.sub(" ", question.lower())), _meanings(sentence.lower())
    return any(
        len(meanings) == 1 and group in said and meanings.isdisjoint(said[group])
        for group, meanings in asked.items()
        if group not in _BESIDE_OTHERS
    )


def _meanings(text: str) -> dict[str, Set[str]]:
    """Return of each group which meanings a text in small letters has."""
    found: dict[str, set[str]] = defaultdict(set)
    places = _places()
    for word in places.keys() & set(_WORD.findall(text)):
        for group, meaning in places[word]:
            found[group].add(meaning)
    for year in _YEAR.findall(text):
        found["year"].add(year)
    for which, time in _WHICH_TIME.findall(text):
        found[f"which {time}"].add(_SAME.get(which, which))
    return dict(found)
