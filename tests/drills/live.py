"""The whole bot, live on a local Discord over one article, for drills to disturb."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from bot.settings import load_settings
from tests.local_discord.live import going_live
from tests.local_discord.server import TOKEN, LocalDiscord, serve_discord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.settings import Settings

TEXT = "The pier at Redcombe\n\nThe pier at Redcombe was built in 1874 by local masons.\n"
QUESTION = "When was the pier at Redcombe built?"
ANSWER = "by local masons"


@asynccontextmanager
async def live_bot(folder: Path) -> AsyncIterator[tuple[LocalDiscord, Settings]]:
    """Go live over a corpus in a folder, and stop as a supervisor stops it."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "pier.txt").write_text(TEXT)
    with patch.dict(os.environ, DISCORD_TOKEN=TOKEN):
        settings = load_settings(corpus=folder / "corpus", database=folder / "footnote.db")
        async with serve_discord() as local, going_live(local, settings):
            yield local, settings
