"""A sure answer is given only where the sentence can be what was asked for, in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from tests.benchmarks.languages import gold_of
from tests.language.gold import CODES, DENSE, read_gold, read_unanswered


def test_few_questions_on_what_the_articles_leave_out_get_a_sure_answer() -> None:
    """When a ferry was built isn't told by the day on which it ran aground."""
    sure, asked = 0, 0
    for code in CODES:
        kept = read_unanswered(code)[1]
        dense = read_gold(code, "dense").articles if code in DENSE and kept else ()
        library = Library((*gold_of(code).articles, *dense))
        sure += sum(library.ask(question.text).answered for question in kept)
        asked += len(kept)

    assert asked > 100
    assert sure <= 0.55 * asked


@pytest.mark.parametrize(
    ("code", "text", "question", "told"),
    [
        (
            "de",
            "Die Fähre Ilse\n\nDie Fähre Ilse lief am 3. Mai 2024 vor Brenn auf Grund.{}",
            "Wann wurde die Fähre Ilse gebaut?",
            " Die Fähre Ilse wurde 1971 gebaut.",
        ),
        (
            "fr",
            "Le bac Iris\n\nLe capitaine du bac Iris, Luc Moro, a été entendu lundi.{}",
            "Quel âge a le capitaine Luc Moro ?",
            " Le capitaine Luc Moro a 52 ans.",
        ),
    ],
)
def test_a_sure_answer_needs_what_is_asked_for(
    code: str, text: str, question: str, told: str
) -> None:
    without, having = (
        Library(
            (replace(parse_article(text.format(more).encode(), f"{code}.txt"), language=code),)
        ).ask(question)
        for more in ("", told)
    )

    assert not without.answered
    assert having.answered
    assert having.hits[0].sentence_text == told.strip()
