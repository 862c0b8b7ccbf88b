from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.articles.storable import storable


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=50))
def test_whatever_is_stored_can_be_written_and_keeps_what_was_fine(text: str) -> None:
    stored = storable(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored
    assert storable(stored) == stored


def test_half_of_a_pair_becomes_a_question_mark_and_nul_goes() -> None:
    assert storable("a\ud83d b\0c 😀") == "a? bc 😀"
