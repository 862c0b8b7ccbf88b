from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library import Library
from bot.retrieval.answer import NO_NUMBER, ONE_WORD

TEXT = (
    "Storm over the coast\n\n"
    "The storm reached the coast at night. Fishing boats were lost near Whitby harbour.\n\n"
    "Seven people were saved from the roof of the harbour hotel, said the coastguard.\n\n"
    "A lifeboat from Scarborough towed the trawler home, and the crew was given soup.\n"
)
LIBRARY = Library([parse_article(TEXT.encode(), "storm.txt")])


def test_how_many_is_not_answered_by_a_passage_without_a_number() -> None:
    answer = LIBRARY.ask("How many fishing boats were lost near Whitby harbour?")
    assert not answer.answered
    assert answer.reason == NO_NUMBER
    assert answer.confidence < 0.5


def test_how_many_is_answered_by_a_passage_with_one() -> None:
    answer = LIBRARY.ask("How many people were saved from the roof of the harbour hotel?")
    assert answer.answered
    assert "Seven people" in answer.hits[0].sentence_text


def test_what_is_not_counted_needs_no_number() -> None:
    assert LIBRARY.ask("Which boats were lost near Whitby harbour?").reason != NO_NUMBER


@pytest.mark.parametrize("question", ["Whitby?", "Who is Scarborough?", "the storm"])
def test_a_single_name_or_a_word_of_the_headline_is_answered(question: str) -> None:
    assert LIBRARY.ask(question).reason != ONE_WORD


@pytest.mark.parametrize("question", ["soup?", "the trawler", "fishing", "seven"])
def test_a_single_common_word_is_not(question: str) -> None:
    assert LIBRARY.ask(question).reason == ONE_WORD


def test_the_more_of_the_question_a_passage_has_the_surer() -> None:
    sure = [
        LIBRARY.ask(question).confidence
        for question in (
            "Who towed the purple submarine to Reykjavik in spring?",
            "Who towed the trawler to Reykjavik?",
            "Which lifeboat towed the trawler home?",
        )
    ]
    assert sure == sorted(sure)
    assert sure[0] < 0.5 < sure[2]
