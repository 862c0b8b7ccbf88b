"""Fit what the reader's findings weigh: ``python -m tests.benchmarks.fit_reading``.

Only articles are used that the reader was not trained on. It prints how often the right passage,
and then the right passage's right sentence, is first without the reader and with it, and the
weights, for ``bot/retrieval/evidence/reader_evidence.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.evidence.evidence import gather_evidence
from bot.retrieval.evidence.ranking import rank_candidates, totals_of
from bot.retrieval.evidence.reader_evidence import LEAST_SCORE, READ, findings, read_all
from bot.retrieval.sentences.highlight import sentence_scores
from tests.benchmarks.fit_ranking import Examples, find_candidates, show
from tests.benchmarks.listwise import Example, fit, held_out_places, places
from tests.benchmarks.question_sets import blind_set, development_sets
from tests.benchmarks.unread import unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluation.questions import GoldQuestion, QuestionSet
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.evidence.reader_evidence import ReadCandidates

SHARES = {
    "natural-dev": 1.0,
    "squad-dev": 1.0,
    "news-f": 1.0,
    "news-l": 0.7,
    "news-p": 0.7,
}
"""What each set weighs in the fit."""

MOST = 220
"""Questions of a set."""


def collect(name: str, asked: QuestionSet) -> Examples:
    """Read the best candidates of a set's answerable questions.

    Args:
        name: The set's name.
        asked: The set.
    """
    answerable = [question for question in asked.questions if question.relevant][:MOST]
    weight = SHARES.get(name, 1.0) / max(1, len(answerable))
    found = Examples([], [])
    for question in answerable:
        pair = find_candidates(asked.library, question)
        if pair is None or pair[2] is None or pair[2].reader is None:
            continue
        candidates, evidence = pair[1], gather_evidence(pair[1], pair[0])
        totals = totals_of(evidence, candidates)
        ranked = rank_candidates(candidates, totals)[:READ]
        read = read_all(pair[2].reader, pair[2].text, candidates, ranked)
        own = (weight, question.article or "", name)
        right = np.array([candidates.found[p][1].id in question.relevant for p in read.places])
        features = np.column_stack((totals[read.places], findings(read)))
        found.passages.append(Example(features, right, *own))
        if right.any():
            first = int(np.flatnonzero(right)[0])
            found.sentences.append(of_sentences(question, candidates, evidence, read, first, own))
    return found


def of_sentences(
    question: GoldQuestion,
    candidates: Candidates,
    evidence: Evidence,
    read: ReadCandidates,
    number: int,
    own: tuple[float, str, str],
) -> Example:
    """Return the choice of a right passage's sentence: its score, and what was read in it."""
    place = read.places[number]
    start, end = evidence.sentence_starts[place : place + 2].tolist()
    scores = sentence_scores(evidence, candidates.similarities)[start + 1 : end]
    said = np.maximum(read.readings[number].sentence_scores, LEAST_SCORE)
    passage = candidates.found[place][1]
    holds = [any(t in passage.text[s:e] for t in question.answers) for s, e in passage.sentences]
    return Example(np.column_stack((scores, said)), np.array(holds), *own)


def report(kind: str, own: Sequence[Example], blind: Sequence[Example]) -> None:
    """Print how often what is right is first, and what the findings weigh.

    Args:
        kind: What is chosen.
        own: The choices to fit on; the first feature of each is its score where nothing is read.
        blind: Those that nothing is fitted on.
    """
    weights = fit([example for example in own if example.right.any()])
    alone = np.eye(len(weights))[0]
    show(f"{kind}, not read", own, places(own, alone))
    show(f"{kind}, read, held out", own, held_out_places(own))
    show(f"{kind}, not read", blind, places(blind, alone))
    show(f"{kind}, read", blind, places(blind, weights))
    print(f"{kind}: the findings weigh {(weights[1:] / weights[0]).round(3).tolist()}")


def main() -> None:
    """Read, hold out, fit and print."""
    sets = development_sets()
    own = [collect(name, unread(name, sets[name])) for name in SHARES]
    blind = collect("news-b", blind_set())
    report("passage", [one for found in own for one in found.passages], blind.passages)
    report("sentence", [one for found in own for one in found.sentences], blind.sentences)


if __name__ == "__main__":
    main()
