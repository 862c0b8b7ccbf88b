"""Find the person that a full name is of, in time that does not grow with the number of people."""

from __future__ import annotations

from collections import defaultdict

from bot.people.identity.name_forms import plain_key, same_person

_MOST_COMPARED = 50
"""With how many names of one initial and surname a new one is compared; more are a list of
surnames, not news."""


class FullNames:
    """The full names known so far, each with the number of the person whose name it is."""

    def __init__(self) -> None:
        self._exact: dict[tuple[str, ...], int] = {}
        self._alike: dict[tuple[str, str], list[tuple[tuple[str, ...], int]]] = defaultdict(list)

    def find(self, key: tuple[str, ...]) -> int | None:
        """Return the lowest number of a person who may be called so, or None."""
        known = self._exact.get(key)
        if known is not None:
            return known
        alike = self._alike.get(_bucket(key), ())
        return min((number for other, number in alike if same_person(key, other)), default=None)

    def find_only(self, key: tuple[str, ...]) -> int | None:
        """Return the number of the only person who may be called so; None where there are two."""
        known = self._exact.get(key)
        if known is not None:
            return known
        alike = self._alike.get(_bucket(key), ())
        fitting = {number for other, number in alike if same_person(key, other)}
        return fitting.pop() if len(fitting) == 1 else None

    def add(self, key: tuple[str, ...], number: int) -> None:
        """Record that a name is a person's."""
        if key not in self._exact:
            self._exact[key] = number
            bucket = self._alike[_bucket(key)]
            if len(bucket) < _MOST_COMPARED:
                bucket.append((key, number))


def _bucket(key: tuple[str, ...]) -> tuple[str, str]:
    """Return what two names of one person share: the first initial and the surname."""
    plain = plain_key(key) or key
    return plain[0][:1], plain[-1]
