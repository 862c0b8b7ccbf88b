"""Drive the preview page in the Chromium that is installed, as a person would."""

from __future__ import annotations

import re
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from bot.discord_app.cogs.ask import FIND
from bot.discord_app.running.preview import serve_preview
from bot.open_service import open_service
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from playwright.async_api import Locator, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")
_AT_REST = re.compile("Viewport updated|Action completed")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class PreviewPage:
    """Type and click on the page of a channel."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def command(self, name: str, /, **options: str) -> None:
        """Run a slash command that a message answers."""
        before = await self.messages.count()
        await self._send(name, **options)
        await self.messages.nth(before).wait_for()

    async def form(self, name: str, fields: Mapping[str, str]) -> None:
        """Run a slash command that a form answers, fill its fields in, and submit it."""
        before = await self.messages.count()
        await self._send(name)
        form = self.page.locator(".modal-dialog")
        for label, text in fields.items():
            await form.get_by_label(label).fill(text)
        await form.get_by_role("button", name="Submit").click()
        await self.messages.nth(before).wait_for()

    async def press(self, label: str, shown: str) -> None:
        """Press a button of the last message, and wait until something is shown there."""
        await self.messages.last.get_by_role("button", name=label, exact=True).click()
        await self.messages.last.get_by_text(shown).first.wait_for()

    async def _send(self, name: str, /, **options: str) -> None:
        """Type a slash command, pick it, fill its options in, send it."""
        # While the page still works, what is typed may go elsewhere.
        await self.page.locator("#send-message:enabled").wait_for()
        await self.page.locator("#channel-composer-input").click()
        await self.page.keyboard.type(f"/{name}")
        await self.page.keyboard.press("Enter")
        for option, value in options.items():
            box = self.page.locator(f"input[data-option={option}]")
            offered = self.page.locator(".command-suggestion", has_text=option).first
            await box.or_(offered).first.wait_for()
            if not await box.count():
                await offered.click()
            await box.fill(value)
        await self.page.locator("#send-message").click()

    async def check(self, claim: str) -> None:
        """Write a message, and reply with what the context menu would say to it."""
        before = await self.messages.count()
        await self._say(claim)
        said = self.page.locator(".channel-message").filter(has_text=claim).last
        await said.hover()
        await said.get_by_role("button", name="Reply").click()
        await self._say(FIND)
        await self.messages.nth(before).wait_for()

    async def _say(self, text: str) -> None:
        count = await self.page.locator(".channel-message").count()
        await self.page.locator("#channel-composer-input").click()
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")
        await self.page.locator(".channel-message").nth(count).wait_for()

    async def picture(self, path: Path) -> None:
        """Draw the last message, with its buttons, once the page has come to rest."""
        await self.page.get_by_text(_AT_REST).first.wait_for()
        message = self.page.locator(".channel-message").last
        await message.scroll_into_view_if_needed()
        await message.screenshot(path=path)

    @property
    def messages(self) -> Locator:
        """The messages in a frame."""
        return self.page.locator(".component-container")


@asynccontextmanager
async def open_page(corpus: Path, database: Path) -> AsyncIterator[PreviewPage]:
    """Serve the preview over a corpus and open it in headless Chromium."""
    assert CHROMIUM is not None
    settings = load_settings(corpus=corpus, database=database)
    async with (
        open_service(settings) as service,
        serve_preview(service, 0) as (url, _),
        async_playwright() as playwright,
    ):
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        try:
            page = await browser.new_page(viewport={"width": 820, "height": 1100})
            await page.goto(url)
            await page.locator("#messages-toggle").click()
            yield PreviewPage(page)
        finally:
            await browser.close()
