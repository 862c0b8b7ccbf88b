"""One document is read at a time, and whoever waits for that holds nobody else up."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from bot.ingest.document_reader import Document, Reading, Study, refuse
from bot.sources.errors import SourceError
from bot.sources.reading import SourceReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANY = 64
"""More than there are threads for work beside the event loop."""


class SlowReader:
    """A reader that refuses everything, once it may go on."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a refusal of each document."""
        for document in documents:
            self.may_go_on.wait()
            yield refuse(document, "it holds nothing")


async def test_other_work_goes_on_while_many_wait_for_the_reader() -> None:
    slow = SlowReader()
    reader = SourceReader(slow)
    reading = [
        asyncio.create_task(reader.file("1", "s1", f"{number}.txt", b"Fog"))
        for number in range(MANY)
    ]
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(60):
            assert await asyncio.to_thread(str, 7) == "7"
    finally:
        slow.may_go_on.set()
        results = await asyncio.gather(*reading, return_exceptions=True)
    assert all(isinstance(one, SourceError) for one in results)
