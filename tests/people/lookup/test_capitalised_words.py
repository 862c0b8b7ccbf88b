from __future__ import annotations

import pytest

from bot.people.lookup.capitalised_words import CapitalisedWords
from tests.people.test_people import library


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("harbour bank", ["0", "1"]),
        ("Harbour", ["0", "1"]),
        ("HARBOUR", ["0", "1"]),
        ("école nationale", ["1"]),
        ("coffee", []),
        ("", []),
        ("?!", []),
    ],
)
def test_articles_that_have_the_first_word_with_a_capital(name: str, articles: list[str]) -> None:
    found = library(
        "Shares of Harbour Bank fell by three percent on Monday, and coffee rose.",
        "The School Harbour View and the École Nationale were both closed for the winter.",
    ).articles
    assert [article.id for article in CapitalisedWords(found).holding(name)] == articles
