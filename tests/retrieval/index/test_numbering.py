from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.retrieval.index.numbering import number_lines

LINES = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n"), max_size=20)


@example([["a" * 8, "a" * 9, "a" * 16, "a" * 17, "aaaaaaab"], ["\0", "", "\0\0"]])
@given(st.lists(st.lists(LINES, min_size=1, max_size=8), max_size=6))
def test_lines_are_numbered_in_order_of_first_appearance(texts: list[list[str]]) -> None:
    joined = ["\n".join(lines) for lines in texts]
    distinct, numbers = number_lines(joined)
    every = [line for lines in texts for line in lines]
    assert distinct == list(dict.fromkeys(every))
    assert [distinct[number] for number in numbers.tolist()] == every


def test_many_lines_are_told_apart() -> None:
    lines = [
        f"{stem}{number}" for stem in ("word", "a-much-longer-word-") for number in range(50_000)
    ]
    distinct, numbers = number_lines(["\n".join(lines)] * 2)
    assert distinct == lines
    assert numbers.tolist() == list(range(len(lines))) * 2
