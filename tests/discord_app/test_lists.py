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


async def test_a_card_is_opened_from_the_list_by_menu(large: Newsroom) -> None:
    await large.reader.slash(large.channel, "who")
    listed = large.last
    await large.restart()
    card = await large.editor.select(listed, ["ben-adams"], custom_id="fn:person")
    assert card.ephemeral
    assert read(card).startswith("### Ben Adams")
    for file in large.corpus.iterdir():
        file.unlink()
    await large.librarian.reload()
    gone = await large.editor.select(listed, ["ben-adams"], custom_id="fn:person")
    assert "no longer name that person" in read(gone)


@pytest.fixture
async def dated(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """Yield a bot over seven articles of two sources."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for day in range(1, 8):
        source = "City News" if day % 2 else "Island Post"
        (corpus / f"a{day}.md").write_text(
            f"---\ntitle: Ferry talks, day {day}\nsource: {source}\ndate: 2026-11-0{day}\n---\n\n"
            "The talks went on for a whole day. Nobody knows how they will end.\n"
        )
    (corpus / "otters.txt").write_text("Otters are back\n\nOtters were seen in the river Lune.\n")
    async with open_newsroom(corpus, tmp_path / "footnote.db") as room:
        yield room


async def test_articles_are_listed_newest_first_and_searched_also_on_the_next_page(
    dated: Newsroom,
) -> None:
    await dated.reader.slash(dated.channel, "articles")
    assert "**1.** Ferry talks, day 7" in read(dated.last)
    await dated.reader.slash(dated.channel, "articles", search="ferry TALKS")
    first = dated.last
    assert "-# Page 1 of 2 · 7 articles" in read(first)
    await dated.restart()
    await dated.reader.click(first, custom_id=button(first, "next"))
    assert "**7.** Ferry talks, day 1" in read(dated.last)
    assert "Otters" not in read(dated.last)
    private = await dated.reader.slash(
        dated.channel, "articles", source="Island Post", private=True
    )
    assert private.ephemeral
    assert read(private).count("Island Post") == 3
    misspelt = await dated.reader.slash(dated.channel, "articles", search="oters")
    assert "Otters are back" in read(misspelt)
    nothing = await dated.reader.slash(dated.channel, "articles", search="penguins")
    assert "No article matches that." in read(nothing)
    offered = await dated.reader.autocomplete(dated.channel, "articles", "source", "isl")
    assert [choice["name"] for choice in offered] == ["Island Post"]


async def test_a_summary_of_an_article_that_is_gone_says_so(newsroom: Newsroom) -> None:
    await newsroom.reader.slash(newsroom.channel, "articles")
    listed = newsroom.last
    assert "3 passages" in read(listed)
    (newsroom.corpus / "otters.txt").unlink()
    await newsroom.librarian.reload()
    gone = await newsroom.reader.click(listed, custom_id="fn:sum:otters")
    assert gone.response is not None
    assert "no longer here" in read(gone)


async def test_help_explains_in_seven_lines_with_examples_that_work(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "help")
    assert result.response is not None
    title, lines = read(result).partition("\n")[::2]
    assert title == "### Footnote"
    assert len(lines.partition("\n\n")[0].splitlines()) == 7
    example = next(line.strip("`") for line in fields(result)["Try"].splitlines() if "/ask" in line)
    question = example.removeprefix("/ask question:")
    found = await newsroom.reader.slash(newsroom.channel, "ask", question=question)
    assert found.response is not None
    assert "sure" in read(found)


async def test_the_help_names_the_commands_of_managers_to_managers_alone(
    newsroom: Newsroom,
) -> None:
    shown = read(await newsroom.editor.slash(newsroom.channel, "help"))
    assert "`/sources` adds its own articles" in shown
    shown = read(await newsroom.reader.slash(newsroom.channel, "help"))
    assert "`/ask`" in shown
    assert "/sources" not in shown
