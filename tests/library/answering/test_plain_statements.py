"""Who somebody is, and how old, is sure where the articles say it plainly of one person."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from bot.ingest.reader import parse_article
from bot.library.analysis.found_people import FoundPeople
from bot.library.answering.plain_statements import PLAINLY
from bot.library.answering.turn import Turn
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.people.article_person import ArticlePerson

WALL = b"""# Council to mend the harbour wall

The wall of Port Amble, which is 140 years old, will be mended for $2 million, the council said.

"It was never about money," said Councillor Maren Tolliver, 61, who tabled the motion. The plan \
was drawn by the town's finance officer, Dipak Rao, and praised by Gwen Ashe.

Ashe lives beside the wall. Her neighbour, Tobias Wren, a nurse, has a 19-year-old son, Luke Wren.
"""
STORM = b"""# Storm on the coast

A storm broke over the coast on Monday. In 2023 a rider, Peter Vosper, who was 48, was killed there.

The 24-year-old student Yusra Benali saw it. Edda Holm was nine when she saw the last one. Her \
brother said that the daughter of the 40-year-old engineer and Edda Holm were safe.

Pia Roth, 30, went out in a boat. Nine-month-old Gloria Tann was saved.
"""
LATER = b"""# A year after the storm

Pia Roth, 31, has left the coast for good. The engineer, Ada Bly, has stayed.
"""
COURT = b"""# Court hears of the letters

Ivan Petrov, accused of being a spy, told the court that he had only sent letters to his mother.

Prosecutors say Omar Vane was the leader of the gang. "I am not a thief," said Lena Marsh.

Paul Reek, a former guard, was heard as a witness.
"""
MAYORS = b"""# A bridge for Velby

In 2014 the mayor of Velby, Karin Holt, opened the bridge. She left office in 2018.

The present mayor, Arne Lund, wants another one. In 2009 the harbour master, Gro Dahl, had not.

The headmaster at the time, Edwin Sallow, walked over it first. The former treasurer, Ida Orr, paid.
"""

FIRMS = b"""# Tarn Steel and its bank

Tarn chairman Elsa Brandt met Milo Kerr, the governor of the Bank of Velmark, on Friday.

The deputy governor of the bank, Rosa Lindt, was there, and so was Otto Fenn, a former chairman of \
Orlo Mills. Ida Voss, the auditor of Tarn Steel, and Jon Beck, the auditor, signed for it.
"""


@cache
def library() -> Library:
    files = {"wall.md": WALL, "storm.md": STORM, "later.md": LATER}
    files |= {"court.md": COURT, "mayors.md": MAYORS, "firms.md": FIRMS}
    articles = [parse_article(text, name) for name, text in files.items()]
    made = Library(articles, models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is dipak rao", "the town's finance officer, Dipak Rao"),
        ("whos councillor tolliver", "said Councillor Maren Tolliver"),
        ("who is tobias wren", "Tobias Wren, a nurse"),
        ("who is tobiass wrenn", "Tobias Wren, a nurse"),
        ("who is benali", "student Yusra Benali"),
        ("how old is maren tolliver", "Tolliver, 61"),
        ("how old is tolliver", "Tolliver, 61"),
        ("how old was peter vosper", "who was 48"),
        ("how old is yusra benali", "24-year-old student"),
        ("how old is luke", "19-year-old son"),
        ("how old was gloria", "Nine-month-old Gloria"),
        ("who is the finance officer", "the town's finance officer, Dipak Rao"),
        ("how old was the rider", "a rider, Peter Vosper, who was 48"),
        ("who is paul reek", "Paul Reek, a former guard"),
        ("who is the mayor", "The present mayor, Arne Lund"),
        ("who is the chairman of tarn steel", "Tarn chairman Elsa Brandt"),
        ("Who is the governor of the Bank of Velmark?", "Milo Kerr, the governor"),
    ],
)
def test_what_is_said_plainly_beside_the_name_is_sure(question: str, sentence: str) -> None:
    answer = library().ask(question)
    assert answer.outcome == "answer"
    assert answer.confidence >= PLAINLY
    assert sentence in answer.hits[0].sentence_text


@pytest.mark.parametrize(
    "question",
    [
        "how old is dipak rao",  # another's age is in the passage
        "how old is edda holm",  # she was nine at another time
        "how old is pia roth",  # two articles differ
        "how old is tobias wren",  # it is his son's
        "who is wren",  # there are two
        "who is gwen ashe",  # nothing is said of her
        "who is the officer",  # he is the finance officer, and others may be one
        "how old is maren tolliver's son",
        "how old is maren tollivers son",
        "how old is martin tolliver",  # another given name is no slip
        "who is the finance officer now",  # it may be another by now
        "how old is the finance officer",
        "who is the engineer",  # two articles have one
        "who is omar vane",  # prosecutors say it
        "who is the harbour master",  # she was it in 2009
        "who is the mayor of velby",  # two have been it
        "who is the deputy governor of the bank of england",  # it is another bank's
        "who is the chairman of orlo mills",  # he was it
        "who is the auditor of tarn steel",  # there are two
    ],
)
def test_what_is_not_said_plainly_of_one_person_is_no_surer_than_it_was(question: str) -> None:
    assert library().ask(question).confidence < PLAINLY


@pytest.mark.parametrize("question", ["who is the spy", "who is the leader", "who is the thief"])
def test_nobody_is_surely_what_they_are_accused_of_being(question: str) -> None:
    answer = library().ask(question)
    assert answer.outcome == "perhaps"
    assert answer.hits[0].article.id == "court"


def test_who_held_the_office_of_a_place_in_some_year_is_not_surely_who_holds_it() -> None:
    answer = library().ask("who is the mayor of velby")
    assert answer.outcome == "perhaps"
    assert "Karin Holt" in answer.hits[0].sentence_text


def test_a_follow_up_about_the_person_shown_is_as_sure() -> None:
    before = library().ask("who tabled the motion")
    answer = library().ask("how old is she", after=Turn.of(before))
    assert answer.answered
    assert "Tolliver, 61" in answer.hits[0].sentence_text


def test_the_people_of_an_article_are_read_once_however_many_may_be_meant() -> None:
    read = []

    class Counted(FoundPeople):
        def of(self, article: Article) -> tuple[ArticlePerson, ...]:
            read.append(article.id)
            return super().of(article)

    articles = [parse_article(MAYORS, "mayors.md")]
    Library(articles, found_people=Counted()).ask("who is the treasurer")
    assert read == ["mayors"]


def test_other_passages_are_kept_behind_it() -> None:
    answer = library().ask("how old is maren tolliver")
    passages = [hit.passage for hit in answer.hits]
    assert len(passages) > 1
    assert len(set(passages)) == len(passages)


def test_by_words_alone_it_is_sure_as_well() -> None:
    made = Library([parse_article(WALL, "wall.md")])
    answer = made.ask("how old is maren tolliver")
    assert answer.answered
    assert "Tolliver, 61" in answer.hits[0].sentence_text


@pytest.mark.parametrize("office", ["headmaster", "treasurer"])
def test_who_held_an_office_once_is_not_surely_who_holds_it(office: str) -> None:
    answer = library().ask(f"who is the {office}")
    assert answer.outcome == "perhaps"
    assert office in answer.hits[0].sentence_text
