from __future__ import annotations

import json

import pytest

from bot.ingest.corpus import read_corpus
from bot.language.detection import without_noise
from bot.library.languages import languages_to_read
from bot.library.library import Library
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
