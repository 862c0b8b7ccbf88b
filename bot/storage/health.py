"""Whether the stores can be written to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StorageHealth:
    """The health of the stores.

    Attributes:
        writable: Whether they can be written to now.
        last_failure: Why the last write failed, unless a later one has succeeded.
    """

    writable: bool
    last_failure: str | None
