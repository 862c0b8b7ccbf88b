from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.browser import CHROMIUM, open_page

if TYPE_CHECKING:
    from pathlib import Path

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
