from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.english.questions.shapes import shape_of
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

ARTICLE = b"""# Moor End library to close

Libraries drew the largest crowd of the night.

A petition with 8,914 names was handed over by Wilf Garside, 82, who has borrowed a book from it \
every week since 1961.

I had time because my editor, Fergus, likes walks. Fergus is away. Later the mechanic Juno Vance \
mended the bus, and Fergus held the lamp.
"""


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is wilf garside", "It was handed over by Wilf Garside, 82, who reads."),
        ("Who's Fergus?", "My editor, Fergus, likes walks."),
        ("who is juno", "The mechanic Juno Vance mended it."),
        ("Who was Tully?", "Desmond Tully, the leader of the opposition, spoke."),
        ("who is Orla Venn", "Captain Orla Venn is a main character."),
    ],
)
def test_who_somebody_is_is_said_where_the_name_is_introduced(question: str, sentence: str) -> None:
    shape = shape_of(question)
    assert shape
    assert shape.pattern.search(sentence)


@pytest.mark.parametrize(
    "question", ["who is the captain", "who was sent off", "who is he", "who is who"]
)
def test_where_nobody_is_named_nobody_is_introduced(question: str) -> None:
    assert shape_of(question) is None


def test_who_somebody_is_is_no_question_without_an_answer() -> None:
    library = Library([parse_article(ARTICLE, "library.md")], models=shipped_models())
    library.embed()
    assert library.ask("who is wilf garside").outcome != "none"
    shown = library.ask("who is fergus").shown
    assert shown[0].sentence_text.startswith("I had time because my editor, Fergus")


@pytest.mark.parametrize("sum_", ["14.50 dlrs", "3 mln marks", "80 cts", "£4"])
def test_a_sum_of_money_is_one_however_its_unit_is_written(sum_: str) -> None:
    shape = shape_of("how much did it cost")
    assert shape
    assert shape.pattern.search(f"It was sold for {sum_} in May.")
