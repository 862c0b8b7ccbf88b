"""A sentence that shows that it answers something else is given as a possible answer alone."""

from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

ARREST = """# Two held over forged tickets

Ivo Marsh was arrested on Tuesday after he was found asleep in a hotel close to the station, \
police said. He had stayed in a hotel for three nights before he was arrested.

The concert at the Orpheum, where the forged tickets were sold, was played on Friday.
"""
PEAKS = """# A hut for the Grey Horn

At 2,764 metres the Grey Horn is the highest mountain of the range after Mount Sela.

The first hut was built of wood by the climbers' club. The second hut, of stone, was built by \
the mason Tilda Orr in 1931 below the summit.
"""


@cache
def library() -> Library:
    articles = [parse_article(ARREST.encode(), "a.md"), parse_article(PEAKS.encode(), "b.md")]
    made = Library(articles, models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    "question",
    [
        "which hotel was ivo marsh arrested in",
        "How high is Mount Sela?",
        "who built the first hut of stone",
    ],
)
def test_what_names_nothing_only_compares_or_tells_of_another_is_not_sure(question: str) -> None:
    answer = library().ask(question)
    assert answer.outcome == "perhaps"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("where was ivo marsh found asleep", "in a hotel close to the station"),
        ("How high is the Grey Horn?", "2,764 metres"),
        ("who built the second hut of stone", "Tilda Orr"),
    ],
)
def test_the_same_sentences_are_sure_of_what_they_tell(question: str, sentence: str) -> None:
    answer = library().ask(question)
    assert answer.outcome == "answer"
    assert sentence in answer.hits[0].sentence_text
