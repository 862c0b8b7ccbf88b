"""Read and cache sites' ``robots.txt`` for a day."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from protego import Protego

from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from yarl import URL

MOST_BYTES = 500 * 1024
"""The bytes of a ``robots.txt`` that are read, as RFC 9309 requires."""

KEPT = 24 * 60 * 60.0
_KEPT_AFTER_FAILURE = 10 * 60.0
_MOST_SITES = 2000
_MOST_KEPT = 2_000_000
"""The maximum bytes of ``robots.txt`` that are cached, all sites together: parsed, they take about
20 times as much."""

EVERYTHING = ""
"""The text of a site that asks nothing."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A site's rules, when they expire, and the length of their text."""

    until: float
    rules: Protego | FetchError
    size: int = 0


class Robots:
    """Decides what may be read on each site.

    Args:
        agent: The name by which sites know the bot.
        read: Returns the text of the ``robots.txt`` at an address.
        clock: Returns the time in seconds.
    """

    def __init__(
        self,
        agent: str,
        read: Callable[[URL], Awaitable[str]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._agent = agent
        self._read = read
        self._clock = clock
        self._sites: OrderedDict[str, _Site] = OrderedDict()
        self._kept = 0
        # A lock lasts for as long as somebody holds it or waits for it.
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def check(self, address: URL) -> None:
        """Raise :class:`FetchError` unless a site allows an address to be read.

        Raises:
            FetchError: The site disallows it, or can't be reached.
        """
        rules = (await self._known(address.origin())).rules
        if isinstance(rules, FetchError):
            raise FetchError(str(rules), rules.retry_after)
        if not await asyncio.to_thread(rules.can_fetch, str(address), self._agent):
            message = "the site asks programs not to read this page (robots.txt)"
            raise FetchError(message)

    async def _known(self, origin: URL) -> _Site:
        """Return a site's rules; of concurrent callers, one fetches them."""
        site = str(origin)
        async with self._asking.setdefault(site, asyncio.Lock()):
            known = self._sites.get(site)
            if known is None or known.until < self._clock():
                known = await self._ask(origin.with_path("/robots.txt"))
                self._keep(site, known)
            return known

    def _keep(self, site: str, known: _Site) -> None:
        before = self._sites.pop(site, None)
        self._kept += known.size - (before.size if before else 0)
        self._sites[site] = known
        while len(self._sites) > 1 and (len(self._sites) > _MOST_SITES or self._kept > _MOST_KEPT):
            self._kept -= self._sites.popitem(last=False)[1].size

    async def _ask(self, address: URL) -> _Site:
        try:
            text = await self._read(address)
        except FetchError as error:
            return _Site(self._clock() + (error.retry_after or _KEPT_AFTER_FAILURE), error)
        rules = await asyncio.to_thread(Protego.parse, text)
        return _Site(self._clock() + KEPT, rules, len(text))
