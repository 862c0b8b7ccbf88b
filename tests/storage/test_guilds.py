from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.guild_settings import DEFAULTS, GuildSettings

if TYPE_CHECKING:
    from tests.storage.conftest import Kept

SETTINGS = GuildSettings(channels=(1, 2**62), private=True, cooldown_questions=9)


async def test_settings_are_known_at_once_and_after_a_restart(kept: Kept) -> None:
    guilds = kept.stores.guilds
    await guilds.load()
    assert guilds.get(7) == guilds.get(None) == DEFAULTS
    await guilds.save(7, SETTINGS)
    assert guilds.get(7) == SETTINGS
    await guilds.load()
    assert guilds.get(7) == SETTINGS
    await guilds.delete(7)
    assert guilds.get(7) == DEFAULTS
    await guilds.load()
    assert guilds.get(7) == DEFAULTS


async def test_an_option_of_another_version_is_left_out(kept: Kept) -> None:
    await kept.run('INSERT INTO guild_settings VALUES (7, \'{"private": true, "colour": 3}\')')
    await kept.stores.guilds.load()
    assert kept.stores.guilds.get(7) == GuildSettings(private=True)


async def test_settings_that_are_not_what_was_saved_are_the_defaults(kept: Kept) -> None:
    await kept.run("INSERT INTO guild_settings VALUES (7, '{\"private\": 3}')")
    await kept.stores.guilds.load()
    assert kept.stores.guilds.get(7) == DEFAULTS
