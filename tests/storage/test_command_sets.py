from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.stores import Stores


async def test_the_last_digest_is_kept_for_each_application(stores: Stores) -> None:
    assert await stores.command_sets.digest(2**62) is None
    await stores.command_sets.remember(2**62, "abc")
    await stores.command_sets.remember(2**62, "def")
    assert not await stores.command_sets.knows_others(2**62)
    await stores.command_sets.remember(5, "xyz")
    assert await stores.command_sets.knows_others(2**62)
    assert await stores.command_sets.digest(2**62) == "def"
    assert await stores.command_sets.digest(5) == "xyz"
