"""A server's settings, changed with buttons, menus and a form, by those who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.buttons.settings import EverywhereButton, show_settings
from tests.discord_app.reading import button, fields, read

if TYPE_CHECKING:
    import simcord

    from bot.storage.guild_settings import GuildSettings
    from tests.discord_app.conftest import Newsroom


def settings_of(newsroom: Newsroom) -> GuildSettings:
    return newsroom.service.stores.guilds.get(newsroom.guild.id)


async def open_settings(newsroom: Newsroom) -> simcord.ResponseMessage:
    shown = (await newsroom.editor.slash(newsroom.channel, "settings")).response
    assert shown is not None
    return shown


async def test_options_are_switched_by_buttons_also_after_a_restart(newsroom: Newsroom) -> None:
    shown = await open_settings(newsroom)
    await newsroom.restart()
    for option in ("private", "feedback", "keep_questions"):
        pressed = await newsroom.editor.click(shown, custom_id=button(shown, f"set:{option}"))
        assert "Settings saved" in read(pressed)
    after = settings_of(newsroom)
    assert (after.private, after.feedback, after.keep_questions) == (True, False, True)
    again = await open_settings(newsroom)
    await newsroom.editor.click(again, custom_id="fn:set:feedback:1")
    assert settings_of(newsroom).feedback


async def test_a_thread_that_the_bot_is_not_in_can_be_chosen(newsroom: Newsroom) -> None:
    backend = newsroom.env.backend
    made = backend.create_thread(
        newsroom.channel.id, "Editors", newsroom.editor.id, broadcast=False
    )
    thread = next(one for one in newsroom.channel.threads if one.id == made.id)
    assert newsroom.bot.get_channel(thread.id) is None
    shown = await newsroom.editor.slash(newsroom.channel, "settings", add_channel=thread)
    assert "Settings saved" in read(shown)
    assert settings_of(newsroom).channels == (thread.id,)


async def test_channels_are_chosen_in_menus(newsroom: Newsroom) -> None:
    forum = newsroom.guild.create_forum_channel("help")
    shown = await open_settings(newsroom)
    for option, channel in (
        ("channels", newsroom.channel),
        ("forums", forum),
        ("report_channel", newsroom.channel),
    ):
        await newsroom.editor.select(shown, [channel], custom_id=f"fn:pick:{option}")
    after = settings_of(newsroom)
    assert after.channels == (newsroom.channel.id,)
    assert after.forums == (forum.id,)
    assert after.report_channel == newsroom.channel.id
    told = fields(await open_settings(newsroom))
    assert told["New posts are answered in"].startswith(f"<#{forum.id}>")
    assert "I go by the title" in told["New posts are answered in"]
    await newsroom.editor.select(shown, [], custom_id="fn:pick:report_channel")
    assert settings_of(newsroom).report_channel == 0


@pytest.mark.parametrize("way", ["menu", "option"])
async def test_removing_the_last_channel_asks_first(newsroom: Newsroom, way: str) -> None:
    channel = newsroom.channel
    await newsroom.editor.slash(channel, "settings", add_channel=channel)
    if way == "menu":
        shown = await open_settings(newsroom)
        asked = await newsroom.editor.select(shown, [], custom_id="fn:pick:channels")
    else:
        asked = await newsroom.editor.slash(channel, "settings", remove_channel=channel)
    assert asked.ephemeral
    assert "Nothing was changed" in read(asked)
    assert settings_of(newsroom).channels == (channel.id,)
    assert asked.response is not None
    await newsroom.editor.click(asked.response, custom_id="fn:everywhere")
    assert settings_of(newsroom).channels == ()


async def test_numbers_are_typed_into_a_form(newsroom: Newsroom) -> None:
    shown = await open_settings(newsroom)
    form = await newsroom.editor.click(shown, custom_id="fn:limits")
    typed = {"cooldown_questions": "9", "cooldown_seconds": " 60 ", "kept_days": "7"}
    done = await newsroom.editor.submit_modal(form, typed)
    assert fields(done)["A member may ask"] == "9 questions in 60 s"
    assert settings_of(newsroom).kept_days == 7


async def test_a_form_that_is_open_during_a_restart_is_taken(newsroom: Newsroom) -> None:
    shown = await open_settings(newsroom)
    form = await newsroom.editor.click(shown, custom_id="fn:limits")
    await newsroom.restart()
    typed = {"cooldown_questions": "9", "cooldown_seconds": "60", "kept_days": "7"}
    done = await newsroom.editor.submit_modal(form, typed)
    assert fields(done)["A member may ask"] == "9 questions in 60 s"
    assert settings_of(newsroom).kept_days == 7


@pytest.mark.parametrize("typed", ["many", "-1", "101", "²", "1.5"])
async def test_what_is_no_number_is_refused_with_its_limits(newsroom: Newsroom, typed: str) -> None:
    before = settings_of(newsroom)
    form = await newsroom.editor.click(await open_settings(newsroom), custom_id="fn:limits")
    values = {"cooldown_questions": typed, "cooldown_seconds": "20", "kept_days": "30"}
    refused = await newsroom.editor.submit_modal(form, values)
    assert f"“{typed}” must be a whole number from 0 to 100" in read(refused)
    assert settings_of(newsroom) == before


async def test_a_report_is_not_sent_where_the_bot_may_not_write(newsroom: Newsroom) -> None:
    closed = newsroom.guild.create_text_channel("closed")
    shown = await open_settings(newsroom)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            discord.TextChannel,
            "permissions_for",
            lambda *_: discord.Permissions(view_channel=True),
        )
        refused = await newsroom.editor.select(shown, [closed], custom_id="fn:pick:report_channel")
    assert "I may not write in that channel" in read(refused)
    assert settings_of(newsroom).report_channel == 0


@pytest.mark.parametrize(
    "custom_id", ["fn:set:private:1", "fn:everywhere", "fn:limits", "fn:pick:channels"]
)
async def test_nobody_else_changes_them_not_even_with_the_admins_buttons(
    newsroom: Newsroom, custom_id: str
) -> None:
    await newsroom.editor.slash(newsroom.channel, "settings", add_channel=newsroom.channel)
    before = settings_of(newsroom)
    # The panel is private; whoever forges its ids has them in public.
    view = show_settings(before, newsroom.bot.app.languages.english, changed=False)
    view.add_item(discord.ui.ActionRow(EverywhereButton()))
    await newsroom.bot.get_partial_messageable(newsroom.channel.id).send(view=view)
    public = newsroom.last
    if custom_id == "fn:pick:channels":
        refused = await newsroom.reader.select(public, [newsroom.channel], custom_id=custom_id)
    else:
        refused = await newsroom.reader.click(public, custom_id=custom_id)
    assert "Only those who may Manage Server" in read(refused)
    assert settings_of(newsroom) == before
