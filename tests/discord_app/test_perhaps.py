from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.library import Library
from bot.retrieval.answer import UNSURE, Answer

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom

QUESTION = "Which dollars did the Roman emperor Augustus mint?"


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library find that its answers are uncertain."""
    ask = Library.ask

    def ask_unsurely(library: Library, *args: Any, **values: Any) -> Answer:
        answer = ask(library, *args, **values)
        return replace(answer, outcome="perhaps", reason=UNSURE)

    monkeypatch.setattr(Library, "ask", ask_unsurely)


@pytest.mark.usefixtures("unsure")
async def test_shows_the_sentences_that_may_answer_each_with_its_citation(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    assert not result.ephemeral
    assert result.response is not None
    (embed,) = result.response.embeds
    assert embed.title == "I'm not sure. This may be it:"
    assert embed.author.name == QUESTION
    first = embed.fields[0]
    assert first.name == "1 · Harbour bridge reopens after nine months"
    assert first.value is not None
    assert first.value.startswith(
        "> Mayor Ann Lee said the work had cost 4.5 million dollars.\nCity News · Jane Roe"
    )
    assert "sure ·" not in (embed.footer.text or "")


@pytest.mark.usefixtures("unsure")
async def test_a_button_opens_each_passage_also_after_a_restart(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    assert result.response is not None
    await newsroom.restart()
    opened = await newsroom.editor.click(result.response, label="Open passage 1")
    assert opened.ephemeral
    assert opened.response is not None
    (embed,) = opened.response.embeds
    assert "**Mayor Ann Lee said the work had cost 4.5 million dollars.**" in (
        embed.description or ""
    )
    assert "may be it" in (embed.footer.text or "")


@pytest.mark.usefixtures("unsure")
async def test_a_mention_is_answered_in_public_with_what_may_be_it(newsroom: Newsroom) -> None:
    await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    (embed,) = newsroom.last.embeds
    assert embed.title == "I'm not sure. This may be it:"
