"""A server's own articles as files that Footnote reads again."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.sources.errors import SourceError
from bot.sources.export import exported, markdown_of
from tests.conftest import BRIDGE, OTTERS

ARTICLE = parse_article(BRIDGE.encode(), "bridge.md")


def test_an_article_comes_back_as_it_was() -> None:
    again = parse_article(markdown_of(ARTICLE).encode(), "bridge.md")
    assert again.passages == ARTICLE.passages
    for name in ("title", "source", "author", "date", "url", "language"):
        assert getattr(again, name) == getattr(ARTICLE, name)


@given(st.text("#*_`[]()<>~|&;:-+=.012\\ ab\"'!$/@{}%^", max_size=12))
@example("# ")
@example("[^1]")
@example("[^a]: ")
@example("1. ")
@example("=== ")
@example("<b>*x*</b> &amp; ~~y~~ [z](u)")
def test_signs_that_mean_something_in_markdown_come_back_as_they_were(signs: str) -> None:
    text = f"{signs} is how it begins, he said.\n\nThe mayor wrote {signs} on the wall."
    article = parse_article(f"Harbour bridge reopens\n\n{text}".encode(), "bridge.txt")
    again = parse_article(markdown_of(article).encode(), "bridge.md")
    before, after = (
        # Markdown has one space where there are several.
        [(one.number, " ".join(one.text.split())) for one in read.passages]
        for read in (article, again)
    )
    assert after == before


def test_a_title_cannot_leave_the_front_matter() -> None:
    odd = replace(ARTICLE, title='A: "b"\n---\n# c', author="- x")
    again = parse_article(markdown_of(odd).encode(), "bridge.md")
    assert again.passages == ARTICLE.passages
    assert again.author == "- x"


def test_every_article_is_a_file_of_its_own() -> None:
    articles = [ARTICLE, ARTICLE, parse_article(OTTERS.encode(), "otters.txt")]
    with zipfile.ZipFile(io.BytesIO(exported(articles, 100_000))) as archive:
        assert archive.namelist() == [
            "harbour-bridge-reopens-after-nine-months.md",
            "harbour-bridge-reopens-after-nine-months.2.md",
            "otters-return-to-the-river-lune.md",
        ]


def test_what_is_too_large_for_a_message_is_refused() -> None:
    with pytest.raises(SourceError, match="one source at a time"):
        exported([ARTICLE], 300)
