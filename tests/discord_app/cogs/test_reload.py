from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_app.reading import fields, read

if TYPE_CHECKING:
    import pytest

    from tests.discord_app.conftest import Newsroom


async def test_reports_what_was_added_changed_removed_and_refused(newsroom: Newsroom) -> None:
    (newsroom.corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    (newsroom.corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    (newsroom.corpus / "bad.md").write_text("---\ndate: someday\n---\nSome words are here.")
    (newsroom.corpus / "bridge.md").unlink()
    result = await newsroom.editor.slash(newsroom.channel, "reload")
    assert result.ephemeral
    told = fields(result)
    assert told["Added"] == "Ferry sinks"
    assert told["Changed"] == "Otters"
    assert told["Removed"] == "Harbour bridge reopens after nine months"
    assert "bad.md" in told["Refused"]
    assert "date" in told["Refused"]


async def test_new_articles_answer_at_once(newsroom: Newsroom) -> None:
    (newsroom.corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    await newsroom.editor.slash(newsroom.channel, "reload")
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Where did the ferry sink?"
    )
    assert result.response is not None
    assert "Ferry sinks" in read(result)


async def test_is_refused_to_members_who_do_not_manage_the_server(newsroom: Newsroom) -> None:
    commands = await newsroom.bot.tree.fetch_commands()
    reload = next(command for command in commands if command.name == "reload")
    newsroom.guild.set_command_permissions(reload, {newsroom.reader: True})
    result = await newsroom.reader.slash(newsroom.channel, "reload")
    assert result.ephemeral
    assert result.response is not None
    assert "Manage Server" in read(result)


async def test_a_missing_folder_is_named_and_nothing_is_lost(newsroom: Newsroom) -> None:
    newsroom.corpus.rename(newsroom.corpus.with_name("elsewhere"))
    result = await newsroom.editor.slash(newsroom.channel, "reload")
    assert "can't be read" in read(result)
    answer = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert answer.response is not None
    assert "Ann Lee" in read(answer)


async def test_a_reload_that_cannot_be_shown_has_not_failed(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    (newsroom.corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    newsroom.env.inject_error("POST", "/interactions/*/callback", status=404, times=None)
    result = await newsroom.editor.slash(newsroom.channel, "reload")
    assert not result.followups
    assert "could not show the result of the reload" in caplog.text
    assert b'footnote_reloads_total{outcome="done"} 1.0' in newsroom.service.metrics.write()
    assert len(newsroom.librarian.library.articles) == 3
