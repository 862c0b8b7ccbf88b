"""A row of a table, as every database's driver returns it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Row(Protocol):
    """A row: its values by the columns' names, and in their order."""

    def __getitem__(self, column: str, /) -> Any:
        """Return the value of a column."""
        ...

    def __iter__(self) -> Iterator[Any]:
        """Return the values in the order of the columns."""
        ...
