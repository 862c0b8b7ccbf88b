"""Fit the weights of what speaks for a name: ``python -m tests.benchmarks.fit_names``.

Fits on Wikinews (``../shared/eval/wikinews``), on the news that rules were made for
(``tuned.txt`` and ``fitted_*.txt`` of ``tests/people/gold``) and on names of encyclopedia articles
(``../shared/eval/squad-dev.json``, judged in ``tests/people/gold/encyclopedia.json``).
``unseen.txt`` and ``kept_*.txt`` are never fitted on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.gold import read_gold
from bot.ingest.reader import parse_article
from bot.language.english.words.name_words import NAME_RULES
from bot.people.gazetteer import entry_of, shipped_gazetteer
from bot.people.names.find_candidates import find_candidates
from bot.people.names.score import BIAS, WEIGHTS, name_features, name_score
from bot.people.text.article_words import words_of
from bot.people.text.name_lexicon import NameLexicon
from bot.people.text.surroundings import Surroundings
from tests.conftest import SHARED
from tests.people.gold_news import FOLDER, read_gold_news

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from numpy.typing import NDArray

    from bot.articles.article import Article

Row = tuple[dict[str, float], float, bool]
"""The features of a name, what its context adds to its score, and whether it is a person's."""

_FITTED = ("tuned", "fitted_roles", "fitted_longer")
_ROUNDS = 4000
_STEP = 0.5
# How strongly the weights are held where they are, in samples: there are few samples.
_PRIOR = 4.0


def rows(article: Article, people: Collection[str], nobody: Collection[str] | None) -> list[Row]:
    """Return a row for each different name of an article.

    Args:
        article: The article.
        people: The entries of its people's names.
        nobody: The entries of names that are nobody's; every other name where it is None.
    """
    lexicon = NameLexicon(shipped_gazetteer(), NAME_RULES)
    words = words_of(article)
    best: dict[str, tuple[float, Row]] = {}
    for item in find_candidates(article, words, lexicon):
        name = " ".join(item.key)
        is_person = name in people
        if len(item.key) == 1 or not (is_person or nobody is None or name in nobody):
            continue
        around = Surroundings(item.text, item.tokens, words.lowercase)
        features = name_features(item.span, around, lexicon)
        row = (features, item.score - name_score(features), is_person)
        if name not in best or item.score > best[name][0]:
            best[name] = (item.score, row)
    return [row for _, row in best.values()]


def training_rows() -> Iterator[Row]:
    """Yield the rows of everything that is fitted on."""
    gold = [*read_gold(SHARED / "eval" / "wikinews" / "gold.json")]
    gold += [news.gold for name in _FITTED for news in read_gold_news(name)]
    for item in gold:
        people = {entry_of(form) for forms in item.people or () for form in forms}
        yield from rows(item.article, people, None)
    judged = json.loads((FOLDER / "encyclopedia.json").read_text(encoding="utf-8"))
    people, nobody = ({entry_of(n) for n in judged[kind]} for kind in ("people", "nobody"))
    encyclopedia = json.loads((SHARED / "eval" / "squad-dev.json").read_text(encoding="utf-8"))
    for item in encyclopedia["data"]:
        text = "\n\n".join(p["context"].replace("\n", " ") for p in item["paragraphs"])
        article = parse_article(f"{item['title']}\n\n{text}\n".encode(), "a.txt")
        yield from rows(article, people, nobody)


def fit(samples: list[Row]) -> dict[str, float]:
    """Return the weights, the bias among them, that make the labels likeliest."""
    names = ["bias", *WEIGHTS]
    inputs = np.array([[1.0, *(row[0].get(name, 0.0) for name in WEIGHTS)] for row in samples])
    given = np.array([row[1] for row in samples])
    labels = np.array([row[2] for row in samples], dtype=float)
    start: NDArray[np.float64] = np.array([BIAS, *WEIGHTS.values()])
    weights = start.copy()
    for _ in range(_ROUNDS):
        likelihood = 1 / (1 + np.exp(-(inputs @ weights + given)))
        gradient = inputs.T @ (labels - likelihood) - _PRIOR * (weights - start) / 4
        weights += _STEP * gradient / len(samples) * 4
    return dict(zip(names, weights.round(1).tolist(), strict=True))


def main() -> None:
    """Print the weights."""
    samples = list(training_rows())
    people = sum(row[2] for row in samples)
    print(f"{len(samples)} names, {people} of them people's")
    for name, weight in fit(samples).items():
        print(f'    "{name}": {weight},')


if __name__ == "__main__":
    main()
