"""Compare the forms that news gives one person's name."""

from __future__ import annotations

from bot.language.name_parts import (
    EAST_ASIAN_SURNAMES,
    GENERATIONS,
    PARTICLES,
    SURNAME_PREFIXES,
)


def same_person(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's.

    They may where they are equal, or where given name and surname agree and one of them leaves
    out or shortens what stands between in the other (``John F. Kerry``, ``John Kerry``).

    Args:
        first: The entries of one name's words.
        second: Those of the other.
    """
    if first == second:
        return True
    if first[-1][0] != second[-1][0] and not {first[-1], second[-1]} & GENERATIONS:
        return False  # most pairs differ here, and the rest is slow
    short, long = sorted((plain_key(first), plain_key(second)), key=len)
    if len(short) < 2 or short[-1] != long[-1]:  # noqa: PLR2004
        return False
    if short[0] != long[0] and not _shortens(short[0], long[0]):
        return False
    rest = list(long[1:-1])
    for part in short[1:-1]:
        match = next((other for other in rest if other == part or _shortens(part, other)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def plain_key(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name's words without full stops, and without “Jr.” and “Sr.”."""
    return tuple([part.rstrip(".") for part in key if part not in GENERATIONS])


def _shortens(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return len(short) == 1 and long.startswith(short)


def surname_keys(key: tuple[str, ...]) -> set[str]:
    """Return what news calls a person again by: the surname, with its particles and without.

    A name that begins with an East Asian surname has that one too.
    """
    plain = plain_key(key)
    if len(plain) == 1:
        return {plain[0]}
    keys = {plain[-1]}
    begin = len(plain) - 1
    while begin > 1 and (plain[begin - 1] in PARTICLES or plain[begin - 1] in SURNAME_PREFIXES):
        begin -= 1
        keys.add(" ".join(plain[begin:]))
    if plain[0] in EAST_ASIAN_SURNAMES and (len(plain) > 2 or "-" in plain[-1]):  # noqa: PLR2004
        keys.add(plain[0])
    return keys
