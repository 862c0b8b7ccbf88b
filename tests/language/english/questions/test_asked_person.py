from __future__ import annotations

import pytest

from bot.language.english.questions.asked_person import asked_person


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is ann lee", "ann lee"),
        ("Who's Ann Lee?", "Ann Lee"),
        ("whos lee again", "lee"),
        ("who tf is ann lee", "ann lee"),
        ("who was Ann-Marie O’Dwyer??", "Ann-Marie O’Dwyer"),
    ],
)
def test_who_somebody_is_is_asked_by_name(question: str, name: str) -> None:
    asked = asked_person(question)
    assert asked is not None
    assert (asked.name, asked.wants, asked.by_role) == (name, "role", False)
    assert asked.names == (name,)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how old is ann lee", "ann lee"),
        ("how old was Lee?", "Lee"),
        ("what age is ann", "ann"),
        ("whats ann lee's age", "ann lee"),
        ("ann lee age", "ann lee"),
    ],
)
def test_how_old_somebody_is_is_asked_by_name(question: str, name: str) -> None:
    asked = asked_person(question)
    assert asked is not None
    assert (asked.name, asked.wants, asked.by_role) == (name, "age", False)


@pytest.mark.parametrize(
    "question",
    [
        "who is the captain now",
        "who is he",
        "who was sent off in the match",
        "how old was ann when she swam",
        "how old are you",
        "who is ann lee and why was she fined",
        "at what age did lee marry",
    ],
)
def test_who_asks_for_more_or_by_no_name_asks_for_no_person(question: str) -> None:
    assert asked_person(question) is None


@pytest.mark.parametrize(
    ("question", "name", "wants"),
    [
        ("who's the finance director?", "finance director", "role"),
        ("how old is the captain", "captain", "age"),
    ],
)
def test_who_is_something_is_asked_by_what_they_are(question: str, name: str, wants: str) -> None:
    asked = asked_person(question)
    assert asked is not None
    assert (asked.name, asked.wants, asked.by_role) == (name, wants, True)


def test_who_is_something_asks_for_the_present_holder_first_and_who_was_does_not() -> None:
    now, then = asked_person("who is the mayor"), asked_person("who was the mayor")
    assert now is not None
    assert then is not None
    assert "current mayor" in now.names
    assert now.names[-1] == "mayor"
    assert then.names == ("mayor",)
