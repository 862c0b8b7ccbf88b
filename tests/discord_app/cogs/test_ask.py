from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.shown.layout import ACCENT, MUTED
from tests.discord_app.reading import buttons, colour, read, told

if TYPE_CHECKING:
    import pytest

    from tests.discord_app.conftest import Newsroom


QUOTED_AT = "https://news.example.org/bridge#:~:text=Mayor%20Ann%20Lee%20said,cost%204.5%20million%20dollars"


async def test_answers_with_the_passage_its_best_sentence_in_bold_and_the_citation(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="How much did the work on the bridge cost?"
    )
    assert result.response is not None
    assert not result.ephemeral
    assert colour(result) == ACCENT
    question, title, passage, source, sure = read(result).splitlines()
    assert question == "-# How much did the work on the bridge cost?"
    assert title == f"### [Harbour bridge reopens after nine months]({QUOTED_AT})"
    assert passage.startswith(
        "**Mayor Ann Lee said the work had cost 4.5 million dollars.** “We paid every cent"
    )
    assert source == (
        "-# City News · Jane Roe · <t:1709375400:D> · ¶ 2 of 3 · under “What it cost”"
    )
    assert "% sure" in sure
    assert buttons(result)[QUOTED_AT] == "Read the article"


async def test_the_quotation_is_copied_with_its_citation_as_plain_text_also_after_a_restart(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="How much did the work on the bridge cost?"
    )
    await newsroom.restart()
    copied = await newsroom.editor.click(told(result), label="Copy quotation")
    assert copied.ephemeral
    assert read(copied) == (
        "```\n“Mayor Ann Lee said the work had cost 4.5 million dollars.”\n"
        "— Jane Roe, “Harbour bridge reopens after nine months”, City News, March 2, 2024, "
        "¶ 2 of 3\nhttps://news.example.org/bridge\n```"
    )


async def test_says_plainly_and_only_to_the_asker_when_the_articles_do_not_answer(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Which dollars did the Roman emperor Augustus mint?"
    )
    assert result.ephemeral
    assert result.response is not None
    assert colour(result) == MUTED
    question, title, reason, *more = read(result).splitlines()
    assert question == "-# Which dollars did the Roman emperor Augustus mint?"
    assert title == "### No answer in the articles"
    assert "dollars" not in reason
    assert any("Harbour bridge reopens" in line for line in more)


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
        assert "4.5 million dollars" in read(shown)
        assert "not an answer" in read(shown)
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
    assert "changed" in read(changed)
    bridge.unlink()
    await newsroom.librarian.reload()
    gone = await newsroom.reader.click(result.response, label="Show the nearest passage")
    assert gone.response is not None
    assert "no longer here" in read(gone)


async def test_a_question_of_stop_words_is_refused(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="who is it?")
    assert result.ephemeral
    assert not buttons(result)


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
    code = read(result).split("`")[1]
    assert "fire" not in read(result)
    assert code in caplog.text
    assert "the disk is on fire" in caplog.text


async def test_a_failing_discord_costs_the_answer_and_nothing_else(newsroom: Newsroom) -> None:
    newsroom.fails_on_purpose = True
    newsroom.env.inject_error("POST", "/interactions/*/callback", status=500, times=1)
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert result.response is not None
    assert "Ann Lee" in read(result)
