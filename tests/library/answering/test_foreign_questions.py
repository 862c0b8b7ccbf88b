"""Questions in a language that no article is in."""

from __future__ import annotations

import pytest

from bot.library.library import Library
from tests.retrieval.meaning.embedding_letters import made_article

RAIN = [made_article(f"rain-{n}", f"It rained on day {n}0.", title="Rain") for n in range(1, 9)]
LIBRARY = Library(
    [
        made_article(
            "tram",
            "The tram in Lisbury opens in June, said Helga Strand.",
            "They recovered 212 skeletons under the square.",
            title="A tram",
        ),
        *RAIN,
    ]
)
TOLD = ("en",)


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist Helga Strand?",
        "qui est helga strand ?",
        "Kim jest Helga Strand?",
        "Helga Strandとは誰ですか",
        "Helga Strand是谁？",
        "Helga Strand은 누구입니까?",
    ],
)
def test_who_has_a_name_is_answered(question: str) -> None:
    answer = LIBRARY.ask(question)
    assert answer.answered
    assert answer.hits[0].passage.id == "tram#1"


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Wann öffnet die Straßenbahn in Lisbury?", "tram#1"),
        ("¿Cuánto costó el tranvía de Lisbury?", "tram#1"),
        ("Сколько стоит трамвай в Lisbury?", "tram#1"),
        ("Lisburyの路面電車はいつ開通しますか", "tram#1"),
        ("Lisbury'de tramvay ne zaman açılıyor?", "tram#1"),
        ("212 squelettes ont été trouvés où ?", "tram#2"),
    ],
)
def test_what_has_a_name_or_a_number_is_shown_and_the_language_told(
    question: str, passage: str
) -> None:
    answer = LIBRARY.ask(question)
    assert answer.outcome == "perhaps"
    assert [hit.passage.id for hit in answer.shown] == [passage]
    assert answer.articles_in == TOLD


@pytest.mark.parametrize(
    "question",
    [
        "Wer wurde Bundeskanzler?",
        "Quel est le prix du pétrole ?",
        "¿Quién ganó las elecciones?",
        "誰が選挙に勝ちましたか",
        "Welche Themen hatte der Tag 9?",
    ],
)
def test_nothing_else_is_found_and_the_language_told(question: str) -> None:
    answer = LIBRARY.ask(question)
    assert answer.outcome == "none"
    assert answer.articles_in == TOLD


@pytest.mark.parametrize(
    "question",
    ["Strands Anwalt", "avocat Helga Strand", "abogado Strand", "advocaat Helga Strand"],
)
def test_a_noun_alone_tells_the_language(question: str) -> None:
    answer = LIBRARY.ask(question)
    assert [hit.passage.id for hit in answer.shown] == ["tram#1"]
    assert answer.articles_in == TOLD


@pytest.mark.parametrize("question", ["Helga Strand", "skeletons square", "tram manager", "asdf"])
def test_few_words_of_the_articles_language_are_not_told_of_it(question: str) -> None:
    assert LIBRARY.ask(question).articles_in == ()


def test_a_name_in_many_passages_tells_none_from_another() -> None:
    many = [
        made_article(f"fair-{n}", f"A fair in Lisbury had {n} rides.", title="Fair")
        for n in range(12, 17)
    ]
    answer = Library([*many, *RAIN]).ask("Wann brannte es in Lisbury?")
    assert answer.outcome == "none"
    assert answer.articles_in == TOLD


def test_a_question_word_tells_of_a_language_that_the_articles_words_hide() -> None:
    answer = LIBRARY.ask("Hoe oud is Helga Strand?")
    assert answer.answered or answer.articles_in == TOLD
    assert LIBRARY.ask("How old is Helga Strand?").articles_in == ()
