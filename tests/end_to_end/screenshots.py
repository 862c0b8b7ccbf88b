"""Draw the README's pictures again: ``python -m tests.end_to_end.screenshots``."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import PROJECT
from tests.end_to_end.browser import open_page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.end_to_end.browser import PreviewPage

PICTURES = Path(__file__).parent / "pictures"
KINDS: dict[str, tuple[str, dict[str, str]]] = {
    "ask": ("ask", {"question": "Who takes over from Josep Borrell?"}),
    "perhaps": ("ask", {"question": "Who pays for the war?"}),
    "parts": (
        "ask",
        {"question": "Who is Mark Rutte, and how many billion dollars are still to be allocated?"},
    ),
    "not-found": ("ask", {"question": "Who won the football world cup?"}),
    "report": ("report", {}),
    "summary": ("summary", {}),
    "topic": ("summary", {"topic": "North Korea fighting in Kursk"}),
    "who": ("who", {"name": "Marco Rubio"}),
    "people": ("who", {}),
    "articles": ("articles", {}),
    "help": ("help", {}),
    "privacy": ("privacy", {}),
    "settings": ("settings", {}),
}
"""The pictures: each one's name, and the command that it shows with its options."""

CLAIM = "About 9.6 billion dollars are still to be allocated, the White House says."
"""What is checked against the articles in a picture of its own, ``claim``."""

_AT_ONCE = 5
"""Pictures of one run of the bot: fair use lets nobody ask more at once."""


async def draw() -> None:
    """Draw each kind of answer from the articles that ship."""
    PICTURES.mkdir(exist_ok=True)
    kinds = list(KINDS.items())
    for first in range(0, len(kinds), _AT_ONCE):
        async with _preview() as preview:
            for picture, (command, options) in kinds[first : first + _AT_ONCE]:
                await preview.command(command, **options)
                await preview.picture(PICTURES / f"{picture}.png")
    async with _preview() as preview:
        await preview.check(CLAIM)
        await preview.picture(PICTURES / "claim.png")


@asynccontextmanager
async def _preview() -> AsyncIterator[PreviewPage]:
    with tempfile.TemporaryDirectory() as folder:
        async with open_page(PROJECT / "corpus", Path(folder) / "footnote.db") as preview:
            yield preview


if __name__ == "__main__":
    asyncio.run(draw())
