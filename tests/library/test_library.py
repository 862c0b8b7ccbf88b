from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.library.article_choice import UnknownArticleError
from bot.library.library import Library
from tests.conftest import BRIDGE, OTTERS, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article

LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)


HIT = {"passage", "paragraph", "heading", "sentence", "context", "span", "score", "article"}
"""The names in the JSON of a hit."""


def test_the_shape_of_an_answer() -> None:
    answer = LIBRARY.ask("How much did the work on the bridge cost?").to_dict()
    assert set(answer) == {
        "question",
        "answered",
        "outcome",
        "confidence",
        "reason",
        "sentence",
        "span",
        "passage",
        "paragraph",
        "paragraphs",
        "article",
        "older",
        "parts",
        "hits",
    }
    assert answer["answered"] is True
    assert answer["reason"] is None
    assert answer["sentence"] == "Mayor Ann Lee said the work had cost 4.5 million dollars."
    assert (answer["paragraph"], answer["paragraphs"]) == (2, 3)
    assert answer["article"] == {
        "id": "bridge",
        "title": "Harbour bridge reopens after nine months",
        "source": "City News",
        "author": "Jane Roe",
        "date": "2024-03-02",
        "url": "https://news.example.org/bridge",
    }
    hits = answer["hits"]
    assert isinstance(hits, list)
    assert 0 < len(hits) <= 5
    assert set(hits[0]) == HIT
    assert hits[0]["context"].startswith(answer["sentence"])


def test_the_shape_of_no_answer() -> None:
    answer = LIBRARY.ask("Which dollars did the Roman emperor Augustus mint?").to_dict()
    assert answer["answered"] is False
    assert answer["reason"]
    assert answer["sentence"] is None
    assert answer["passage"] is None
    assert answer["hits"]


@pytest.mark.parametrize("question", ["", "   ", "???", "the of and", "qwertz yxcvb", "\0", "😀"])
def test_nonsense_is_not_answered(question: str) -> None:
    answer = LIBRARY.ask(question)
    assert not answer.answered
    assert answer.reason


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_quotes_are_verbatim_whatever_is_asked(question: str) -> None:
    answer = LIBRARY.ask(question)
    assert 0 <= answer.confidence <= 1
    for hit in answer.hits:
        assert hit.sentence_text in hit.passage.text
        assert hit.passage.text in BRIDGE + OTTERS


def test_the_same_question_gets_the_same_answer() -> None:
    again = Library(LIBRARY.articles)
    for question in ("Who is Ann Lee?", "otters", "What did the mayor say?"):
        assert LIBRARY.ask(question).to_dict() == again.ask(question).to_dict()


def test_passages_that_tie_rank_in_reading_order() -> None:
    same = "The zeppelin landed at noon."
    text = f"Zeppelins\n\n{same}\n\n{same}\n\n{same}\n\nSomething else happened."
    library = Library([parse_article(text.encode(), "z.txt")])
    assert [hit.passage.number for hit in library.ask("zeppelin landed").hits] == [1, 2, 3]


def test_no_articles_no_answer() -> None:
    empty = Library(())
    assert not empty.ask("Who is Ann Lee?").answered
    assert empty.who().people == ()
    with pytest.raises(UnknownArticleError):
        empty.summary()


def test_a_summary_is_verbatim_and_in_order() -> None:
    summary = LIBRARY.summary("bridge", words=60).to_dict()
    sentences = summary["sentences"]
    assert isinstance(sentences, list)
    places = [BRIDGE.index(sentence["text"]) for sentence in sentences]
    assert places == sorted(places)
    assert all(set(sentence) == {"text", "paragraph"} for sentence in sentences)


def test_an_article_must_be_chosen_among_several() -> None:
    with pytest.raises(UnknownArticleError, match="choose one"):
        LIBRARY.summary()
    with pytest.raises(UnknownArticleError, match="nothing"):
        LIBRARY.summary("nothing")


def test_the_shape_of_people() -> None:
    people = LIBRARY.who("Priya Nair").to_dict()["people"]
    assert isinstance(people, list)
    (person,) = people
    assert set(person) == {"name", "aliases", "roles", "mentions", "passages"}
    assert person["mentions"] == 2
    assert person["aliases"] == ["Nair"]
    assert set(person["roles"][0]) == {"text", "paragraph", "article"}
    assert set(person["passages"][0]) == {"passage", "paragraph", "article"}


def test_people_of_one_article() -> None:
    names = {person.name for person in LIBRARY.who(article_id="otters").people}
    assert names == {"Priya Nair"}


def test_from_a_folder(corpus: Path) -> None:
    assert Library.from_folder(corpus).ask("Who is Ann Lee?").answered
    assert Library.from_folder(str(corpus)).passages == 6


REAL_QUESTIONS = [
    ("What did Blinken promise in Brussels?", 1),
    ("Who is the NATO Secretary General?", 2),
    ("Where are North Korean troops engaged in combat?", 3),
    ("Which country supplies Russia with weapons?", 4),
    ("Who is the head of European diplomacy?", 6),
    ("When does Trump return to the White House?", 8),
    ("Who might be the next Secretary of State?", 9),
    ("What is outgoing President Biden seeking?", 10),
    ("How many billion dollars remain to be allocated?", 11),
    ("Who is Mark Cancian?", 13),
    ("Will the Americans lift their veto on long-range missiles?", 14),
    ("Rubio", 9),
]


@pytest.mark.parametrize(("question", "paragraph"), REAL_QUESTIONS)
def test_the_real_article_answers(real_article: Article, question: str, paragraph: int) -> None:
    answer = Library([real_article]).ask(question)
    assert answer.answered
    assert answer.hits[0].passage.number == paragraph


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of Australia?",
        "Who wrote Hamlet?",
        "demonstrators in Paris",
        "explosive robbery in Lyon",
        "How do I bake bread?",
    ],
)
def test_the_real_article_does_not_answer(real_article: Article, question: str) -> None:
    assert not Library([real_article]).ask(question).answered


def test_the_article_that_ships_answers_for_every_fact() -> None:
    library = Library.from_folder(PROJECT / "corpus")
    assert library.refused == ()
    for question, words in (
        ("Who is Antony Blinken?", "Blinken"),
        ("Where are North Korean soldiers fighting?", "Kursk"),
        ("How much military aid since Russia invaded?", "$60 billion"),
        ("How many billion dollars are still to be allocated?", "9.2 billion"),
        ("Who is Josep Borrell?", "head of European diplomacy"),
        ("When does Trump move back into the White House?", "January 20"),
        ("What did Rubio call the financing in Ukraine?", "dead end"),
        ("What did Mark Cancian tell AFP?", "ship everything"),
    ):
        answer = library.ask(question)
        assert answer.answered, question
        assert words in answer.hits[0].passage.text


ADDRESS = "https://example.com/foo-budget/2031?ref=zephyr"


def test_an_address_in_a_text_is_quoted_and_not_searched() -> None:
    text = f"The council published the harbour plan at {ADDRESS} on Monday.\n\nNobody objected.\n"
    library = Library([parse_article(f"# The plan\n\n{text}".encode(), "plan.md")])

    for asked in (ADDRESS, "https://example.com/foo", "foo budget", "zephyr", "example.com"):
        assert library.ask(asked).hits == ()
    answer = library.ask(f"Who published the harbour plan? {ADDRESS}")
    assert answer.answered
    assert ADDRESS in answer.hits[0].sentence_text
