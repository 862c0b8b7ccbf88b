"""Notice when the event loop is frozen, and tell the service manager while it is not."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import sys
import threading
import time
import traceback
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

log = logging.getLogger(__name__)

FROZEN_AFTER = 5.0
"""Seconds without a beat after which the loop counts as frozen."""

_BEAT_EVERY = 1.0


class Heart:
    """The beats of an event loop, as a thread beside it sees them.

    Args:
        notify: Called with each message for the service manager.
        clock: Returns the time in seconds.
    """

    def __init__(
        self, notify: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._notify = notify
        self._clock = clock
        self._last = clock()
        self._frozen = False

    def beat(self) -> None:
        """Record that the loop is running; called in the loop."""
        self._last = self._clock()

    def look(self, thread: int) -> None:
        """Pass the last beat on to the service manager, or log what the loop is frozen in.

        Args:
            thread: The identifier of the loop's thread.
        """
        silent = self._clock() - self._last
        if silent < FROZEN_AFTER:
            self._notify("WATCHDOG=1")
            if self._frozen:
                log.warning("the event loop runs again")
            self._frozen = False
        elif not self._frozen:
            self._frozen = True
            stack = "".join(traceback.format_stack(sys._current_frames()[thread]))
            log.error("the event loop has been frozen for %.0f s in: %s", silent, stack)


@contextmanager
def heartbeat() -> Iterator[None]:
    """Watch the running event loop from a thread while the block runs.

    Tells systemd, if it started the process, that the service is ready, and then every second
    that it is alive.
    """
    loop = asyncio.get_running_loop()
    heart = Heart(notify_manager)
    ended = threading.Event()
    thread = threading.get_ident()

    def watch() -> None:
        while not ended.wait(_BEAT_EVERY):
            with suppress(RuntimeError):  # the loop was closed meanwhile
                loop.call_soon_threadsafe(heart.beat)
            heart.look(thread)

    watching = threading.Thread(target=watch, name="heartbeat", daemon=True)
    watching.start()
    notify_manager("READY=1")
    try:
        yield
    finally:
        notify_manager("STOPPING=1")
        ended.set()


def notify_manager(message: str) -> None:
    """Send a message to the service manager that ``NOTIFY_SOCKET`` names, if it is set.

    See ``sd_notify(3)``. A name that begins with ``@`` is in Linux's abstract namespace.
    """
    name = os.environ.get("NOTIFY_SOCKET")
    if not name or sys.platform == "win32":
        return
    address = "\0" + name[1:] if name.startswith("@") else name
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager, suppress(OSError):
        manager.sendto(message.encode(), address)
