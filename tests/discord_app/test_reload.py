from __future__ import annotations

from typing import TYPE_CHECKING

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
    (embed,) = result.followups[0].embeds if result.followups else result.response.embeds  # type: ignore[union-attr]
    fields = {field.name: field.value or "" for field in embed.fields}
    assert fields["Added"] == "Ferry sinks"
    assert fields["Changed"] == "Otters"
    assert fields["Removed"] == "Harbour bridge reopens after nine months"
    assert "bad.md" in fields["Refused"]
    assert "date" in fields["Refused"]


async def test_new_articles_answer_at_once(newsroom: Newsroom) -> None:
    (newsroom.corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    await newsroom.editor.slash(newsroom.channel, "reload")
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Where did the ferry sink?"
    )
    assert result.response is not None
    assert result.response.embeds[0].title == "Ferry sinks"


async def test_is_refused_to_members_who_do_not_manage_the_server(newsroom: Newsroom) -> None:
    commands = await newsroom.bot.tree.fetch_commands()
    reload = next(command for command in commands if command.name == "reload")
    newsroom.guild.set_command_permissions(reload, {newsroom.reader: True})
    result = await newsroom.reader.slash(newsroom.channel, "reload")
    assert result.ephemeral
    assert result.response is not None
    assert "Manage Server" in result.response.content


async def test_a_missing_folder_is_named_and_nothing_is_lost(newsroom: Newsroom) -> None:
    newsroom.corpus.rename(newsroom.corpus.with_name("elsewhere"))
    result = await newsroom.editor.slash(newsroom.channel, "reload")
    shown = result.followups[0] if result.followups else result.response
    assert shown is not None
    assert "can't be read" in shown.content
    answer = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert answer.response is not None
    assert "Ann Lee" in (answer.response.embeds[0].description or "")


async def test_a_reload_that_cannot_be_shown_has_not_failed(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    (newsroom.corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    newsroom.env.inject_error("PATCH", "/webhooks/*", status=404, times=None)
    result = await newsroom.editor.slash(newsroom.channel, "reload")
    assert not result.followups
    assert "could not show how the reload went" in caplog.text
    assert b'footnote_reloads_total{outcome="done"} 1.0' in newsroom.service.metrics.write()
    assert len(newsroom.librarian.library.articles) == 3
