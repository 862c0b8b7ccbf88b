from __future__ import annotations

import pytest

from bot.language.english.sentences.allegations import is_open, only_alleges


@pytest.mark.parametrize(
    "sentence",
    [
        "Ivan Petrov, accused of being a spy, told the court nothing.",
        "The alleged spy Ivan Petrov told the court nothing.",
        "Ivan Petrov, believed to be a spy, is on the run.",
        "Ivan Petrov denied being a spy.",
        "Ivan Petrov was charged with being a spy.",
        "Ivan Petrov was cleared of being the spy.",
        "If Ivan Petrov is the spy, he faces nine years.",
        "The jury has to say whether Ivan Petrov is the spy.",
        "Ivan Petrov might be the spy.",
        "Ivan Petrov wanted to become a spy.",
        "Ivan Petrov was a spy, prosecutors allege.",
        "According to prosecutors, Ivan Petrov was a spy.",
        "Ivan Petrov is not a spy, the judge said.",
        "“I am no spy,” said Ivan Petrov.",
        'The "spy" Ivan Petrov told the court nothing.',
    ],
)
def test_what_somebody_is_only_accused_of_being_is_left_open(sentence: str) -> None:
    start = sentence.index("spy")
    assert is_open(sentence, (start, start + len("spy")))
    assert only_alleges("who is the spy?", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The spy, Ivan Petrov, told the court nothing.",
        "Ivan Petrov was a spy for nine years, he told the court.",
        "The spy denied that he had sold the letters.",
        "The court will hear if, as he said, the spy was Ivan Petrov.",
        "The spy, Ivan Petrov, was charged on Monday.",
        "He was not in court. The spy Ivan Petrov was.",
        "Accused of being a thief, the spy laughed. It was the spy who had sold it.",
        "“I was in court,” said the spy, Ivan Petrov.",
    ],
)
def test_what_is_said_of_somebody_is_not(sentence: str) -> None:
    assert not only_alleges("who is the spy?", sentence)


@pytest.mark.parametrize("question", ["who saw the spy", "where is the spy", "who is ann lee"])
def test_other_questions_are_none_of_its_business(question: str) -> None:
    assert not only_alleges(question, "Ann Lee saw the alleged spy.")
