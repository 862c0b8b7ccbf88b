from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.library.library import Library
from tests.dialogues.dialogue import open_articles

LIBRARY = open_articles()


def test_of_articles_that_say_the_same_the_latest_goes_first() -> None:
    answer = LIBRARY.ask("How many sailors joined the ferry strike?")
    dates = [hit.article.date for hit in answer.hits[:3]]
    assert dates == sorted(dates, key=lambda date: date or dt.date.min, reverse=True)
    assert "425 sailors" in answer.hits[0].sentence_text
    assert answer.older == answer.hits[1:3]


def test_what_answers_something_else_does_not_count_as_older() -> None:
    answer = LIBRARY.ask("What did the repairs of the museum cost?")
    assert "eight million" in answer.hits[0].sentence_text
    assert answer.older == ()


def test_without_dates_the_order_stays() -> None:
    undated = Library([replace(article, date=None) for article in LIBRARY.articles])
    assert undated.ask("How many sailors joined the ferry strike?").older == ()
