from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.answering.plain_statements import PLAINLY
from bot.library.answering.turn import Turn
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

REPORT = b"""# Brackwell beat Saltmere in the rain

A late header won the derby for Brackwell on Saturday, after Saltmere had twice been in front.

Brackwell's captain was sent off for a lunge at Ferrante of Saltmere, who was carried off. It was \
the visitor's seventh goal of the season.

Goals: Brackwell: Marchbank 31, Sproule 77 (pen), Adeyemi 90+4. Saltmere: Ferrante 9, Teale 50.

Open: Monday to Friday, nine to five. Prices: seven pounds, three for children. Address: the old \
tannery in Mill Lane.
"""


@cache
def library() -> Library:
    made = Library([parse_article(REPORT, "derby.md")], models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    ("question", "scorers"),
    [
        ("who scored for saltmere", "Saltmere: Ferrante 9, Teale 50."),
        ("who scored the goals for brackwell", "Goals: Brackwell: Marchbank 31"),
        ("saltmere scorers", "Saltmere: Ferrante 9, Teale 50."),
    ],
)
def test_who_scored_for_a_side_is_sure_where_a_list_says_it(question: str, scorers: str) -> None:
    answer = library().ask(question)
    assert answer.answered
    assert answer.hits[0].sentence_text.startswith(scorers)


def test_the_other_side_may_be_asked_for_behind_it() -> None:
    before = library().ask("who scored for saltmere")
    answer = library().ask("and for brackwell?", after=Turn.of(before))
    assert answer.answered
    assert "Marchbank 31" in answer.hits[0].sentence_text


@pytest.mark.parametrize("question", ["who scored for oxmoor", "who was fouled for saltmere"])
def test_of_a_side_that_no_list_has_nothing_is_surer(question: str) -> None:
    assert library().ask(question).confidence < PLAINLY


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("prices for kids", "Prices: seven pounds, three for children."),
        ("whats the address", "Address: the old tannery in Mill Lane."),
    ],
)
def test_the_sentence_under_the_label_that_is_asked_about_is_highlighted(
    question: str, sentence: str
) -> None:
    assert library().ask(question).hits[0].sentence_text == sentence
