"""The English words for relatives, and those that tell a man from a woman."""

from __future__ import annotations

from bot.language.plain_text import word_set

_MEN = word_set(
    "husband widower father dad stepfather grandfather grandad grandpa brother stepbrother "
    "half-brother son stepson grandson great-grandson uncle nephew godson godfather fiance "
    "boyfriend ex-husband ex-boyfriend father-in-law brother-in-law son-in-law"
)
_WOMEN = word_set(
    "wife widow mother mum mom stepmother grandmother grandma gran sister stepsister half-sister "
    "daughter stepdaughter granddaughter great-granddaughter aunt niece goddaughter godmother "
    "fiancee girlfriend ex-wife ex-girlfriend mother-in-law sister-in-law daughter-in-law"
)

KIN = _MEN | _WOMEN | word_set("parent child grandchild sibling spouse cousin twin relative fiance")
"""What relatives are."""

MASCULINE = _MEN | word_set("mr sir lord king prince duke baron count his")
"""Relatives, titles and the pronoun that tell of a man."""

FEMININE = _WOMEN | word_set("mrs ms miss madam dame lady queen princess duchess baroness her")
"""Those that tell of a woman."""
