"""Hosts that ask to be left alone for a while."""

from __future__ import annotations

from typing import Protocol

HOST_REST = "host, until, why"
"""The columns of a host that asks to be left alone."""

LONGEST_REST = 2 * 24 * 3600
"""Seconds. A host is left alone for a day at most: what is longer was noted by a wrong clock."""


class HostRestStore(Protocol):
    """Keeps which hosts ask to be left alone. Every method may raise ``DatabaseError``."""

    async def note(self, host: str, seconds: float, why: str) -> None:
        """Note that a host asks to be left alone.

        Args:
            host: The host.
            seconds: For how long, from now.
            why: What it said.
        """
        ...

    async def left(self, host: str) -> tuple[float, str] | None:
        """Return for how many more seconds to leave a host alone, and its reason.

        It is ``None`` where it may be asked.
        """
        ...
