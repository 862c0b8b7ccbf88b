"""What sites ask of programs that read them: their ``robots.txt``, kept for a day."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from protego import Protego

from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from yarl import URL

MOST_BYTES = 500 * 1024
"""How much of a ``robots.txt`` is read; RFC 9309 asks for that much."""

KEPT = 24 * 60 * 60.0
_KEPT_AFTER_FAILURE = 10 * 60.0
_MOST_SITES = 2000

EVERYTHING = ""
"""The text of a site that asks nothing."""


class Robots:
    """Says what may be read on each site.

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
        self._sites: OrderedDict[str, tuple[float, Protego | FetchError]] = OrderedDict()

    async def check(self, address: URL) -> None:
        """Let only what a site allows be read.

        Raises:
            FetchError: The site asks programs not to read that, or can't be asked.
        """
        site = str(address.origin())
        until, rules = self._sites.get(site, (0.0, None))
        if rules is None or until < self._clock():
            rules = await self._ask(address.origin().with_path("/robots.txt"))
            kept = _KEPT_AFTER_FAILURE if isinstance(rules, FetchError) else KEPT
            self._sites[site] = (self._clock() + kept, rules)
            if len(self._sites) > _MOST_SITES:
                self._sites.popitem(last=False)
        if isinstance(rules, FetchError):
            raise FetchError(str(rules), rules.retry_after)
        if not rules.can_fetch(str(address), self._agent):
            message = "the site asks programs not to read this page (robots.txt)"
            raise FetchError(message)

    async def _ask(self, address: URL) -> Protego | FetchError:
        try:
            text = await self._read(address)
        except FetchError as error:
            return error
        return await asyncio.to_thread(Protego.parse, text)
