"""A summary that tells one side of a dispute tells the other."""

from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.summary import summarise

PACK = pack_for("en")


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The union of the crews wants nine per cent this year.", "charges"),
        ("Surgeons accuse the trust of having ignored the mould.", "charges"),
        ("The union said that its members had not had a rise since 2018.", "charges"),
        ("The company has offered four per cent and a bonus.", "answers"),
        ("The head of the railway called the strike a sledgehammer.", "answers"),
        ("A spokesman denied that anybody had been hurt.", "answers"),
        ("The union accuses the firm of a trick, which it denies.", None),
        ("The quay was lined with lorries on Monday morning.", None),
        ("The firm wants to mend the quay in the spring.", None),
    ],
)
def test_demands_and_answers_are_told_apart(sentence: str, side: str | None) -> None:
    assert PACK.side_of(sentence) == side


def told_of(demand: str) -> str:
    """Return a summary of an article on a strike, in which the company offers something."""
    text = (
        "Crews strike\n\nThe crews of the ferries of Lune began a strike on Monday morning.\n\n"
        f"{demand}\n\n"
        "On the quay of Lune lorries of the morning waited for the ferries of Monday.\n\n"
        "The lorries on the quay of Lune had fish for the morning market of the town.\n\n"
        "Otters swam past the old pier while many people ate cake on the sunny bank.\n\n"
        "Ferro has offered twelve crates of lemons to the crews of the ferries.\n\n"
        "Nobody in the town had seen so many of them since the year of the great flood.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    return " ".join(quote.text for quote in summarise(article, PACK, 48).sentences)


@pytest.mark.parametrize(("said", "told"), [("wants", True), ("got", False), ("“wants”", False)])
def test_what_is_offered_is_told_where_the_demand_is(said: str, *, told: bool) -> None:
    demand = f"The union of the crews of the ferries of Lune {said} nine per cent this year."
    assert ("offered twelve" in told_of(demand)) == told
