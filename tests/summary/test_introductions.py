from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.introductions import Introductions, is_of_protagonist
from bot.summary.sentences import candidates_of, sentences_of
from bot.summary.summary import summarise

if TYPE_CHECKING:
    from bot.articles.article import Article

OPENING = "The builder of the estate at Lune has handed in a smaller plan for the old meadow."


def introduced_by(text: str) -> list[tuple[int, ...]]:
    """Return for each sentence of an article those that introduce whom it names."""
    article = parse_article(text.encode(), "plan.txt")
    sentences = list(sentences_of((article, passage) for passage in article.passages))
    candidates = candidates_of(sentences, pack_for("en").analyser)
    return Introductions(candidates, article).among(range(len(candidates)))


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
    assert introduced_by(text) == [(), (), (1,) if leans else ()]


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("Oats are cheap in Hask, Zhou said in a speech in the town hall.", True),
        ("“Oats are cheap,” added Zhou in a speech in the town hall.", True),
        ("Zhou Mei Lan said that oats are cheap.", False),
        ("Oats are cheap in the town of Zhou on the river.", False),
    ],
)
def test_a_surname_that_stands_first_leans_on_the_sentence_that_introduces_somebody(
    sentence: str, *, leans: bool
) -> None:
    introduced = "Zhou Mei Lan, a director of the ministry of mills, was there."
    text = f"Smaller plan\n\n{OPENING}\n\n{introduced}\n\n{sentence}\n"
    assert introduced_by(text) == [(), (), (1,) if leans else ()]


def test_whom_the_headline_names_needs_no_introduction() -> None:
    text = (
        f"Rosewarne loses\n\n{OPENING}\n\nImke Rosewarne came.\n\nRosewarne said that it was late."
    )
    assert introduced_by(text) == [()] * 3


def test_each_of_several_is_introduced() -> None:
    named = "Imke Rosewarne, a naturalist, was there.\n\nLen Prideaux, a builder, was there too."
    text = f"Smaller plan\n\n{OPENING}\n\n{named}\n\nRosewarne said that Prideaux was wrong.\n"
    assert introduced_by(text) == [(), (), (), (1, 2)]


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


def _article(title: str) -> Article:
    text = (
        f"{title}\n\nMaud Ellery, who wrote novels in the harbour by night, died in her sleep.\n\n"
        "The harbour band played by night until the tide was out. "
        "The harbour gave her a job as a watch by night, so that she wrote novels by day.\n\n"
        + "Fishing boats have had to wait outside for the wind since the winter of the storms.\n\n"
        "Otters swam past the old quay while many people ate cake on the sunny bank of the river, "
        "and nobody in the town had seen so many of them since the year of the flood.\n"
    )
    return parse_article(text.encode(), "a.txt")


def _told_together(article: Article) -> list[bool]:
    """Return, for lengths at which “gave her” is told, whether what stands before it is too."""
    together = []
    for words in range(10, 60, 3):
        told = " ".join(s.text for s in summarise(article, pack_for("en"), words).sentences)
        if "gave her" in told:
            together.append("harbour band" in told)
    return together


def test_she_may_stand_alone_for_whom_the_whole_article_is_about() -> None:
    assert not all(_told_together(_article("Maud Ellery, who wrote novels by night, dies")))


def test_she_is_told_with_the_sentence_before_where_the_headline_names_nobody() -> None:
    together = _told_together(_article("Novels of the harbour by night"))
    assert together
    assert all(together)


def test_whoever_is_called_by_a_surname_is_introduced_before() -> None:
    text = (
        "Smaller plan for the meadow\n\n"
        f"{OPENING}\n\n"
        "Fishing boats have had to wait outside for the wind since the winter of the storms.\n\n"
        "Newts are counted at night, with a lamp, by the naturalist Imke Rosewarne.\n\n"
        "Otters swam past the old quay while many people ate cake on the sunny bank of the river, "
        "and nobody in the town had seen so many of them since the year of the flood.\n\n"
        "Rosewarne said that a smaller plan for the meadow of Lune was still a plan.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    told = [
        " ".join(s.text for s in summarise(article, pack_for("en"), words).sentences)
        for words in range(10, 60, 3)
    ]
    named = [one for one in told if "Rosewarne said" in one]
    assert named
    assert all("the naturalist Imke Rosewarne" in one for one in named)


def test_the_first_paragraph_introduces_nobody_unless_its_sentence_is_shown() -> None:
    text = (
        "Smaller plan for the meadow of Lune\n\n"
        f"{OPENING} Newts are counted at night, with a lamp, by the naturalist Imke Rosewarne.\n\n"
        "Fishing boats have had to wait outside for the wind since the winter of the storms.\n\n"
        "Otters swam past the old quay while many people ate cake on the sunny bank of the river, "
        "and nobody in the town had seen so many of them since the year of the flood.\n\n"
        "Rosewarne said that a smaller plan for the meadow of Lune was still a plan.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    for words in range(10, 60, 3):
        told = " ".join(s.text for s in summarise(article, pack_for("en"), words).sentences)
        assert "Rosewarne said" not in told or "the naturalist Imke Rosewarne" in told


@pytest.mark.parametrize(("title", "alone"), [("Ndiaye and Rourke", False), ("Ndiaye", True)])
def test_she_may_stand_alone_only_for_one_whom_the_headline_names(
    title: str, *, alone: bool
) -> None:
    text = (
        f"{title}\n\nAwa Ndiaye won the race on Saturday, while Niamh Rourke left it.\n\n"
        "It was a cold day. From the Passo Lune her front wheel left the road.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    *_, last = sentences_of((article, passage) for passage in article.passages)
    assert is_of_protagonist(last.quote) == alone


def test_a_surname_whose_introduction_takes_too_many_sentences_is_left_out() -> None:
    chain = "He said that it was late. She said that it was not. They said so too."
    text = (
        f"Smaller plan\n\n{OPENING}\n\nIt rained. {chain} "
        "She pointed to the naturalist Imke Rosewarne, who was there.\n\n"
        "Rosewarne said that the smaller plan for the old meadow of the estate was too large.\n\n"
        + "Otters swam past the old pier while many people ate cake on the sunny bank. "
        * 3
    )
    article = parse_article(text.encode(), "a.txt")
    for words in range(10, 90, 5):
        told = " ".join(s.text for s in summarise(article, pack_for("en"), words).sentences)
        assert "Rosewarne said" not in told
