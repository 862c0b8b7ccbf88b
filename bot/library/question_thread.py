"""Answer questions in a thread of their own, so that the event loop never waits for one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.retrieval.answer import Answer


class QuestionThread:
    """A thread that answers one question after the other.

    Where words decide alone, an answer takes so little time that the event loop finds it itself.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "questions")

    async def ask(self, library: Library, question: str, after: str | None = None) -> Answer:
        """Return a library's answer; see :meth:`Library.ask`."""
        if library.models is None:
            return library.ask(question, after=after)
        ask = partial(library.ask, question, after=after)
        return await asyncio.get_running_loop().run_in_executor(self._thread, ask)

    def close(self) -> None:
        """End the thread once it has answered what it was asked."""
        self._thread.shutdown()
