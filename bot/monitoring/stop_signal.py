"""Stop on Ctrl-C or SIGTERM, and within a few seconds whatever is going on."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

log = logging.getLogger(__name__)

STOP_WITHIN = 3.5
"""Seconds from the signal to the end of the process, whatever is still going on then.

On a machine that has too much to do it takes a second or so more.
"""

_THREADS_END_WITHIN = 0.4
_LAST_RESORT_AFTER = 0.75


@contextmanager
def stop_requested(within: float = STOP_WITHIN) -> Iterator[asyncio.Event]:
    """Yield an event that Ctrl-C or SIGTERM sets, in the place of their usual effect.

    A second signal ends the process at once, and so does the end of that time. Where the
    interpreter is held up then, so that no thread can act, the system ends it with SIGALRM.

    Args:
        within: Seconds that the rest of the block may take after the signal.
    """
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    timer = threading.Timer(within, leave)
    timer.daemon = True

    def stop(*_: object) -> None:
        if timer.ident:
            leave(1)
        _set_alarm(within + _LAST_RESORT_AFTER)
        timer.start()
        loop.call_soon_threadsafe(event.set)

    before = {name: signal.signal(name, stop) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield event
    finally:
        timer.cancel()
        _set_alarm(0.0)
        for name, handler in before.items():
            signal.signal(name, handler)


def _set_alarm(seconds: float) -> None:
    """Have the system end the process after some seconds; 0 cancels that."""
    if hasattr(signal, "setitimer"):  # Windows has none
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


async def run_until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Run something until it ends or a stop is requested, which cancels it.

    Args:
        stop: Set when it is to stop.
        work: What to run; it cleans up when it is cancelled.
    """
    working = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            working.cancel()
        with suppress(asyncio.CancelledError):
            await working
    finally:
        stopping.cancel()


def run_and_leave(work: Coroutine[Any, Any, None]) -> None:
    """Run something in a new event loop, and end the process if threads outlast it.

    Args:
        work: What to run.
    """
    threads = ThreadPoolExecutor(thread_name_prefix="work")
    with asyncio.Runner() as runner:
        runner.get_loop().set_default_executor(threads)
        runner.run(work)
        threads.shutdown(wait=False, cancel_futures=True)
        end = time.monotonic() + _THREADS_END_WITHIN
        for thread in threading.enumerate():
            if thread is not threading.main_thread() and not thread.daemon:
                thread.join(max(0.0, end - time.monotonic()))
                if thread.is_alive():
                    leave()


def leave(status: int = 0) -> None:
    """End the process now, whatever threads are still doing.

    Work in threads can't be cancelled, and what is worth keeping is in the database by then.
    """
    log.warning("ended while a thread was still working")
    logging.shutdown()
    os._exit(status)
