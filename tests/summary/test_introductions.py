from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.introductions import unintroduced
from bot.summary.sentences import candidates_of, sentences_of
from bot.summary.summary import summarise

OPENING = "The builder of the estate at Lune has handed in a smaller plan for the old meadow."


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("Dr Rosewarne said that the group would oppose the smaller plan as well.", True),
        ("The plan was too large for a town of that size, Rosewarne told the council.", True),
        ("Imke Rosewarne said that the group would oppose the smaller plan as well.", False),
        ("Dr Prideaux said that the group would oppose the smaller plan as well.", False),
        ("The meadow at Lune has been grazed by the ponies of one family for years.", False),
        ("A man from the Shambles said that he would sooner live in a tent than there.", False),
    ],
)
def test_a_surname_alone_leans_on_the_sentence_that_introduces_somebody(
    sentence: str, *, leans: bool
) -> None:
    introduced = "Dr Imke Rosewarne, a naturalist of Cooper's Lane and the Shambles, was there."
    text = f"Smaller plan\n\n{OPENING}\n\n{introduced}\n\n{sentence}\n"
    article = parse_article(text.encode(), "plan.txt")
    sentences = list(sentences_of((article, passage) for passage in article.passages))
    candidates = candidates_of(sentences, pack_for("en").analyser)
    assert unintroduced(candidates, article) == [False, False, leans]


def test_whom_the_headline_names_needs_no_introduction() -> None:
    text = (
        f"Rosewarne loses\n\n{OPENING}\n\nImke Rosewarne came.\n\nRosewarne said that it was late."
    )
    article = parse_article(text.encode(), "plan.txt")
    sentences = list(sentences_of((article, passage) for passage in article.passages))
    assert not any(unintroduced(candidates_of(sentences, pack_for("en").analyser), article))


@pytest.mark.parametrize(
    "leaning",
    [
        "Eleven trawlers have been held in the port of Zmeyn since then, with 63 men aboard.",
        "The money for that comes from a grant of the ministry of housing, the council said.",
        "During that time the whole of the pier at Lune will be closed to the public, it said.",
        "In the second case, the council asks the region to apply the sentence of the court.",
        "Two from the harbour at Lune went out and were lost with thirteen men in the storm.",
    ],
)
def test_what_only_the_sentence_before_explains_is_not_quoted_alone(leaning: str) -> None:
    rain = "It had been raining for a week in the hills above the town, and nobody went out."
    text = f"The pier at Lune\n\n{OPENING}\n\n{rain}\n\n{leaning}\n\n{OPENING} So it said.\n"
    article = parse_article(text.encode(), "pier.txt")
    for words in range(10, 60, 5):
        told = [quote.text for quote in summarise(article, pack_for("en"), words).sentences]
        assert leaning not in told or rain in told
