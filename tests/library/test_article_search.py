from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library.article_choice import UnknownArticleError
from bot.library.article_search import ArticleSearch
from bot.library.library import Library

TITLES = {
    "harbour-bridge-reopens": "Harbour bridge reopens after nine months",
    "ferry-strike-day-3": (
        "Ferry strike enters its third week as talks between the islands' council and the "
        "seafarers' union break down over pay, rosters and a promised second vessel"
    ),
    "otters": "Otters are back in the Lune",
    "elections": "Élections : le second tour sera serré",
}


@pytest.fixture(scope="module")
def library() -> Library:
    body = "\n\nOne sentence about it stands here. Another one stands beside it.\n"
    return Library(
        [parse_article(f"# {title}{body}".encode(), f"{name}.md") for name, title in TITLES.items()]
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbour-bridge-reopens", "harbour-bridge-reopens"),
        ("Harbour bridge reopens after nine months", "harbour-bridge-reopens"),
        ("harbour bridge", "harbour-bridge-reopens"),
        ("bridge-reop", "harbour-bridge-reopens"),
        ("nine months", "harbour-bridge-reopens"),
        ("fery", "ferry-strike-day-3"),
        ("fery strik", "ferry-strike-day-3"),
        ("strike ferry", "ferry-strike-day-3"),
        ("day-3", "ferry-strike-day-3"),
        ("OTTER", "otters"),
        ("elections second tour", "elections"),
    ],
)
def test_an_article_is_found_by_its_title_its_id_or_a_part(
    library: Library, typed: str, meant: str
) -> None:
    assert library.summary(typed).article.id == meant
    offered = library.titles.complete(typed, 25)
    assert library.articles[offered[0]].id == meant


@pytest.mark.parametrize(
    "typed", ["penguins", "@everyone", "", " ", "-", "../secret", "zz", "é" * 999, "ab\ud83d" * 9]
)
def test_what_is_like_no_article_is_refused(library: Library, typed: str) -> None:
    with pytest.raises(UnknownArticleError, match="no article is called"):
        library.summary(typed)


def test_before_anything_is_typed_the_first_are_offered(library: Library) -> None:
    assert library.titles.complete("", 3) == [0, 1, 2]
    assert ArticleSearch(()).complete("ferry", 3) == []
    assert ArticleSearch(()).find("ferry") is None
