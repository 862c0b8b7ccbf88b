"""Lists of given names, surnames and places, for telling people from everything else."""

from __future__ import annotations

import functools
import lzma
from dataclasses import dataclass
from importlib import resources

from bot.language.analysis.analyser import fold

GIVEN_NAMES = "given_names.txt.xz"
SURNAMES = "surnames.txt.xz"
PLACES = "places.txt.xz"
COMMON_WORDS = "common_words.txt.xz"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Lists of names, each entry without accents and in lower case.

    Attributes:
        given_names: Single words that are given names somewhere.
        surnames: Single words that are surnames somewhere.
        places: Countries, their regions, cities and demonyms; an entry may be several words.
        common_words: Frequent English words; some of them are names as well.
    """

    given_names: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    common_words: frozenset[str]


@functools.cache
def shipped_gazetteer() -> Gazetteer:
    """Return the lists that ship with Footnote, read on the first call (about 10 ms)."""
    return Gazetteer(*map(_read, (GIVEN_NAMES, SURNAMES, PLACES, COMMON_WORDS)))


def entry_of(word: str) -> str:
    """Return a word or a name as the lists have it: without accents and in lower case."""
    return fold(word).replace("’", "'").lower()


def _read(name: str) -> frozenset[str]:
    packed = resources.files(__name__).joinpath(name).read_bytes()
    # A set that is made of a set takes half the memory of one that grew with its entries.
    return frozenset(set(lzma.decompress(packed).decode().split("\n")))
