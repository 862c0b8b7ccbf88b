"""Nouns that call again what a verb told, as *the decision*."""

from __future__ import annotations

import pytest

from bot.language.packs import pack_for

PACK = pack_for("en")


def taken_up(sentence: str, earlier: str) -> list[str]:
    """Return the nouns that a sentence takes up from an earlier one."""
    return [noun for noun, told in PACK.taken_up(sentence) if told.search(earlier)]


@pytest.mark.parametrize(
    ("sentence", "earlier", "noun"),
    [
        ("The suit says that the mill hid its debts.", "Orr began litigation in Hask.", "suit"),
        ("The drivers' decision came at noon.", "The drivers decided to stay at home.", "decision"),
        ("The long strike cost the port a million.", "The crews walked out in May.", "strike"),
        ("This purchase was the third in a year.", "Bell bought the mills of Lune.", "purchase"),
        ("The resignation came by letter.", "The mayor stepped down on Monday.", "resignation"),
    ],
)
def test_an_event_leans_on_the_sentence_that_tells_it(
    sentence: str, earlier: str, noun: str
) -> None:
    assert taken_up(sentence, earlier) == [noun]


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("The decision to close the quay came at noon.", "The drivers decided to stay at home."),
        ("The sale of the mills was the third.", "Bell sold the ferry."),
        ("The suit says that the mill hid its debts.", "The mill lies in the valley of Lune."),
        ("A decision came at noon.", "The drivers decided to stay at home."),
        ("The strike pay came at noon.", "The mill lies in the valley."),
    ],
)
def test_an_event_that_says_itself_which_or_was_not_told_leans_on_none(
    sentence: str, earlier: str
) -> None:
    assert taken_up(sentence, earlier) == []
