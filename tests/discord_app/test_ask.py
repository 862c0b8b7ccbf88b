from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from tests.discord_app.conftest import Newsroom


async def test_answers_with_the_passage_its_best_sentence_in_bold_and_the_citation(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="How much did the work on the bridge cost?"
    )
    assert result.response is not None
    assert not result.ephemeral
    (embed,) = result.response.embeds
    assert embed.title == "Harbour bridge reopens after nine months"
    assert embed.url == "https://news.example.org/bridge"
    assert embed.description is not None
    assert "**Mayor Ann Lee said the work had cost 4.5 million dollars.**" in embed.description
    assert "We paid every cent" in embed.description
    citation = embed.fields[0].value or ""
    assert citation == ("City News · Jane Roe · <t:1709380800:D> · ¶ 2 of 3 · under “What it cost”")
    assert "% sure" in (embed.footer.text or "")


async def test_says_plainly_and_only_to_the_asker_when_the_articles_do_not_answer(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Which dollars did the Roman emperor Augustus mint?"
    )
    assert result.ephemeral
    assert result.response is not None
    (embed,) = result.response.embeds
    assert embed.title == "No answer in the articles"
    assert "dollars" not in (embed.description or "")


async def test_offers_the_nearest_passage_behind_a_button_that_outlives_a_restart(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Which dollars did the Roman emperor Augustus mint?"
    )
    assert result.response is not None
    for _ in range(2):
        shown = await newsroom.reader.click(result.response, label="Show the nearest passage")
        assert shown.ephemeral
        assert shown.response is not None
        assert "4.5 million dollars" in (shown.response.embeds[0].description or "")
        assert "not an answer" in (shown.response.embeds[0].footer.text or "")
        await newsroom.restart()


async def test_a_button_whose_article_is_gone_or_changed_says_so(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Which dollars did the Roman emperor Augustus mint?"
    )
    assert result.response is not None
    bridge = newsroom.corpus / "bridge.md"
    bridge.write_text(bridge.read_text(encoding="utf-8") + "\nA last line is here.\n", "utf-8")
    await newsroom.librarian.reload()
    changed = await newsroom.reader.click(result.response, label="Show the nearest passage")
    assert changed.response is not None
    assert "changed" in changed.response.content
    bridge.unlink()
    await newsroom.librarian.reload()
    gone = await newsroom.reader.click(result.response, label="Show the nearest passage")
    assert gone.response is not None
    assert "no longer here" in gone.response.content


async def test_a_question_of_stop_words_is_refused(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="who is it?")
    assert result.ephemeral
    assert result.response is not None
    assert result.response.components == []


async def test_an_unexpected_failure_gives_a_code_that_is_in_the_log(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.fails_on_purpose = True

    def break_down(*_: object, **options: object) -> None:
        message = "the disk is on fire"
        raise RuntimeError(message)

    monkeypatch.setattr("bot.library.library.Library.ask", break_down)
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert result.ephemeral
    assert result.response is not None
    code = result.response.content.split("`")[1]
    assert "fire" not in result.response.content
    assert code in caplog.text
    assert "the disk is on fire" in caplog.text


async def test_a_failing_discord_costs_the_answer_and_nothing_else(newsroom: Newsroom) -> None:
    newsroom.fails_on_purpose = True
    newsroom.env.inject_error("POST", "/interactions/*/callback", status=500, times=1)
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert result.response is not None
    assert "Ann Lee" in (result.response.embeds[0].description or "")
