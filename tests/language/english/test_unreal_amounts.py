from __future__ import annotations

import pytest

from bot.language.english.unreal_amounts import gives_only_unreal_amount


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much is Orr & Lee paying for the mill", "It might have paid as much as 95 million."),
        ("how much did the bridge cost", "Analysts had thought that it might cost 40 million."),
        ("how many came", "Had it been dry, thousands would have come."),
    ],
)
def test_what_might_be_does_not_say_what_is(question: str, sentence: str) -> None:
    assert gives_only_unreal_amount(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "how much is Orr & Lee paying for the mill",
            "It pays 70 million, and might have paid 95 million.",
        ),
        ("how much might it have paid", "It might have paid as much as 95 million."),
        (
            "how many chances were missed",
            "She counted 61 days on which somebody could have stopped it.",
        ),
        ("how much did it cost", "It could have been worse."),
        ("who paid", "Orr might have paid 95 million."),
    ],
)
def test_else_an_amount_is_real(question: str, sentence: str) -> None:
    assert not gives_only_unreal_amount(question, sentence)
