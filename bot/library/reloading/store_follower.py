"""Reload a library when another process has changed its articles in the store."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

log = logging.getLogger(__name__)

_TRIED_EVERY = 1.0
"""Seconds between two attempts to load what has changed in a store that can't be read."""


async def follow(
    heard: AsyncIterator[tuple[str, int]],
    version: Callable[[], int],
    restore: Callable[[], Awaitable[None]],
) -> None:
    """Load the articles again whenever another process has changed them in the store.

    Args:
        heard: The scopes that have changed, each with its new version.
        version: Returns the version that is in service.
        restore: Loads the articles from the store.
    """
    async for scope, new in heard:
        if scope != EVERYBODY or new <= version():
            continue
        try:
            while not await _restored(restore):  # noqa: ASYNC110 - no event tells when the store is back
                await asyncio.sleep(_TRIED_EVERY)
        except Exception:
            log.exception("the articles that changed in the store could not be loaded")


async def _restored(restore: Callable[[], Awaitable[None]]) -> bool:
    """Load the articles again; return whether the store could be read."""
    try:
        await restore()
    except DatabaseError as error:
        log.warning("the articles that changed in the store can't be loaded yet: %s", error)
        return False
    return True
