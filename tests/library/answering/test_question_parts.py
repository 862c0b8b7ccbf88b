from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from bot.retrieval.meaning.models import shipped_models
from tests.dialogues.dialogue import open_articles

if TYPE_CHECKING:
    from bot.library.library import Library

LIBRARY = open_articles()


def test_each_part_has_its_own_sentence_and_they_are_the_first_hits() -> None:
    answer = LIBRARY.ask("What did the repairs of the museum cost? Who scored twice for Rovers?")
    assert [part.hit for part in answer.parts] == list(answer.hits[:2]) == list(answer.shown)
    museum, rovers = answer.parts
    assert "eight million" in museum.hit.sentence_text
    assert "Tiago Lemos scored twice" in rovers.hit.sentence_text
    assert [part["question"] for part in answer.to_dict()["parts"]] == [  # type: ignore[attr-defined]
        "What did the repairs of the museum cost?",
        "Who scored twice for Rovers?",
    ]


def test_a_part_may_lean_on_the_one_before() -> None:
    answer = LIBRARY.ask("When does the Museum of Glass open again and what did its repairs cost?")
    assert answer.parts[1].question == "What did the Museum of Glass’s repairs cost?"


@pytest.mark.parametrize(
    "question",
    [
        "Which storm crossed Trinidad and Tobago?",
        "How many people died and were injured in the warehouse in Milltown?",
        "When does the tram open? Who is Napoleon's grandmother?",
    ],
)
def test_a_name_one_passage_or_a_part_without_an_answer_is_not_split(question: str) -> None:
    assert LIBRARY.ask(question).parts == ()


def test_a_part_may_have_nothing_to_do_with_the_one_before() -> None:
    answer = understood().ask("who scored twice and who is the mayor")
    rovers, mayor = answer.parts
    assert "Tiago Lemos" in rovers.hit.sentence_text
    assert "mayor Helga Strand" in mayor.hit.sentence_text


@cache
def understood() -> Library:
    library = open_articles(shipped_models())
    library.embed()
    return library
