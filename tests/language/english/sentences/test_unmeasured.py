from __future__ import annotations

import pytest

from bot.language.english.sentences.unmeasured import lacks_measure


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how fast was the ferry going", "The ferry slid some 30 metres along the quay."),
        ("what was the score in the Velby game", "Velby scored twice in the last six minutes."),
        ("what colours are the flags", "There are two colours of flags."),
        ("how heavy is the bell", "The bell is the oldest in the county."),
        ("how hot was it", "It was the driest July for 40 years."),
        ("what time does the fair open", "The fair opens on Friday 11 December in the hall."),
        ("what's the fine for littering", "Littering is an offence under the bylaws."),
        ("how many pupils came", "The attic can be visited on Thursdays."),
    ],
)
def test_a_measure_is_lacking(question: str, sentence: str) -> None:
    assert lacks_measure(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how fast was the ferry going", "It was doing 12 knots."),
        ("how fast did she run it", "She ran it in just under four minutes."),
        ("what was the final score", "Velby won by three maps to two."),
        ("what was the score", "Velby 3 Orrin 2"),
        ("what was the score", "It ended goalless."),
        ("what colour is the flag", "The flag is a pale reddish cloth."),
        ("how heavy is the bell", "It weighs as much as a bus."),
        ("how heavy was the defeat", "They lost by 64 points to nil."),
        ("how hot was it", "It reached 34C in the shade."),
        ("what time do the roads reopen", "Roads are shut from eight until two."),
        ("what's the fine for littering", "Offenders pay £80."),
        ("how many flights had she done", "It was her fifth flight of the day."),
        ("how many pupils came", "Nobody came."),
        ("why is it red", "Because of the iron."),
    ],
)
def test_a_measure_is_given_or_not_asked_for(question: str, sentence: str) -> None:
    assert not lacks_measure(question, sentence)
