"""Tags that sources are filed under, as they are kept and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.articles.storable import storable

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_TAGS = 10
_TAG_LENGTH = 30


def plain_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Return tags in lower case, each once, at most ten of thirty characters."""
    folded = (" ".join(storable(tag).lower().split())[:_TAG_LENGTH] for tag in tags)
    return tuple(dict.fromkeys(tag for tag in folded if tag))[:_MOST_TAGS]
