from __future__ import annotations

import pytest

from bot.language.english.sentences.exact_words import exact_words


@pytest.mark.parametrize(
    ("question", "sentence", "exact"),
    [
        ("When did it close?", "It closed on 3 February 2024.", "3 February 2024"),
        ("when are they", "Auditions are on 21 and 22 April in room 4.", "21 and 22 April"),
        ("when is the fair", "The fair is on May 3–5, 2026.", "May 3–5, 2026"),
        ("what year was it built", "Built in 1987, it is the oldest.", "1987"),
        ("when do they vote", "The council will vote on Monday.", "Monday"),
        ("how many boats sank", "In 1987 twenty-three boats sank.", "twenty-three"),
        ("How many people live there?", "Some 1.2 million people live there.", "1.2 million"),
        ("how many of the 30 came", "Of 30 members only 12 came.", "12"),
        ("how many days is it open", "It is open for 20 days.", "20"),
        ("when does it open", "It was due to open on 3 May; it will now open on 7 June.", "7 June"),
        ("when is the final", "It is played on 16 May instead of 2 May.", "16 May"),
    ],
)
def test_the_only_time_or_number_is_exact(question: str, sentence: str, exact: str) -> None:
    span = exact_words(question, sentence)
    assert span is not None
    assert sentence[slice(*span)] == exact


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did it close?", "It closed in May and opened in June."),
        ("When did it close?", "It closed after a storm."),
        ("how many boats sank", "Of 40 boats 23 sank."),
        ("how many boats sank in 1987", "In 1987 boats sank, one by one."),
        ("who closed it", "It closed in 1987."),
        ("how many goals did she score", "She scored twice, once from twenty metres."),
        ("when was it due", "It was due on 2 May, but will be played on 16 May."),
        ("", ""),
    ],
)
def test_what_is_not_sure_is_not_marked(question: str, sentence: str) -> None:
    assert exact_words(question, sentence) is None
