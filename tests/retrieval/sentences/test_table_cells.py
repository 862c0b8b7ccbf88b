from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.answering.plain_statements import PLAINLY
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models
from bot.retrieval.sentences.table_cells import cells_of

TIMES = b"""# Ferry timetable changes

The ferry company has published its summer timetable, with two more sailings for an adult year.

| Day | First | Last |
|:--|--:|--:|
| Monday | 6.40 | 19.10 |
| Saturday | 7.30 | 20.00 |

The fares stay as they are, the company said.

| | Single | Return |
|---|---|---|
| Adult | 7 pounds | 12 pounds |
| Child | 3 pounds | 6 pounds |
"""


@cache
def library() -> Library:
    made = Library([parse_article(TIMES, "ferry.md")], models=shipped_models())
    made.embed()
    return made


def test_a_row_is_read_as_its_cells() -> None:
    assert cells_of("Adult; Single: 7") == [("", "Adult"), ("Single", "7")]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("whats the first ferry on saturdays", "Day: Saturday; First: 7.30; Last: 20.00"),
        ("last ferry monday", "Day: Monday; First: 6.40; Last: 19.10"),
        ("how much is a return for an adult", "Adult; Single: 7 pounds; Return: 12 pounds"),
        ("what does a single for a child cost", "Child; Single: 3 pounds; Return: 6 pounds"),
    ],
)
def test_the_row_that_is_asked_about_comes_first(question: str, row: str) -> None:
    assert library().ask(question).hits[0].sentence_text == row


@pytest.mark.parametrize(
    "question",
    [
        "whats the first ferry on saturdays",
        "last ferry monday",
        "how much is a return for an adult",
    ],
)
def test_a_row_and_a_header_that_are_both_named_are_sure(question: str) -> None:
    answer = library().ask(question)
    assert answer.answered
    assert answer.confidence >= PLAINLY


@pytest.mark.parametrize(
    "question",
    [
        "how much is a return for a senior",  # no such row
        "whats the third ferry on saturdays",  # no such header
        "whats the first ferry on saturdays in 2019",  # the table says nothing of the year
        "why is the return for an adult so expensive",
        "did the first ferry on saturday sink",
        "what is not the first ferry on saturdays",
        "what isn't the last ferry on monday",
    ],
)
def test_what_no_cell_has_is_no_surer_than_it_was(question: str) -> None:
    assert library().ask(question).confidence < PLAINLY


TERMS = b"""# Term dates of Moor End School

The governors have agreed on the dates below, and wish all families a good year.

## Terms

| Term | Begins | Ends |
|---|---|---|
| Autumn | 3 September | 19 December |
| Spring | 6 January | 27 March |

## Events

| No. | Event | Date | Place |
|---|---|---|---|
| 1 | Harvest festival | 10 October | Church |
| 2 | Sports day | 26 June | Lower field |

If sports day is rained off, it will be held on 3 July.

## Training days

- Monday 1 September
- Tuesday 2 September

## Week A

| | Monday | Tuesday |
|---|---|---|
| Red | Meatballs | Korma |

## Week B

| | Monday | Tuesday |
|---|---|---|
| Red | Tacos | Gammon |

## Class teachers

- Year 1 - Mrs Bianchi
- Year 2 - Mr Osgood

## Office

- Holt Marsh \xe2\x80\x93 caretaker, afraid of mice
- Telephone: 01632 960 411
"""


@cache
def school() -> Library:
    made = Library([parse_article(TERMS, "terms.md")], models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "When does the autumn term begin?",
            "Term: Autumn; Begins: 3 September; Ends: 19 December",
        ),
        ("When is sports day?", "No.: 2; Event: Sports day; Date: 26 June; Place: Lower field"),
        (
            "Where is the harvest festival?",
            "No.: 1; Event: Harvest festival; Date: 10 October; Place: Church",
        ),
        ("What's red on Monday in week A?", "Red; Monday: Meatballs; Tuesday: Korma"),
        ("What's red on Tuesday in week B?", "Red; Monday: Tacos; Tuesday: Gammon"),
        ("Who teaches year 2?", "- Year 2 - Mr Osgood"),
        ("Who is the school's caretaker?", "- Holt Marsh \u2013 caretaker, afraid of mice"),
        ("When are the training days?", "- Monday 1 September"),
        ("Where are the training days?", None),
        ("Who teaches year 3?", None),
        ("Who is event 2?", None),
        ("When does the winter term begin?", None),
        ("What's red on Sunday in week A?", None),
        ("What's red on Monday in week C?", None),
    ],
)
def test_a_row_an_entry_or_a_list_is_sure_that_says_all_that_is_asked(
    question: str, said: str | None
) -> None:
    answer = school().ask(question)
    if said is None:
        assert answer.confidence < PLAINLY
    else:
        assert answer.answered
        assert answer.hits[0].sentence_text == said
        assert answer.hits[0].sentence in answer.hits[0].passage.sentences
