"""Which English sentences deny a charge."""

from __future__ import annotations

import pytest

from bot.language.packs import pack_for

DENIES = pack_for("en").denies


@pytest.mark.parametrize(
    "sentence",
    [
        "The government in Tel Amra denied any involvement in the strike.",
        "Crake, 58, of Saddler's Wynd, denies arson endangering life.",
        "Despite the firm's denial on Monday that it would sell, many expect it to.",
        "The company has rejected the whole version of the union.",
        "She pleaded not guilty to two counts of fraud.",
        "The mayor dismissed these repeated claims of the opposition.",
    ],
)
def test_a_charge_is_denied(sentence: str) -> None:
    assert DENIES(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The reporters were denied access to the harbour.",
        "Why that is so is disputed.",
        "The court rejected their petition for a halt to the works.",
        "The manager was dismissed after eight defeats.",
    ],
)
def test_a_refusal_is_no_denial(sentence: str) -> None:
    assert not DENIES(sentence)
