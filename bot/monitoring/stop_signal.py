"""Learn that the process is to stop."""

from __future__ import annotations

import asyncio
import signal


def stop_requested() -> asyncio.Event:
    """Return an event that Ctrl-C or SIGTERM sets, in the place of their usual effect."""
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, event.set)
        except NotImplementedError:  # Windows: Ctrl-C raises KeyboardInterrupt, as it does anyway
            continue
    return event
