"""Two shelves that are asked together weigh a question as one shelf of all their articles does."""

from __future__ import annotations

import numpy as np
import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.index.statistics import Neighbour
from bot.retrieval.question import read_question, weigh_question
from tests.conftest import BRIDGE, OTTERS

ENGLISH = pack_for("en")
ARTICLES = [
    parse_article(BRIDGE.encode(), "bridge.md"),
    parse_article(OTTERS.encode(), "otters.txt"),
]
BOTH = Library(ARTICLES).engine
EACH = [Library([article]).engine for article in ARTICLES]


@pytest.mark.parametrize(
    "text",
    [
        "Who said that the bridge of the river had cost 4.5 million dollars?",
        "otters",
        "Which zeppelin reopened the harbour?",
        "How many nine-month reopenings did Ann Lee of the Wildlife Trust count in 1987?",
    ],
)
def test_statistics_add_up_to_those_of_all_articles(text: str) -> None:
    asked = read_question(text, ENGLISH)
    first, second = (engine.statistics(asked) for engine in EACH)
    total, wanted = first + second, BOTH.statistics(asked)
    assert (total.passages, total.words) == (wanted.passages, wanted.words)
    for part in ("stems", "titled", "forms", "grams"):
        np.testing.assert_array_equal(getattr(total, part), getattr(wanted, part), err_msg=part)
    assert weigh_question(asked, total).weights.tolist() == pytest.approx(
        weigh_question(asked, wanted).weights.tolist()
    )


def test_a_misspelt_word_stands_for_the_nearest_of_either_shelf() -> None:
    asked = read_question("harbuor ottres", ENGLISH)
    first, second = (engine.statistics(asked) for engine in EACH)
    for total in (first + second, second + first):
        found = [neighbour.stem for neighbour in total.neighbours if neighbour]
        assert found == ["harbour", "otter"]


def test_a_neighbour_of_both_shelves_is_in_the_passages_of_both() -> None:
    asked = read_question("ottres", ENGLISH)
    one = EACH[1].statistics(asked)
    (neighbour,) = one.neighbours
    assert neighbour is not None
    assert (one + one).neighbours == (
        Neighbour("otter", neighbour.similarity, 2 * neighbour.passages),
    )
