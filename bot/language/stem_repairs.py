"""Unite forms of one word that a Snowball stemmer leaves apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LEAST = 3
_LEAST_OF_VERB = 4
_FLEETING = regex.compile(r"(?<=[бвгджзклмнпрстфхцчшщь])[ое](?=[вклнрц]\Z)")
_PARTICIPLE = regex.compile(r"енн(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ом|ых|ыми)\Z")
_IRREGULAR = {
    **dict.fromkeys(("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днях"), "ден"),
    "писем": "письм",
}
_ENDS_IN_Y = regex.compile(r"(?<=[aeıioöuü])y\Z")


def _russian(form: str, stem: str) -> str:
    """Return a Russian stem without a fleeting vowel, or without what only participles have.

    *рынок* and *рынка*, *бочек* and *бочка*, *найденных* and *найдены* have one stem each.
    """
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if stem.endswith("ен") and len(stem) >= _LEAST_OF_VERB + 2 and _PARTICIPLE.search(form):
        return stem[:-2]
    shorter: str = _FLEETING.sub("", stem)
    return shorter if len(shorter) >= _LEAST else stem


def _romanian(form: str, stem: str) -> str:
    """Return a Romanian stem without the *e* of *insulei* or the *u* of *metru*.

    Of the other cases and numbers, *insula* and *metri*, no vowel is left.
    """
    is_long = len(stem) > _LEAST
    has_vowel = (stem.endswith("e") and form.endswith("ei")) or stem.endswith(("ru", "lu"))
    return stem[:-1] if is_long and has_vowel else stem


def _turkish(_form: str, stem: str) -> str:
    """Return a Turkish stem without the *y* that is taken for an ending's: *olay* and *olayı*."""
    shorter: str = _ENDS_IN_Y.sub("", stem)
    return shorter if len(shorter) > 1 else stem


REPAIRS: Mapping[str, Callable[[str, str], str]] = {
    "ro": _romanian,
    "ru": _russian,
    "tr": _turkish,
}
"""By language what returns the stem of a form from the stemmer's."""
