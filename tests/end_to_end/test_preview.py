from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.browser import CHROMIUM, open_page
from tests.sources.room import LIGHTHOUSE, PRICE

if TYPE_CHECKING:
    from pathlib import Path

TEXT = LIGHTHOUSE.partition("\n\n")[2]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which is not installed")


async def test_a_person_asks_on_the_page_and_reads_the_answer(corpus: Path, tmp_path: Path) -> None:
    async with open_page(corpus, tmp_path / "footnote.db") as preview:
        await preview.command("ask", question="How much did the work on the bridge cost?")
        answer = preview.messages.last
        title = answer.locator("h3")
        assert await title.inner_text() == "Harbour bridge reopens after nine months"
        bold = answer.locator("strong")
        assert await bold.inner_text() == (
            "Mayor Ann Lee said the work had cost 4.5 million dollars."
        )
        assert "¶ 2 of 3" in await answer.inner_text()


async def test_an_editor_brings_in_a_text_keeps_it_removes_it_and_brings_it_back(
    corpus: Path, tmp_path: Path
) -> None:
    title = "The lighthouse on Gull Rock is sold"
    async with open_page(corpus, tmp_path / "footnote.db") as preview:
        await preview.form("sources add", {"Or a text: its title": title, "The text": TEXT})
        assert title in await preview.messages.last.inner_text()
        await preview.press("Keep", "Kept.")
        await preview.command("sources list")
        assert title in await preview.messages.last.inner_text()
        await preview.press("Show", "Added by")
        await preview.press("Remove", "Really remove")
        await preview.press("Really remove", "It can be brought back for a day.")
        await preview.press("Bring back", "It answers again.")
        # One question alone: so much in a row is all that fair use allows within its seconds.
        await preview.command("ask", question=PRICE)
        bold = preview.messages.last.locator("strong")
        assert "80,000 pounds" in await bold.inner_text()
