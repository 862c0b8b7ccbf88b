"""Questions for a count, and the sentences that may answer them."""

from __future__ import annotations

import pytest

from bot.language.packs import pack_for


def test_a_part_of_them_does_not_say_how_many_they_are() -> None:
    shape = pack_for("de").shape_of("Wie viele Einwohner hat der Ort?")

    assert shape
    assert shape.pattern.search("Der Ort hat 312 Einwohner.")
    assert not shape.pattern.search("Im Winter ging ein Drittel der Einwohner.")


@pytest.mark.parametrize("number", ["خمسة", "عشرة", "خمسين"])
def test_an_arabic_number_is_not_taken_for_a_part(number: str) -> None:
    """*Five* and *ten* are written like *a fifth* and *a tenth*."""
    shape = pack_for("ar").shape_of("كم عاملا هناك؟")

    assert shape
    assert shape.pattern.search(f"هناك {number} عاملا.")
