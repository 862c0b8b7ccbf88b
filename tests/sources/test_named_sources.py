"""Whoever types a source's title without picking it from the list is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sources.errors import SourceError
from bot.storage.sources import FeedSettings
from tests.sources.room import LIGHTHOUSE
from tests.sources.test_sources import kept_file

if TYPE_CHECKING:
    from tests.sources.room import SourceRoom


async def test_a_source_is_found_by_its_title_or_a_part_that_no_other_has(
    room: SourceRoom,
) -> None:
    gull = await kept_file(room)
    kelp = await kept_file(room, text=LIGHTHOUSE.replace("Gull", "Kelp"))
    for wanted, found in ((gull, gull), ("the lighthouse  on KELP rock is sold", kelp)):
        assert (await room.sources.named(1, wanted)).id == found
    assert (await room.sources.named(1, "gull rock")).id == gull
    for wanted, said in (("lighthouse", "Several sources"), ("ferry", "no longer"), (" ", "no lo")):
        with pytest.raises(SourceError, match=said):
            await room.sources.named(1, wanted)
    with pytest.raises(SourceError, match="no longer"):
        await room.sources.named(2, gull)
    with pytest.raises(SourceError, match="is no feed"):
        await room.sources.follow(1, gull, FeedSettings())
