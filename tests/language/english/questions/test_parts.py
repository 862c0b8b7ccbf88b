from __future__ import annotations

import pytest

from bot.language.packs import pack_for

ENGLISH = pack_for("en")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("tram cost and opening", ("tram cost", "tram opening")),
        ("Lukaku or Kane", ("Lukaku", "Kane")),
        ("Lukaku vs Kane?", ("Lukaku", "Kane")),
        ("When and where does it open?", ("When does it open?", "where does it open?")),
        (
            "how old is she and who is her lawyer?",
            ("how old is she", "who is her lawyer?"),
        ),
        ("When does it open? Who paid?", ("When does it open?", "Who paid?")),
        (
            "Who are Ann Lee and Priya Nair?",
            ("Who are Ann Lee?", "Who are Priya Nair?"),
        ),
    ],
)
def test_several_things_are_asked(question: str, parts: tuple[str, ...]) -> None:
    assert ENGLISH.parts(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Who won the cup?",
        "Did Rovers win and go to the top?",
        "How much were bread and butter?",
        "What did she say?",
        "and",
        "",
        "? ? ?",
    ],
)
def test_one_thing_is_asked(question: str) -> None:
    assert ENGLISH.parts(question) == ()
