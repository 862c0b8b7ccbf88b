"""Roles that stand before several, behind a verb or within a longer phrase."""

from __future__ import annotations

import pytest

from tests.people.test_people import library

PAD = "It rained for hours and hours in the whole of the town."


def roles(text: str, name: str) -> list[str]:
    (person,) = (p for p in library(f"{text} {PAD}").who().people if p.name == name)
    return [role.text for role in person.roles]


def test_a_role_in_the_plural_is_of_everybody_in_the_list() -> None:
    text = "It was drawn by the former England players Karen Stanier, Des Whitlock and Ann Lee."
    for name in ("Karen Stanier", "Des Whitlock", "Ann Lee"):
        assert roles(text, name) == ["former England players"]
    assert roles("The players met Karen Stanier and Des Whitlock.", "Karen Stanier") == []
    assert roles("He told reporters Karen Stanier had won.", "Karen Stanier") == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The referee will be Victor Loughlin of Scotland.", "Victor Loughlin", "The referee"),
        (
            "Her husband in the film is Brendan Quill, 40.",
            "Brendan Quill",
            "husband in the film",
        ),
        ("It is led by a retired farmer called Ann Lee.", "Ann Lee", "retired farmer"),
        ("For Rovers' oldest member, Ann Lee, it was late.", "Ann Lee", "Rovers' oldest member"),
        ("It brought in its own chief engineer, Ann Lee.", "Ann Lee", "chief engineer"),
        (
            "The yard's accountant, one Mr Julian Peake, sat.",
            "Julian Peake",
            "The yard's accountant",
        ),
        ("The work is by Ann Lee, who drew 2,300 sheets.", "Ann Lee", "who drew 2,300 sheets"),
        ("They killed the second engineer, Ann Lee of Iloilo.", "Ann Lee", "second engineer"),
        ("Ann Lee of the firm Burgoyne Hale said no.", "Ann Lee", "of the firm Burgoyne Hale"),
    ],
)
def test_a_role_is_whole(text: str, name: str, role: str) -> None:
    assert roles(text, name)[0] == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They are singer Ann Lee, bassist Lise Morrow and drummer Bo Ek.", "Lise Morrow"),
        (
            "The bass is by Lise Morrow, 40, and Ann Lee's daughter, Jo Lee, 12, sings.",
            "Lise Morrow",
        ),
        ("The owner named Lise Morrow as coach.", "Lise Morrow"),
        ("The coach was Lise Morrow's father.", "Lise Morrow"),
    ],
)
def test_what_is_of_somebody_else_is_no_role(text: str, name: str) -> None:
    assert roles(text, name) in ([], ["bassist"])
