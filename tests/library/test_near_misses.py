"""What the articles say of the women's race, or of another year, is no sure answer on the men's."""

from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

TOUR = b"""# The Lerwick tour ends in the rain

Hanna Brede won the women's tour on Sunday after four wet stages, 12 seconds ahead of Lotte Quist.

The men's tour was stopped after the third stage because of a landslide, and no winner was named.

Tickets for the northern stand cost 12 crowns and were sold out by noon.
"""
FIRM = b"""# Tarn Motors has a new chief

Tarn Motors named Ada Bly as its chief executive on Monday. She succeeds Otto Venn.

The firm sold 31,000 cars in 2020 and 28,000 in 2021. Another 4,000 million crowns are still owed.

In 2011 the firm opened its plant in Marl.
"""


@cache
def library() -> Library:
    articles = [parse_article(text, name) for name, text in (("t.md", TOUR), ("f.md", FIRM))]
    made = Library(articles, models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    ("answered", "near_miss"),
    [
        ("who won the women's tour", "who won the men's tour"),
        (
            "how much did tickets for the northern stand cost",
            "how much did tickets for the southern stand cost",
        ),
        (
            "how many cars did tarn motors sell in 2020",
            "how many cars did tarn motors sell in 2019",
        ),
        ("when did the plant in marl open", "when did the plant in marl close"),
    ],
)
def test_only_the_question_that_is_answered_gets_a_sure_answer(
    answered: str, near_miss: str
) -> None:
    assert library().ask(answered).outcome == "answer"
    assert library().ask(near_miss).outcome != "answer"


def test_how_many_is_sure_where_the_sentence_has_all_but_the_number() -> None:
    assert library().ask("how many million crowns are still owed").outcome == "answer"
