"""Which English sentences say *he* or *she* of somebody whom they don't name."""

from __future__ import annotations

import pytest

from bot.language.english.sentences.pronouns import has_pronoun_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "The government, which may name her successor, has not said whether she will stay.",
        "On the descent of the Passo Grigio her front wheel slid on a patch of snow.",
        "In the pause before the third map he made his players swap places.",
        "In a letter to the staff she said that the report had been kept from her.",
        "For each bird that reaches land alive, she reckons, five go down offshore.",
        "The growers of the valley didn't trust her at first.",
        "On Friday afternoon, while the recount was on, she drove her usual shift.",
        "“Ann Lee was right,” he said of the harbour.",
        "A can of the same brand was missing from his shed.",
    ],
)
def test_somebody_is_meant_whom_only_the_sentence_before_names(sentence: str) -> None:
    assert has_pronoun_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee said that she would not be in the harbour on Monday.",
        "A trainee looked for the file and said that she had found it empty.",
        "The microbiologist was told that her grant would end in May.",
        "Everybody who had a boat brought his nets to the quay.",
        "After his win in the first round, Ellis spoke to nobody.",
        "The harbour of Lune will be dredged in the spring.",
        "The harbour is closed, “and he knows it” is on the wall.",
    ],
)
def test_somebody_is_meant_who_is_named_or_nobody(sentence: str) -> None:
    assert not has_pronoun_alone(sentence)
