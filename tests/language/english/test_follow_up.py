from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library
from tests.conftest import BRIDGE, OTTERS

ENGLISH = pack_for("en")
LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)
BEFORE = "When did the harbour bridge reopen?"


@pytest.mark.parametrize(
    "question", ["and Iran?", "What about Iran?", "Iran?", "What did it cost?", "and why?", "Why?"]
)
def test_what_can_not_stand_alone_is_completed(question: str) -> None:
    assert ENGLISH.complete(question, "What does China supply to Russia?") == (
        f"{question} (China supply Russia)"
    )


@pytest.mark.parametrize(
    "question",
    ["And who is Priya Nair?", "Who is Rubio?", "What did the city pay for it all?"[:26]],
)
def test_what_can_stand_alone_is_left_as_it_is(question: str) -> None:
    assert ENGLISH.complete(question, BEFORE) == question


def test_a_follow_ups_own_terms_count_first() -> None:
    assert "4.5 million" in LIBRARY.ask("and the cost?", after=BEFORE).hits[0].passage.text
    assert "reopened on Saturday" in LIBRARY.ask(BEFORE).hits[0].passage.text


def test_nothing_is_said_twice() -> None:
    whole = ENGLISH.complete("and the bridge?", BEFORE)
    assert whole == "and the bridge? (harbour reopen)"
