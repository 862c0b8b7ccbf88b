"""Why something could not be fetched."""

from __future__ import annotations

NOT_A_FEED = "it is a page, not a feed: add it as a link"
"""Why a page is not followed as a feed."""


class FetchError(Exception):
    """An address can't be fetched; the message says why, and how to fix it if that is possible.

    The message names no address, so that it may stand in a log.

    Attributes:
        retry_after: For how many seconds the site asks to be left alone, if it says.
    """

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
