from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.evaluation.questions import EvaluationError, read_questions
from tests.evaluation.asked import LISTED, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_question_without_paragraphs_is_answered_where_its_answers_are(
    corpus: Path, tmp_path: Path
) -> None:
    found = read_questions(write(tmp_path / "q.json", LISTED), corpus).questions
    assert found[1].relevant == {"otters#1"}
    assert found[0].relevant == {"bridge#2"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "can't be opened"),
        ("nonsense", "not JSON"),
        ('{"a": 1}', "neither"),
        ("[1]", "question 1 must have both fields"),
        ([{"question": "How long?"}], "question 1 must have both fields"),
        ([LISTED[1], {**LISTED[0], "answers": "4.5 million"}], "question 2 must have"),
        ([{**LISTED[0], "article": "ferry"}], "question 1 is about 'ferry'"),
        ([LISTED[1], {**LISTED[0], "answers": ["5.4 million"]}], "question 2"),
        ([{**LISTED[0], "paragraphs": [3]}], "none of its answers"),
    ],
)
def test_names_what_is_wrong_with_the_file(
    corpus: Path, tmp_path: Path, content: object, message: str
) -> None:
    questions = tmp_path / "questions.json"
    if content is not None:
        write(questions, content)
    with pytest.raises(EvaluationError, match=re.escape(message)) as raised:
        read_questions(questions, corpus)
    assert str(questions) in str(raised.value)


def test_articles_of_a_large_library_are_embedded_before_they_are_asked(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", str(tmp_path / "footnote.db"))
    monkeypatch.setenv("FOOTNOTE_MEANING", "on")
    monkeypatch.setattr("bot.library.library.EMBEDDED_AT_ONCE", 0)
    seen: list[tuple[int, int]] = []
    library = read_questions(
        write(tmp_path / "q.json", LISTED), corpus, lambda *counts: seen.append(counts)
    ).library
    assert library.embeddings.keys() == {article.key for article in library.articles}
    assert seen[-1] == (len(library.articles), len(library.articles))
