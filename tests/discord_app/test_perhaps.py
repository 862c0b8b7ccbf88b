from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.discord_app.shown.layout import UNSURE_COLOUR
from tests.discord_app.conftest import let_be_unsure
from tests.discord_app.reading import colour, read, told

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom

QUESTION = "Which dollars did the Roman emperor Augustus mint?"


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library find that its answers are uncertain."""
    let_be_unsure(monkeypatch)


@pytest.mark.usefixtures("unsure")
async def test_shows_the_sentences_that_may_answer_each_with_its_citation(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    assert not result.ephemeral
    assert colour(result) == UNSURE_COLOUR
    question, title, first, sentence, source, *_, last = read(result).splitlines()
    assert question == f"-# {QUESTION}"
    assert title == "### I'm not sure. This may be it:"
    assert first.startswith(
        "**1 · [Harbour bridge reopens after nine months](https://news.example.org/bridge#:~:text="
    )
    assert sentence == (
        "> **Mayor Ann Lee said the work had cost 4.5 million dollars.** “We paid every cent from "
        "the city's own budget,” she told reporters."
    )
    assert source.startswith("-# City News · Jane Roe")
    assert last == "-# Every word above is quoted; the bot is not sure"


@pytest.mark.usefixtures("unsure")
async def test_a_button_opens_each_passage_also_after_a_restart(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    await newsroom.restart()
    sections = [item for item in told(result).components[0]["components"] if item["type"] == 9]
    opener = sections[0]["accessory"]["custom_id"]
    assert opener.startswith("fn:open:bridge:")
    opened = await newsroom.editor.click(told(result), custom_id=opener)
    assert opened.ephemeral
    assert "**Mayor Ann Lee said the work had cost 4.5 million dollars.**" in read(opened)
    assert "may be it" in read(opened)


@pytest.mark.usefixtures("unsure")
async def test_a_mention_is_answered_in_public_with_what_may_be_it(newsroom: Newsroom) -> None:
    await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    assert "### I'm not sure. This may be it:" in read(newsroom.last)
