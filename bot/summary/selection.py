"""Choose the sentences that say the most in few words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.summary.centrality import term_counts
from bot.summary.introductions import is_of_protagonist

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.language.pack import LanguagePack
    from bot.summary.sentences import Candidate

# Tuned on the human summaries of the wikinews development set, with ``evaluate --summary``.
_LIKENESS = 0.3
_REPEATED = 0.6
_SAME = 0.6
_OVER = 1.15
_ENOUGH = 0.85
_MOST_TOGETHER = 3
_MOST_INTRODUCED = 4
_BROUGHT_UP = 3
# What each thing costs that a sentence takes for told and none that is shown tells.
_UNTOLD = 0.2
# What the first sentence gains that tells the other side of a dispute than those taken.
_OTHER_SIDE = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Links:
    """What sentences of one article lean on, wherever it stands before them.

    Attributes:
        introductions: For each sentence the places of those that introduce whom it names.
        told: For each sentence, and each thing that it takes for told, the places of those that
            tell it.
        sides: For each sentence which side of a dispute it tells, or None.
    """

    introductions: Sequence[Sequence[int]] = ()
    told: Sequence[Sequence[Sequence[int]]] = ()
    sides: Sequence[str | None] = ()


NO_LINKS = Links()
"""What is known of sentences of several articles."""


def choose(
    candidates: Sequence[Candidate],
    scores: NDArray[np.float64],
    pack: LanguagePack,
    budget: int,
    most: int,
    links: Links = NO_LINKS,
) -> list[Candidate]:
    """Return the sentences that score highest, less what they repeat, while they fit.

    What says who is meant by *he* or *she*, or who speaks, comes along.

    Args:
        candidates: The sentences.
        scores: What speaks for each; minus infinity where it may only come along.
        pack: Their language, which says what sentence only the one before it explains.
        budget: How many words are wanted, about.
        most: How many words there may be; only where every sentence has more is one taken.
        links: What they lean on besides.

    Returns:
        The sentences taken, in their order.
    """
    together = _with_introductions(_with_antecedents(candidates, pack), links.introductions)
    left = _short_enough(candidates, scores, together, most)
    most = min(most, int(budget * _OVER))
    taken = _Taken(candidates, left, links)
    while left and taken.words < _ENOUGH * budget:
        best = max(left, key=lambda p: float(scores[p]) + taken.worth(p, together[p]))
        taken.add(together[best])
        left = [
            p
            for p in left
            if p not in taken.positions
            and taken.likeness[p] < _SAME
            and _words(candidates, {*taken.positions, *together[p]}) <= most
        ]
    return [candidates[position] for position in sorted(taken.positions)]


def _short_enough(
    candidates: Sequence[Candidate],
    scores: NDArray[np.float64],
    together: Mapping[int, tuple[int, ...]],
    most: int,
) -> list[int]:
    """Return the sentences that fit with what comes along, or else the one that scores highest."""
    wanted = [p for p in together if np.isfinite(scores[p])]
    found = [p for p in wanted if _words(candidates, together[p]) <= most]
    return found or sorted(wanted, key=lambda p: -float(scores[p]))[:1]


class _Taken:
    """The sentences taken so far, and what the others repeat of them.

    What a sentence repeats is its likeness to the nearest one taken (maximal marginal relevance,
    Carbonell and Goldstein, 1998), and the share of its terms' weight that has been told.
    """

    def __init__(self, candidates: Sequence[Candidate], left: Sequence[int], links: Links) -> None:
        self._links = links
        self._sides: set[str] = set()
        self.positions: list[int] = []
        self.words = 0
        self.likeness = dict.fromkeys(left, 0.0)
        self._candidates = candidates
        self._counts = term_counts(candidates)
        self._terms = [set(candidate.terms) for candidate in candidates]
        self._weights = [sum(self._counts[term] for term in own) or 1 for own in self._terms]
        self._told: set[str] = set()
        self._told_weight = dict.fromkeys(left, 0)

    def repeated(self, position: int) -> float:
        """Return how much a sentence repeats."""
        told = self._told_weight[position] / self._weights[position]
        return _LIKENESS * self.likeness[position] + _REPEATED * told

    def worth(self, position: int, own: Sequence[int]) -> float:
        """Return what speaks for a sentence, or against it, behind those that were taken.

        Args:
            position: The sentence.
            own: It and what comes along with it.
        """
        worth = -self.repeated(position)
        if self._links.told and (told := self._links.told[position]):
            shown = {*self.positions, *own}
            worth -= _UNTOLD * sum(shown.isdisjoint(places) for places in told)
        if self._sides and (side := self._links.sides[position]) and side not in self._sides:
            worth += _OTHER_SIDE
        return worth

    def add(self, positions: Iterable[int]) -> None:
        """Add sentences to those taken."""
        for position in positions:
            if position in self.positions:
                continue
            self.positions.append(position)
            if self._links.sides and (side := self._links.sides[position]):
                self._sides.add(side)
            self.words += self._candidates[position].words
            own = self._terms[position]
            new = own - self._told
            self._told |= new
            for other in self.likeness:
                terms = self._terms[other]
                self.likeness[other] = max(self.likeness[other], _jaccard(terms, own))
                self._told_weight[other] += sum(self._counts[term] for term in terms & new)


def _words(candidates: Sequence[Candidate], positions: Iterable[int]) -> int:
    return sum(candidates[position].words for position in positions)


def _with_antecedents(
    candidates: Sequence[Candidate], pack: LanguagePack
) -> Mapping[int, tuple[int, ...]]:
    """Return for each sentence the ones that it takes to know whom it means: itself, and earlier.

    A sentence that would take more than ``_MOST_TOGETHER``, or one that can't be quoted, is left
    out.
    """
    found: dict[int, tuple[int, ...]] = {}
    for position, candidate in enumerate(candidates):
        text = candidate.quote.text
        if _opens_article(candidate) and pack.leaning_opening.search(text):
            found[position] = (position,)
            continue
        needed = position
        if (brought_up := _brought_up(candidates, position, pack)) is not None:
            needed = brought_up
        elif pack.needs_antecedent(text) or (
            pack.has_pronoun_alone(text) and not is_of_protagonist(candidate.quote)
        ):
            needed = position - 1
        before = found.get(needed, ())
        if needed == position:
            found[position] = (position,)
        elif (
            before
            and len(before) < _MOST_TOGETHER
            and _follows(candidates[needed + 1], candidates[needed])
        ):
            found[position] = (*before, position)
    return found


def _with_introductions(
    together: Mapping[int, tuple[int, ...]], introductions: Sequence[Sequence[int]]
) -> Mapping[int, tuple[int, ...]]:
    """Return the same, and with each sentence those that introduce whom it names.

    One that would take more than ``_MOST_INTRODUCED`` in all is left out.
    """
    if not introductions:
        return together
    found: dict[int, tuple[int, ...]] = {}
    for position, own in together.items():
        needed = {one for place in own for one in introductions[place]}
        every = {*own}.union(*(together.get(one, ()) for one in needed))
        if len(every) <= _MOST_INTRODUCED and needed <= together.keys():
            found[position] = tuple(sorted(every))
    return found


def _brought_up(candidates: Sequence[Candidate], position: int, pack: LanguagePack) -> int | None:
    """Return the sentence that brings up what one begins with (“a steel capsule”, “The capsule”).

    It is one of the three before; what the headline or the article's opening has needs none.
    """
    quote = candidates[position].quote
    taken_up = pack.taken_up(quote.text)
    if not taken_up:
        return None
    for earlier in range(position - 1, max(-1, position - 1 - _BROUGHT_UP), -1):
        if not _follows(candidates[earlier + 1], candidates[earlier]):
            return None
        before = candidates[earlier].quote.text
        noun = next((noun for noun, told in taken_up if told.search(before)), None)
        if noun is not None:
            opening = f"{quote.article.title} {quote.article.passages[0].text}"
            return None if noun in _WORD.findall(opening.lower()) else earlier
    return None


def _opens_article(candidate: Candidate) -> bool:
    """Whether a sentence is its article's first: “It was noon” leans on none before it there."""
    quote = candidate.quote
    first = quote.article.passages[0]
    return candidate.sentence.order == 0 and quote.passage is first


def _follows(candidate: Candidate, earlier: Candidate) -> bool:
    """Whether a sentence comes right after another one in their article."""
    return (
        candidate.sentence.order == earlier.sentence.order + 1
        and candidate.quote.article is earlier.quote.article
        and candidate.quote.passage.number <= earlier.quote.passage.number + 1
    )


def _jaccard(first: set[str], second: set[str]) -> float:
    union = len(first | second)
    return len(first & second) / union if union else 0.0
