from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.retrieval.meaning.context import context_of
from bot.retrieval.meaning.models import shipped_models

BUDGET = """# Council passes its budget

Council tax will go up by 4.9 per cent, after a debate of six hours.

The Mersk Bridge is closed to lorries, and so is the tunnel.

## What closes

- Moor End library, on 30 June
- The toilets in Cutler Street, at once

## How they voted

The greens proposed it, and all of them were for it.

| Party | For | Absent |
|---|---|---|
| Greens | 9 | 1 |
| Labour | 3 | 2 |

## The swimming bath

| Opened | 1931 |
|---|---|
| Architect | Hugo Platt |
"""
KEEPER = """# The keeper of Gannet Rock

Maud Tressider was the last keeper of a light. She left the rock in November.

**Were you ever frightened?**

Twice. In the storm of 1990 a wave broke the glass of the lantern.

**What will you miss?**

The dark. There is a street light outside my bedroom here. And the seals.

**What comes next?**

I have bought a dog, and I am learning to drive.
"""
ARTICLES = [
    parse_article(BUDGET.encode(), "budget.md"),
    parse_article(KEEPER.encode(), "keeper.md"),
]


def test_lists_tables_and_answers_lean_on_their_heading_and_prose_on_none() -> None:
    told = [
        context_of(article, passage)
        for article in ARTICLES
        for passage in article.passages
        if passage.heading
    ]
    assert told == [
        "Council passes its budget. What closes",
        "Council passes its budget",
        "Council passes its budget. How they voted",
        "Council passes its budget. The swimming bath",
        "The keeper of Gannet Rock. Were you ever frightened?",
        "The keeper of Gannet Rock. What will you miss?",
        "The keeper of Gannet Rock. What comes next?",
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is going to close", "Moor End library"),
        ("how many greens were absent from the vote", "Party: Greens; For: 9; Absent: 1"),
        ("who was the architect of the bath", "Architect: Hugo Platt"),
        ("what will she miss", "The dark"),
        ("was the keeper ever scared", "Twice"),
    ],
)
def test_what_stands_under_a_heading_is_found_by_it(question: str, answer: str) -> None:
    library = Library(ARTICLES, models=shipped_models())
    library.embed()
    assert answer in library.ask(question).shown[0].passage.text
