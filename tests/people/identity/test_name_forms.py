from __future__ import annotations

import pytest

from bot.people.identity.name_forms import same_person, surname_keys


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("john kerry", "john f. kerry", True),
        ("j. kerry", "john kerry", True),
        ("john f. kerry", "john forbes kerry", True),
        ("john g. kerry", "john forbes kerry", False),
        ("john kerry", "jane kerry", False),
        ("john kerry", "john carey", False),
        ("john kerry jr", "john kerry", True),
        ("kerry", "john kerry", False),
    ],
)
def test_forms_of_one_name(first: str, second: str, *, same: bool) -> None:
    one, other = tuple(first.split()), tuple(second.split())
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("ursula von der leyen", {"leyen", "der leyen", "von der leyen"}),
        ("leung kwok-hung", {"kwok-hung", "leung"}),
        ("ann lee", {"lee"}),
        ("pele", {"pele"}),
    ],
)
def test_how_news_calls_a_person_again(name: str, keys: set[str]) -> None:
    assert surname_keys(tuple(name.split())) == keys
