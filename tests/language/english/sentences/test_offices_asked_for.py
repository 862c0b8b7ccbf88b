"""Whether a sentence names the office whose holder is asked for."""

from __future__ import annotations

import pytest

from bot.language.english.sentences.offices_asked_for import lacks_office


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is tarvias pm", "Tarvia's Minister of Justice, Olin Brandt, will meet the police."),
        ("Who's the prime minister of Tarvia?", "The finance minister, Ida Roe, left on Monday."),
        ("who is the mayor of Saltmere now", "Saltmere's harbour master, Tom Vane, retires."),
        ("and who was the king?", "Duke Aldo opened the session."),
    ],
)
def test_the_holder_of_another_office_is_no_answer(question: str, sentence: str) -> None:
    assert lacks_office(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is tarvias pm", "Prime Minister Lena Holt said so."),
        ("who is the prime minister of Tarvia", "Lena Holt, Tarvia's premier, said so."),
        ("who is the president of the club", "Ida Roe took the presidency in May."),
        ("who is the boss of the club", "Ida Roe runs it."),
        ("who is the president's brother", "Olin Brandt is a baker."),
        ("who did the mayor meet", "She met Tom Vane."),
    ],
)
def test_what_names_the_office_is_not_doubted(question: str, sentence: str) -> None:
    assert not lacks_office(question, sentence)
