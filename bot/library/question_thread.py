"""Answer questions in a thread of their own, so that the event loop never waits for one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.answering.turn import Turn
    from bot.library.library import Library
    from bot.retrieval.answer import Answer


_MANY = 8
"""The number of waiting questions from which the reader is skipped, so that nobody waits long."""


class QuestionThread:
    """A thread that answers one question after the other."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "questions")
        self._waiting = 0

    async def ask(self, library: Library, question: str, after: Turn | None = None) -> Answer:
        """Return a library's answer; see :meth:`Library.ask`."""
        ask = partial(library.ask, question, after=after, read=self._waiting < _MANY)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, ask)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Stop the thread after the question that it is answering."""
        self._thread.shutdown(wait=False, cancel_futures=True)
