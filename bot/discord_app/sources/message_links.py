"""Extract the links of a message, and of the message that it forwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord

_LINK = re.compile(r"https?://[^\s<>\"\[\]|`]{4,1900}", re.IGNORECASE)
_BEHIND = ".,;:!?'*_~”’»。，、！？；：）」』"
"""What stands after a link and is no part of it."""


def links_of(message: discord.Message) -> list[str]:
    """Return the links of a message, each once, in order."""
    return list(dict.fromkeys(link for text in _texts_of(message) for link in _links_in(text)))


def _texts_of(message: discord.Message) -> Iterator[str]:
    yield message.content
    for forwarded in message.message_snapshots:
        yield forwarded.content


def _links_in(text: str) -> Iterator[str]:
    for found in _LINK.findall(text):
        yield found[: _end_of(found)].rstrip(_BEHIND)


def _end_of(link: str) -> int:
    """Return where a link ends: before a bracket that closes what was opened before the link.

    Some addresses have brackets of their own, as encyclopedias’ do.
    """
    opened = 0
    for place, character in enumerate(link):
        opened += {"(": 1, ")": -1}.get(character, 0)
        if opened < 0:
            return place
    return len(link)
