"""Draw the README's pictures anew: ``python -m tests.end_to_end.screenshots``."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from tests.conftest import PROJECT
from tests.end_to_end.browser import open_page

PICTURES = Path(__file__).parent / "pictures"
QUESTION = "How many billion dollars are still to be allocated?"


async def draw() -> None:
    """Draw each kind of answer from the articles that ship."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with open_page(PROJECT / "corpus", Path(folder) / "footnote.db") as preview:
            await preview.command("ask", question=QUESTION)
            await preview.page.screenshot(path=PICTURES / "ask.png")


if __name__ == "__main__":
    asyncio.run(draw())
