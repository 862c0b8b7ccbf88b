"""Fit the weights of the ranking and of the sentence: ``python -m tests.benchmarks.fit_ranking``.

Only articles are used that the networks were not trained on. It prints the figures with articles
held out in turn, those of the set that nothing is fitted on, and the weights fitted on all, for
``bot/retrieval/evidence/ranking.py`` and ``bot/retrieval/sentences/highlight.py``. The weights for
words alone are fitted with ``FOOTNOTE_MEANING=off``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.evaluation.measures import mean_figure
from bot.language.packs import pack_for
from bot.language.questions.follow_up import Before, Reading
from bot.retrieval.evidence.evidence import gather_evidence
from bot.retrieval.evidence.ranking import feature_names, features_of
from bot.retrieval.meaning.understanding import understand
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.question_answering import CANDIDATES
from bot.retrieval.sentences.highlight import sentence_features
from tests.benchmarks.listwise import Example, fit, held_out_places, places
from tests.benchmarks.question_sets import blind_set, development_sets
from tests.benchmarks.unread import unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluation.questions import GoldQuestion, QuestionSet
    from bot.library.library import Library
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.meaning.question_meaning import QuestionMeaning
    from bot.retrieval.question import Question

SHARES = {
    "squad-dev": 2.0,
    "squad-natural": 1.5,
    "shifts-amazon": 0.7,
    "natural-dev": 1.0,
    "news-c": 0.5,
    "news-d": 0.5,
    "news-f": 1.0,
    "news-l": 0.7,
}
"""What each set weighs in the fit, so that none loses by it."""

SENTENCE_NAMES = ("coverage", "grams", "bigrams", "cue", "similarity")
DEPTHS = (1, 3, 5)


class Examples(NamedTuple):
    """Examples of a choice of passages, and of a choice of the right passage's sentences."""

    passages: list[Example]
    sentences: list[Example]


def find_candidates(
    library: Library, asked: GoldQuestion
) -> tuple[Question, Candidates, QuestionMeaning | None] | None:
    """Find a question's candidates as an answer does; ``None`` where it has no terms."""
    pack = pack_for("en")
    reading = Reading(asked.text, asked.text)
    if asked.after:
        reading = pack.readings(asked.text, Before((asked.after,)))[0]
    understood = None
    if library.models and library.engine.knows_meaning:
        understood = understand(library.models, reading.said)
    read = read_question(reading.text, pack)
    if not read.stems:
        return None
    weighed = weigh_question(read, library.engine.statistics(read))
    question = replace(weighed, vector=understood.vector if understood else None)
    return question, library.engine.candidates(question, CANDIDATES), understood


def collect(name: str, asked: QuestionSet) -> Examples:
    """Gather what there is to choose from for the answerable questions of a set."""
    found = Examples([], [])
    answerable = [question for question in asked.questions if question.relevant]
    weight = SHARES.get(name, 1.0) / max(1, len(answerable))
    for question in answerable:
        about = question.article or ""
        none = Example(np.zeros((1, len(feature_names()))), np.zeros(1, bool), weight, about, name)
        pair = find_candidates(asked.library, question)
        if pair is None or not len(pair[1]):
            found.passages.append(none)
            continue
        evidence = gather_evidence(pair[1], pair[0])
        right = np.array([p.id in question.relevant for _, p in pair[1].found])
        features = features_of(evidence, pair[1])
        found.passages.append(Example(features, right, weight, about, name))
        by_sentence = sentence_features(evidence, pair[1].similarities)
        for place in np.flatnonzero(right)[:1].tolist():
            first, end = evidence.sentence_starts[place : place + 2].tolist()
            passage = pair[1].found[place][1]
            holds = np.array(
                [
                    any(t in passage.text[s:e] for t in question.answers)
                    for s, e in passage.sentences
                ]
            )
            example = Example(by_sentence[first + 1 : end], holds, weight, about, name)
            found.sentences.append(example)
    return found


def show(title: str, examples: Sequence[Example], found: Sequence[int]) -> None:
    """Print the shares of questions whose right choice is among the first, by set."""
    for name in dict.fromkeys(example.name for example in examples):
        own = np.array([p for p, e in zip(found, examples, strict=True) if e.name == name])
        figures = [mean_figure(own < depth) for depth in DEPTHS]
        shown = "  ".join(f"{f.value:.3f} [{f.low:.3f}-{f.high:.3f}]" for f in figures)
        print(f"{title:<28} {name:<14} {len(own):>5}  among 1, 3, 5: {shown}")


def report(kind: str, names: Sequence[str], own: list[Example], blind: list[Example]) -> None:
    """Fit, hold out, and print."""
    show(f"{kind}, held out", own, held_out_places(own))
    weights = fit(own)
    show(f"{kind}, fitted on the others", blind, places(blind, weights))
    for name, weight in zip(names, weights.tolist(), strict=True):
        print(f'    "{name}": {weight:.3f},')


def main() -> None:
    """Collect, fit and print for the passages, and for the sentences."""
    sets = development_sets()
    own = [collect(name, unread(name, sets[name])) for name in SHARES]
    blind = collect("news-b", blind_set())
    names = feature_names()[: own[0].passages[0].features.shape[1]]
    passages = [example for found in own for example in found.passages]
    sentences = [example for found in own for example in found.sentences]
    report("passage", names, passages, blind.passages)
    report("sentence", SENTENCE_NAMES[: sentences[0].features.shape[1]], sentences, blind.sentences)


if __name__ == "__main__":
    main()
