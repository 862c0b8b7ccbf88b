"""A step of a database's schema."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its name, as recorded in the database, and its statements."""

    name: str
    statements: tuple[str, ...]
