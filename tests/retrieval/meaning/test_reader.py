"""The reader points at the words of a passage that answer a question."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.meaning.reader import (
    LONGEST,
    LONGEST_ANSWER,
    UNREAD,
    Reader,
    best_span,
    sentence_scores,
)

QUESTION = "How many people were rescued?"
PASSAGE = "The ferry sank on Monday. Seventeen people were rescued by fishermen."
SENTENCES = [(0, 25), (26, len(PASSAGE))]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_it_points_at_the_words_that_answer(reader: Reader) -> None:
    answers, other = reader.read(
        QUESTION,
        [PASSAGE, "Bakers raised their prices last week."],
        ["Ferry lost", "Bread is dear"],
        [SENTENCES, []],
    )
    assert "Seventeen" in PASSAGE[answers.start : answers.end]
    assert answers.answerable > other.answerable
    assert answers.score > other.score
    first, second = answers.sentence_scores
    assert second > first


def test_a_passage_is_read_the_same_whatever_is_read_with_it(reader: Reader) -> None:
    alone = reader.read(QUESTION, [PASSAGE])
    assert reader.read(QUESTION, ["Bread " * 90, PASSAGE])[1:] == alone


def test_a_sentence_too_far_behind_is_not_read(reader: Reader) -> None:
    long = "Bread was dear. " * LONGEST
    end = len(long)
    (reading,) = reader.read(QUESTION, [long + PASSAGE], [""], [[(0, 15), (end, end + 25)]])
    near, far = reading.sentence_scores
    assert near > UNREAD
    assert far == UNREAD


def test_a_passage_without_words_has_nothing_to_point_at(reader: Reader) -> None:
    (reading,) = reader.read(QUESTION, [" "])
    assert (reading.start, reading.end, reading.score) == (0, 0, UNREAD)
    (odd,) = reader.read("\ud83d?", ["\ud83d " + PASSAGE])
    assert 0 <= odd.start <= odd.end <= len(PASSAGE) + 2


def test_there_must_be_a_title_and_sentences_for_each_passage(reader: Reader) -> None:
    with pytest.raises(ValueError, match="shorter"):
        reader.read(QUESTION, [PASSAGE, PASSAGE], ["Ferry lost"])
    with pytest.raises(ValueError, match="shorter"):
        reader.read(QUESTION, [PASSAGE, PASSAGE], sentences=[SENTENCES])


LOGITS = st.lists(st.tuples(*[st.integers(-50, 50)] * 2), min_size=1, max_size=60)


@given(LOGITS)
def test_no_span_of_so_many_tokens_is_better_than_the_best(rows: list[tuple[int, int]]) -> None:
    start, end, score = best_span(np.array(rows, np.float32))
    assert score == rows[start][0] + rows[end][1]
    assert score == max(
        first + last
        for at, (first, _) in enumerate(rows)
        for _, last in rows[at : at + LONGEST_ANSWER]
    )


def test_the_best_words_of_a_sentence_stay_within_it() -> None:
    places = [(0, 3), (4, 7), (8, 11), (12, 15)]
    logits = np.array([[1, 9], [0, 2], [7, 0], [3, 4]], np.float32)
    assert sentence_scores(logits, places, [(0, 7), (8, 15), (20, 30)]) == (10.0, 11.0, UNREAD)
