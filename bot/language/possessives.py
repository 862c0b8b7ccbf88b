"""The endings of a noun that owns what follows it: *Norway's*, *the Greens'*."""

from __future__ import annotations

import re

POSSESSIVES = ("'s", "’s")
ALL_POSSESSIVES = (*POSSESSIVES, "s'", "s’")
"""The same, with those of plurals."""

_POSSESSIVE = re.compile(r"['’]s?\Z")


def without_possessive(noun: str) -> str:
    """Return a noun without a possessive's ending."""
    return _POSSESSIVE.sub("", noun)
