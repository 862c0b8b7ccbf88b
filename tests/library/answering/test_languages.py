from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.ingest.corpus import read_corpus
from bot.language.detection import without_noise
from bot.library.answering.languages import languages_to_read
from bot.library.library import Library
from bot.library.unanswered import group_unanswered
from tests.conftest import PROJECT
from tests.language.gold import CODES, read_gold
from tests.retrieval.meaning.embedding_letters import made_article

SETS = PROJECT / "tests" / "benchmarks" / "questions"

LIBRARY = Library(
    [
        made_article(
            "accession",
            "Croatia signed the treaty of accession and joined the union.",
            "The agency lowered its rating of the railway. The first cases were seen in Ellmau.",
            "The war began on another date. The car was built by the steam works.",
            title="Croatia joins",
        ),
        made_article("lee", "Ann Lee won the vote in Hong Kong.", title="Ann Lee wins"),
    ]
)


@pytest.mark.parametrize(
    "question",
    [
        "croatia eu accession",
        "croatia un treaty signed",
        "steam car built",
        "war date began",
        "wat agency lowerd the rating",
        "wen wer the frist cases in elmau",
    ],
)
def test_a_word_that_two_languages_have_makes_no_question_foreign(question: str) -> None:
    assert LIBRARY.ask(question).articles_in == ()


@pytest.mark.parametrize(
    "question",
    [
        "qui est ann lee",
        "Wer ist Ann Lee?",
        "quién es Ann Lee",
        "cuándo ganó Ann Lee el voto",
        "combien coûte un billet",
        "wann war die erste Wahl in Hong Kong",
        "Câți bani a costat Ann Lee?",
        "чому виграла Ann Lee",
    ],
)
def test_a_question_in_another_language_is_told_what_the_articles_are_in(question: str) -> None:
    assert LIBRARY.ask(question).articles_in == ("en",) or LIBRARY.ask(question).answered
    assert len(languages_to_read(question, LIBRARY.languages, LIBRARY.engine)) > 1


@pytest.mark.parametrize("name", ["news_c", "news_d"])
def test_all_questions_of_a_set_in_english_are_read_as_english(name: str) -> None:
    library = Library(read_corpus(SETS / name).articles)
    items = json.loads((SETS / name / "questions.json").read_text(encoding="utf-8"))["questions"]
    for item in items:
        asked = without_noise(item["question"])
        assert languages_to_read(asked, library.languages, library.engine) == ("en",), asked


@pytest.mark.parametrize("code", [code for code in CODES if code not in {"en", "tr"}])
def test_no_question_in_another_language_is_taken_for_english(code: str) -> None:
    questions = read_gold(code, "fitting").questions + read_gold(code, "reporting").questions
    for question in questions:
        asked = without_noise(question.text)
        assert languages_to_read(asked, ("en",), LIBRARY.engine) != ("en",), asked


MIXED = Library(
    [
        *(
            replace(
                made_article(
                    f"council-{number}",
                    "Der Rat der Stadt hat am Montag den Haushalt beschlossen.",
                    "Die Leute der Stadt wollen seit zehn Jahren ein Schwimmbad.",
                    title="Der Rat",
                ),
                language="de",
            )
            for number in range(4)
        ),
        made_article(
            "works",
            "The cars were built by the steam works of Lune, which closed in 1911.",
            "The treaties of accession were signed by the ministers in Lune on Monday.",
            title="The cars",
        ),
    ]
)


@pytest.mark.parametrize(
    ("topic", "begins"),
    [("eu accession treaty signing", "The treaties of"), ("steam car building", "The cars were")],
)
def test_a_topic_is_read_in_the_language_that_a_question_is_read_in(
    topic: str, begins: str
) -> None:
    assert [q.text.startswith(begins) for q in MIXED.topic_summary(topic).sentences] == [True]


def test_the_report_reads_questions_as_they_were_read() -> None:
    asked = [("un treaty signing", 1), ("un treaties signed", 1)]
    assert [group.times for group in group_unanswered(asked, MIXED, 10)] == [2]
