from __future__ import annotations

import pytest

from bot.language.english.sentences.other_holders import names_another_holder


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor at the time, Edwin Sallow, was there.",
        "Deputy mayor Ruth Tennick was there.",
        "The former Labour mayor Ann Lee was there.",
        "Ex-mayor Ann Lee was there, and so was the then mayor, Edwin Sallow.",
        "The mayor-elect, Noor Haddad, was there.",
        "The next mayor will be Noor Haddad.",
        "The acting mayor, Ann Lee, was there.",
        "Interim mayor Ann Lee was there.",
    ],
)
@pytest.mark.parametrize(
    "question", ["who is the mayor?", "whos mayor of penholm", "penholm mayor"]
)
def test_who_held_an_office_or_will_or_stands_in_is_not_its_holder(
    question: str, sentence: str
) -> None:
    assert names_another_holder(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who is the mayor?", "Mayor Ann Lee was there."),
        (
            "who is the mayor?",
            "The former mayor, Edwin Sallow, and the mayor, Ann Lee, were there.",
        ),
        ("who is the mayor?", "The former banker and mayor Ann Lee was there."),
        ("who is the mayor?", "Next to the mayor, Ann Lee, stood a dog."),
        ("who is the acting mayor?", "The acting mayor, Ann Lee, was there."),
        ("who was the mayor?", "The mayor at the time, Edwin Sallow, was there."),
        ("who is the deputy mayor?", "Deputy mayor Ruth Tennick was there."),
        ("who is the next mayor?", "The next mayor will be Noor Haddad."),
        ("who is the tallest?", "The former tallest tower was there."),
        ("where is the mayor?", "Deputy mayor Ruth Tennick was there."),
        ("what did the mayor say?", "Deputy mayor Ruth Tennick was there."),
    ],
)
def test_else_nobody_says_that_it_is_another(question: str, sentence: str) -> None:
    assert not names_another_holder(question, sentence)
