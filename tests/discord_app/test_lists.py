"""``/articles``, ``/help`` and the list of ``/who``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.conftest import open_newsroom
from tests.discord_app.reading import button, fields, read

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.conftest import Newsroom

FIRST = ("Ann", "Ben", "Cyd", "Dora", "Emil", "Fritz", "Gina", "Hugo", "Ida", "Jan")
LAST = ("Adams", "Baker", "Carter")


@pytest.fixture
async def large(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """Yield a bot over twelve articles and thirty people."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    people = [f"{first} {last}" for last in LAST for first in FIRST]
    for number in range(12):
        named = ". ".join(f"Mr. {name} said so on Monday" for name in people[number::12])
        (corpus / f"a{number:02}.txt").write_text(f"Article number {number}\n\n{named}.\n")
    async with open_newsroom(corpus, tmp_path / "footnote.db") as room:
        yield room


async def test_lists_the_articles_in_pages_with_a_summary_behind_each_button(
    large: Newsroom,
) -> None:
    await large.reader.slash(large.channel, "articles")
    first = large.last
    assert "**1.** Article number 0" in read(first)
    assert "-# Page 1 of 3 · 12 articles" in read(first)
    await large.restart()
    await large.reader.click(first, custom_id=button(first, "next"))
    assert "**6.** Article number 5" in read(large.last)
    summary = await large.editor.click(large.last, custom_id="fn:sum:a05")
    assert summary.ephemeral
    assert summary.response is not None
    assert "Article number 5" in read(summary)


async def test_everybody_is_listed_in_pages_that_only_the_asker_turns(large: Newsroom) -> None:
    await large.reader.slash(large.channel, "who")
    first = large.last
    assert "-# Page 1 of 2" in read(first)
    refused = await large.editor.click(first, custom_id=button(first, "next"))
    assert refused.response is not None
    assert "Only the member who asked" in read(refused)
    await large.restart()
    await large.reader.click(first, custom_id=button(first, "next"))
    assert "-# Page 2 of 2" in read(large.last)
    assert read(large.last) != read(first)


async def test_a_summary_of_an_article_that_is_gone_says_so(newsroom: Newsroom) -> None:
    await newsroom.reader.slash(newsroom.channel, "articles")
    listed = newsroom.last
    assert "3 passages" in read(listed)
    (newsroom.corpus / "otters.txt").unlink()
    await newsroom.librarian.reload()
    gone = await newsroom.reader.click(listed, custom_id="fn:sum:otters")
    assert gone.response is not None
    assert "no longer here" in read(gone)


async def test_help_explains_in_six_lines_with_examples_that_work(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "help")
    assert result.response is not None
    title, lines = read(result).partition("\n")[::2]
    assert title == "### Footnote"
    assert len(lines.partition("\n\n")[0].splitlines()) == 6
    example = next(line.strip("`") for line in fields(result)["Try"].splitlines() if "/ask" in line)
    question = example.removeprefix("/ask question:")
    found = await newsroom.reader.slash(newsroom.channel, "ask", question=question)
    assert found.response is not None
    assert "sure" in read(found)
