"""Fit what the reader's findings weigh: ``python -m tests.benchmarks.fit_reading``.

Only articles are used that the reader was not trained on. It prints how often the right passage
is first without the reader and with it, and the weights, for ``bot/retrieval/meaning/reading.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.meaning.reading import LEAST_SCORE, READ, read_best
from bot.retrieval.ranking import rank_candidates, totals_of
from bot.retrieval.rescorer import gather_evidence
from tests.benchmarks.fit_ranking import find_candidates, show
from tests.benchmarks.listwise import Example, fit, held_out_places, places
from tests.benchmarks.question_sets import blind_set, development_sets

if TYPE_CHECKING:
    from bot.evaluation.questions import QuestionSet

UNREAD_TITLES = frozenset({"Steam engine", "Scottish Parliament", "Warsaw", "Force"})
"""Articles of the development set that the reader was not trained on."""

MOST = 300
NAMES = ("total", "answerable", "span_score")


def collect(name: str, asked: QuestionSet, titles: frozenset[str] | None) -> list[Example]:
    """Read the best candidates of a set's answerable questions.

    Args:
        name: The set's name.
        asked: The set.
        titles: The headlines of the articles to ask about, or ``None`` for all.
    """
    library = asked.library
    about = {a.id for a in library.articles if titles is None or a.title in titles}
    answerable = [q for q in asked.questions if q.relevant and q.article in about][:MOST]
    found = []
    for question in answerable:
        pair = find_candidates(library, question)
        if pair is None or pair[2] is None or pair[2].reader is None:
            continue
        totals = totals_of(gather_evidence(pair[1], pair[0]), pair[1])
        ranked = rank_candidates(pair[1], totals)[:READ]
        read = read_best(pair[2].reader, pair[2].text, pair[1], ranked)
        features = [
            (totals[place], one.answerable, max(one.score, LEAST_SCORE))
            for place, one in zip(read.places, read.readings, strict=True)
        ]
        right = [pair[1].found[place][1].id in question.relevant for place in read.places]
        weight = 1 / len(answerable)
        example = Example(np.array(features), np.array(right), weight, question.article or "", name)
        found.append(example)
    return found


def main() -> None:
    """Read, hold out, fit and print."""
    sets = development_sets()
    own = [
        *collect("natural-dev", sets["natural-dev"], None),
        *collect("squad-natural", sets["squad-natural"], UNREAD_TITLES),
        *collect("squad-dev", sets["squad-dev"], UNREAD_TITLES),
    ]
    blind = collect("news-b", blind_set(), None)
    total_alone = np.array([1.0, 0.0, 0.0])
    show("not read", own, places(own, total_alone))
    show("read, held out", own, held_out_places(own))
    weights = fit(own)
    show("not read", blind, places(blind, total_alone))
    show("read", blind, places(blind, weights))
    for name, weight in zip(NAMES, (weights / weights[0]).tolist(), strict=True):
        print(f"{name}: {weight:.3f}")


if __name__ == "__main__":
    main()
