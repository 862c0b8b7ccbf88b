"""Animals that are called as people are."""

from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library

PAD = "It rained on and on in the whole of the town."


def names(title: str, text: str) -> list[str]:
    article = parse_article(f"{title}\n\n{text} {PAD}\n".encode(), "a.txt")
    return [person.name for person in Library([article]).who().people]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She fed the goat Gerald. Later Gerald slept, and Gerald woke.", []),
        ("She fed Gerald, a goat of four. Later Gerald slept, and Gerald woke.", []),
        ("She fed Gerald the pygmy goat. Later Gerald slept, and Gerald woke.", []),
        ("Her dog, Oscar, barked. Then Oscar slept, and Oscar woke.", []),
        ("A cat called Oscar came in. Then Oscar slept, and Oscar woke.", []),
        ("She met Gerald, a goat farmer. Later Gerald slept, and Gerald woke.", ["Gerald"]),
        ("He left his dog with Gerald. Later Gerald slept, and Gerald woke.", ["Gerald"]),
        ("The seal Ann Lee saw swam away. Ann Lee said so.", ["Ann Lee"]),
    ],
)
def test_what_a_kind_of_animal_stands_beside_is_nobody(text: str, found: list[str]) -> None:
    assert names("A title", text) == found


def test_whom_a_headline_on_an_animal_is_about_is_nobody_unless_it_speaks() -> None:
    story = "They came for Gerald. The shaggy four-year-old ate a hat, and Gerald ate a scarf."
    owner = "Farmer Elwyn Strachan, who gave Gerald away, said that he was sad."
    assert names("Pupils' goat is banned", f"{story} {owner}") == ["Elwyn Strachan"]
    assert "Gerald" in names("Pupils' walk is banned", f"{story} {owner}")
    assert "Gerald" in names("Pupils' goat is banned", f"{story} “No,” said Gerald.")
