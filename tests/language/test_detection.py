from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.detection import detect_language, question_languages
from bot.language.packs import LANGUAGES
from tests.language.gold import CODES, read_gold


@pytest.mark.parametrize("code", CODES)
def test_the_language_of_a_paragraph_is_told(code: str) -> None:
    for part in ("fitting", "reporting"):
        for article in read_gold(code, part).articles:
            for passage in article.passages:
                assert detect_language(passage.text) == code


@pytest.mark.parametrize("code", CODES)
def test_a_question_is_read_in_its_own_language(code: str) -> None:
    questions = read_gold(code, "fitting").questions + read_gold(code, "reporting").questions

    first = 0
    for question in questions:
        languages = question_languages(question.text, LANGUAGES)
        assert code in languages
        first += languages[0] == code

    assert first >= len(questions) - 4


def test_a_question_in_a_language_of_no_article_is_read_in_both() -> None:
    assert question_languages("Wer hat die Maske entdeckt?", ("en",)) == ("en", "de")
    assert question_languages("Who found the mask?", ("en", "fr")) == ("en",)
    assert question_languages("Marjan Hvar", ("fr", "de")) == ("fr", "de")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Gail Ramcharanとは誰ですか", "ja"),
        ("Gail Ramcharan是谁？", "zh"),
        ("Anna-Maria O'Neill은 누구입니까?", "ko"),
        ("Кто такая Dana Whitlock?", "ru"),
        ("What does 東京 mean?", "en"),
        ("Dana Whitlock", "en"),
    ],
)
def test_a_name_in_latin_letters_says_nothing_of_the_language(question: str, language: str) -> None:
    assert question_languages(question, LANGUAGES)[0] == language


@pytest.mark.parametrize(
    "question", ["chay o dau", "bao tang dong cua luc may gio", "cau thong xe khi nao"]
)
def test_vietnamese_without_marks_is_read_as_vietnamese_where_articles_are(question: str) -> None:
    assert "vi" in question_languages(question, ("en", "pt", "es", "fr", "vi"))


def test_small_words_without_marks_take_no_question_from_its_own_language() -> None:
    asked = "cuando abrio la casa de la villa"
    assert question_languages(asked, ("vi", "es"))[0] == "es"


def test_too_little_text_counts_as_english() -> None:
    assert detect_language("Bonjour.") == "en"
    assert detect_language("") == "en"


@given(text=st.text(max_size=300))
def test_any_text_has_a_language(text: str) -> None:
    assert detect_language(text)
    assert question_languages(text, ("en", "de"))
