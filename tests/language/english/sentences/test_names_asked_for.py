from __future__ import annotations

import pytest

from bot.language.english.sentences.names_asked_for import lacks_name


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("which hotel was Marsh arrested in", "Police say Marsh was found in a hotel on Monday."),
        ("what brand of soap do they use", "A bird that arrives is not washed straight away."),
        ("Which song did she sing last?", "“The song was an old one,” she said on Friday."),
    ],
)
def test_a_sentence_without_a_name_tells_of_none(question: str, sentence: str) -> None:
    assert lacks_name(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("which hotel was Marsh arrested in", "Marsh was found at the Meridian on Monday."),
        ("which airline lost the bag", "Kestrel said that it was sorry."),
        ("which band is touring", "It is O'Hara's band."),
        ("what did the hotel say", "A spokesman said nothing."),
        ("which of the hotels is cheaper", "The one by the sea is cheaper."),
        ("what happened at school", "A lamp fell from the ceiling."),
        ("which hand did she hurt", "It was her left hand."),
    ],
)
def test_else_nothing_is_missing(question: str, sentence: str) -> None:
    assert not lacks_name(question, sentence)
