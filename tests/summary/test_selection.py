"""What a summary's sentences lean on is shown before them."""

from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library


@pytest.mark.parametrize(
    ("earlier", "sentence", "noun"),
    [
        ("They rode in a steel capsule.", "The capsule had been borrowed.", "capsule"),
        ("Inflation fell to two per cent.", "Cheap gas is most of the drop, she said.", "drop"),
        ("Surgeons accuse the trust of neglect.", "The trust rejected the claim.", "claim"),
        ("A cook alleged that labels were changed.", "He called the claim false.", "claim"),
        ("Surgeons met on Monday.", "The trust rejected the claim.", None),
        ("They rode in the capsule.", "The capsule had been borrowed.", None),
        ("He gave a penalty which the match referee saw.", "The match ended at ten.", None),
        ("They rode in a steel capsule.", "The capsule of the museum was old.", None),
        ("They left early.", "Cheap gas is most of the drop, she said.", None),
    ],
)
def test_what_an_earlier_sentence_brings_up_is_known(
    earlier: str, sentence: str, noun: str | None
) -> None:
    taken_up = pack_for("en").taken_up(sentence)
    assert [one for one, told in taken_up if told.search(earlier)] == ([noun] if noun else [])


def test_what_a_sentence_begins_with_is_brought_up_before_it() -> None:
    text = (
        "Miners are rescued at Kessock\n\nFourteen miners were lifted to daylight at Kessock.\n\n"
        "Each of the miners of Kessock rode through the shaft in a steel capsule alone. "
        "Eleven minutes went by on every trip. "
        "The capsule had come from Sabran, where miners were lifted by the same means in 1979.\n\n"
        "Otters swam past the old pier while many people ate cake on the sunny bank.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    for words in range(8, 60, 3):
        summary = " ".join(s.text for s in Library([article]).summary(words=words).sentences)
        assert "The capsule" not in summary or "a steel capsule" in summary


def test_what_answers_a_speech_is_told_with_the_sentence_that_says_whose_it_is() -> None:
    text = (
        "Ferry crews strike\n\nThe crews of the ferries will strike for two days in December.\n\n"
        "“Our crews have missed enough winters,” said Carol Mbeki of the union of the crews. "
        "“They are away a third of the year. We would have talked at any hour of the night.”\n\n"
        "The company of the ferries rejected that account of what the crews had asked for.\n\n"
        "Otters swam past the old pier while many people ate cake on the sunny bank of the river, "
        "and nobody in the town had seen so many of them since the year of the flood.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    told = [
        [s.text for s in Library([article]).summary(words=words).sentences]
        for words in range(10, 60, 3)
    ]
    answered = [texts for texts in told if any("rejected" in text for text in texts)]
    assert answered
    assert all(any("Carol Mbeki" in text for text in texts) for texts in answered)
    assert not any("third of the year" in text for texts in told for text in texts)


def test_a_claim_is_rejected_behind_the_sentence_that_makes_it() -> None:
    text = (
        "Theatres of the hospital stay closed\n\n"
        "Three theatres of the hospital will stay closed until April, the trust said.\n\n"
        "Surgeons accuse the trust of having ignored the mould in the theatres for years. "
        "The dust of the tunnels was on the trays in the winter.\n\n"
        "The head of the trust of the hospital rejected the claim.\n\n"
        "Otters swam past the old pier while many people ate cake on the sunny bank of the river, "
        "and nobody in the town had seen so many of them since the year of the flood.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    told = [
        " ".join(s.text for s in Library([article]).summary(words=words).sentences)
        for words in range(10, 50, 3)
    ]
    assert any("rejected" in one for one in told)
    assert all("Surgeons accuse" in one for one in told if "rejected" in one)
