"""Draw one answer in every language of the interface: ``python -m tests.end_to_end.interface``.

The answers are put together on one sheet, ``interface.png``, to be looked at: what is cut, what
runs over, what was left in English.
"""

from __future__ import annotations

import asyncio
import base64
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import simcord
from playwright.async_api import async_playwright

from bot.discord_app.locale.language import read_catalogues
from tests.end_to_end.browser import CHROMIUM, open_page
from tests.end_to_end.screenshots import PICTURES
from tests.language.gold import Gold, read_gold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 480
_COLUMNS = 3
RIGHT_TO_LEFT = ("ar",)
"""Languages of articles that no interface is in, drawn for the direction of their quotations."""


async def draw(folder: Path) -> None:
    """Draw the answers, and the sheet of all of them.

    Args:
        folder: Where the single answers go.
    """
    codes = [*sorted(read_catalogues()), *RIGHT_TO_LEFT]
    for code in codes:
        await _draw_answer(code, folder / f"{code}.png")
    await _draw_sheet([(code, folder / f"{code}.png") for code in codes])


async def _draw_answer(code: str, path: Path) -> None:
    """Ask a question on the short articles of an interface's language, in that interface."""
    gold = read_gold(code.partition("-")[0], "short")
    question = next(question for question in gold.questions if question.shares_words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_articles(gold, folder / "corpus")
        with _interactions_in("en-US" if code in RIGHT_TO_LEFT else code):
            async with open_page(folder / "corpus", folder / "footnote.db") as preview:
                await preview.command("ask", question=question.text)
                await preview.picture(path)


def _write_articles(gold: Gold, folder: Path) -> None:
    folder.mkdir()
    for article in gold.articles:
        text = "\n\n".join(passage.text for passage in article.passages)
        head = f"---\nlang: {article.language}\ndate: 2026-11-28\n---\n"
        (folder / f"{article.id}.md").write_text(
            f"{head}# {article.title}\n\n{text}\n", encoding="utf-8"
        )


@contextmanager
def _interactions_in(locale: str) -> Iterator[None]:
    """Let members' Discord be in a language."""
    original = simcord.interactions.base_payload

    def changed(*args: Any, **values: Any) -> Any:
        record, payload = original(*args, **values)
        return record, {**payload, "locale": locale}

    with pytest.MonkeyPatch.context() as patch:
        for module in [*sys.modules.values()]:
            if getattr(module, "base_payload", None) is original:
                patch.setattr(module, "base_payload", changed)
        yield


async def _draw_sheet(pictures: list[tuple[str, Path]]) -> None:
    figures = "".join(
        f"<figure><figcaption>{code}</figcaption><img width={_WIDTH} src='data:image/png;base64,"
        f"{base64.b64encode(path.read_bytes()).decode()}'></figure>"
        for code, path in pictures
    )
    style = (
        "body{margin:0;background:#313338;color:#ddd;font:14px sans-serif;display:grid;"
        f"grid-template-columns:repeat({_COLUMNS},1fr)}}figure{{margin:0 0 6px}}"
    )
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": _COLUMNS * (_WIDTH + 4), "height": 800})
        await page.set_content(f"<style>{style}</style>{figures}")
        await page.screenshot(path=PICTURES / "interface.png", full_page=True)
        await browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(draw(Path(folder) if len(sys.argv) == 1 else Path(sys.argv[1])))
