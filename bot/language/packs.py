"""The language packs that there are, by language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.language.english.pack import English

if TYPE_CHECKING:
    from bot.language.pack import LanguagePack


@cache
def pack_for(language: str) -> LanguagePack:  # noqa: ARG001
    """Return the pack that analyses a language.

    Args:
        language: An ISO 639-1 code. A language that has no pack of its own is analysed as English.
    """
    return _english()


@cache
def _english() -> English:
    return English()
