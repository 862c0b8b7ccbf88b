"""How much of something is needed is sure where an item of a list says it."""

from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.answering.plain_statements import PLAINLY
from bot.library.answering.turn import Turn
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

DUMPLINGS = b"""# Nettle dumplings

My grandmother's guests brought the nettles, and ate for free. Her hens laid eggs all winter.

## What you need

- 250 g young nettle leaves
- 200 ml warm milk
- 3 eggs
- half a red onion
- 2 spoons of rye flour
- 4 spoons of wheat flour
- nutmeg and salt

## How to make them

1. Pour the milk over the bread and leave it for 20 minutes.
2. Salt the water. Squeeze the nettles until they are dry.
"""


@cache
def library() -> Library:
    made = Library([parse_article(DUMPLINGS, "dumplings.md")], models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("how many eggs do i need", "- 3 eggs"),
        ("How much milk?", "- 200 ml warm milk"),
        ("how many grams of nettles", "- 250 g young nettle leaves"),
        ("how much onion goes in", "- half a red onion"),
        ("how much rye flour do u need for it", "- 2 spoons of rye flour"),
    ],
)
def test_the_only_item_with_a_quantity_is_sure(question: str, item: str) -> None:
    answer = library().ask(question)
    assert answer.answered
    assert answer.hits[0].sentence_text == item


@pytest.mark.parametrize(
    "question",
    [
        "how much salt do i need",  # it has no quantity
        "how much sugar do i need",
        "how much flour",  # two items have some
        "how many eggs did the hens lay",
    ],
)
def test_what_no_single_item_says_is_no_surer_than_it_was(question: str) -> None:
    assert library().ask(question).confidence < PLAINLY


def test_another_thing_of_the_list_may_be_asked_for_behind_it() -> None:
    before = library().ask("how many eggs do i need")
    answer = library().ask("and how much milk?", after=Turn.of(before))
    assert answer.answered
    assert answer.hits[0].sentence_text == "- 200 ml warm milk"
