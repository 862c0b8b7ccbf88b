"""Unite forms of one word that a stemmer leaves apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from bot.language.analysis.arabic_endings import stem_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LEAST = 3
"""Letters that are left of a stem at the least."""

_LEAST_OF_LONG = 4
"""Letters of a stem that is longer than what an ending may be taken from by mistake."""

_FLEETING = regex.compile(r"(?<=[бвгджзклмнпрстфхцчшщь])[ое](?=[вклнрц]\Z)")
_PARTICIPLE = regex.compile(r"енн(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ом|ых|ыми)\Z")
_IRREGULAR = {
    **dict.fromkeys(("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днях"), "ден"),
    "писем": "письм",
}
_IMPERFECTIVE = regex.compile(r"[иы]ва\Z")
_LEAST_OF_IMPERFECTIVE = 6
_ENDS_IN_Y = regex.compile(r"(?<=.[aeıioöuü])y\Z")
_TURKISH_TAIL = regex.compile(r"(?<=[aeıioöuü])[sn]\Z|[aeıioöuü]\Z")
_TURKISH_VERB = regex.compile(
    r"(?:[ıiuü]?yor(?:du|mu[şs])?(?:lar)?"
    r"|[dt][ıiuü](?:lar|ler|r)?|m[ıiuü][şs](?:t[ıiuü]r?)?(?:lar|ler)?"
    r"|[dt][ıiuü]ğ[ıiuü]\p{L}{0,6}|[dt][ıiuü]k(?:t[ae]n|ç[ae])"
    r"|(?:acak|ecek|acağ|eceğ)\p{L}{0,6}|[ae]rak"
    r"|m[ae]k(?:t[ae](?:d[ıiuü]r|yd[ıiuü])?|t[ae]n)?"
    r"|y[ıiuü]p|y[ae]n|(?<=[ıiuü]l|[ıiuüae]n)[ae]n)\Z"
)
_TURKISH_NO_VERBS = frozenset({"kendi", "şimdi", "yedi", "ciddi", "maddi", "parmak", "basamak"})
_VOICED = {"b": "p", "d": "t", "c": "ç", "g": "k", "ğ": "k"}
_ROMANIAN_PLURAL = regex.compile(r"ur(?:i|ile|ilor)\Z")
_ROMANIAN_BROKEN = regex.compile(r"oa(?=[^aeiouăâî]{1,3}\Z)")
_ROMANIAN_VOWELS = regex.compile(r"(?<=.{2})(?:eu|iu|i|e)\Z")
_POLISH_FLEETING = regex.compile(r"(?<=[^aeiouyąęó]{1,2})e(?=k\Z)")
_PORTUGUESE_PLURALS = {"ais": "al", "eis": "el", "éis": "el", "óis": "ol", "ois": "ol"}
_SPANISH_PLURAL_OF_Z = "ces"
_GREEK_ADJECTIVE = regex.compile(r"(?<=.{4})ικ\Z")
_GREEK_TENSES = regex.compile(r"(?<=.{3})(?:[αεηιουω]{1,2}(?:σ|θ|στ|ζ|μεν)|ειτα)\Z")
_GERMAN_OF_LATIN = regex.compile(r"(?<=[eirnb])um\Z")
_GERMAN_PARTICIPLE = regex.compile(r"ge(?!f[äa]hr|stalt|w[äa]hr).{4,}et\Z")
_GERMAN_UMLAUT = regex.compile(r"(?<=[^aeiouyäöüq][aou]|\A[aou])e(?=[^aeiouyäöü])")
_DUTCH_PLURALS = {
    "musea": "museum",
    "kinderen": "kind",
    "eieren": "ei",
    "liederen": "lied",
    "volkeren": "volk",
    "goederen": "goed",
    "bladeren": "blad",
}


def _russian(form: str, stem: str) -> str:
    """Return a Russian stem without a fleeting vowel, or without what only participles have.

    *рынок* and *рынка*, *бочек* and *бочка*, *найденных* and *найдены*, *музей* and *музея*,
    *открыл* and *открывает* have one stem each.
    """
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if stem.endswith("ен") and len(stem) >= _LEAST_OF_LONG + 2 and _PARTICIPLE.search(form):
        return stem[:-2]
    if len(stem) >= _LEAST_OF_IMPERFECTIVE and _IMPERFECTIVE.search(stem):
        return stem[:-3]
    shorter: str = _FLEETING.sub("", stem.removesuffix("е") if len(stem) > _LEAST else stem)
    return shorter if len(shorter) >= _LEAST else stem


def _romanian(form: str, stem: str) -> str:
    """Return a Romanian stem without the vowels in which cases and numbers differ.

    *muzeu* and *muzeul*, *insulei* and *insula*, *poduri* and *pod*, *școală* and *școli*.
    """
    if len(stem) > _LEAST and _ROMANIAN_PLURAL.search(form):
        return stem.removesuffix("ur")
    if len(stem) > _LEAST and stem.endswith(("ru", "lu")):
        return stem[:-1]
    stem = _ROMANIAN_BROKEN.sub("o", stem)
    return _ROMANIAN_VOWELS.sub("", stem) if len(stem) > _LEAST else stem


def _turkish(form: str, stem: str) -> str:
    """Return a Turkish stem without what endings leave on it, and ending as it is spoken.

    *müze*, *müzeye* and *müzesi*, *olay* and *olayı*, *yangın* and *yangınlar*, *kitap* and
    *kitabı*, *yayınladı* and *yayınladığı* have one stem each.
    """
    verb = _TURKISH_VERB.sub("", form) if form not in _TURKISH_NO_VERBS else form
    if _LEAST <= len(verb) < len(form):
        stem = verb
    stem = _ENDS_IN_Y.sub("", stem)
    shorter: str = _TURKISH_TAIL.sub("", stem)
    while shorter != stem and len(shorter) >= _LEAST:
        stem, shorter = shorter, _TURKISH_TAIL.sub("", shorter)
    return stem[:-1] + _VOICED.get(stem[-1], stem[-1])


def _arabic(form: str, _stem: str) -> str:
    return stem_of(form)


def _polish(form: str, stem: str) -> str:
    """Return a Polish stem with the consonant that its other cases have.

    *fabryce* and *fabryka*, *książek* and *książka*, *radzie* and *rada*, *kosztuje* and
    *kosztował*.
    """
    if form.endswith("dzie") and len(form) > _LEAST_OF_LONG + 1:
        return form.removesuffix("zie")
    if form.endswith("ście") and len(form) > _LEAST_OF_LONG + 1:
        return form.removesuffix("ście") + "st"
    if len(stem) <= _LEAST:
        return stem
    if stem.endswith("c"):
        return stem[:-1] + "k"
    if stem.endswith("uj"):
        return stem[:-2] + "ow"
    shorter: str = _POLISH_FLEETING.sub("", stem)
    return shorter


def _ukrainian(_form: str, stem: str) -> str:
    """Return a Ukrainian stem without a fleeting vowel, and a verb's as in its other tenses.

    *квиток* and *квитка*, *коштував* and *коштує*, *музей* and *музею*.
    """
    if len(stem) <= _LEAST_OF_LONG:
        return stem.removesuffix("е") if len(stem) > _LEAST else stem
    if stem.endswith(("ував", "юва", "ува", "ув", "юв")):
        return stem[: max(stem.rfind("ув"), stem.rfind("юв")) + 1]
    if stem.endswith(("ок", "ек", "ец")):
        return stem[:-2] + stem[-1]
    return stem.removesuffix("е")


def _portuguese(form: str, stem: str) -> str:
    """Return a Portuguese stem as that of the singular: *museus*, *eleições*, *animais*."""
    if form.endswith("eus") and len(form) > _LEAST_OF_LONG:
        return form[:-3]
    if form.endswith(("ões", "oes", "ães", "aes")) and stem.endswith(("o", "õ")):
        return stem[:-1] + "a"
    plural = _PORTUGUESE_PLURALS.get(form[-3:])
    return form[:-3] + plural if plural and len(form) > _LEAST_OF_LONG + 1 else stem


def _spanish(form: str, stem: str) -> str:
    """Return a Spanish stem as that of the singular: *ciudades*, *veces*."""
    if form.endswith("dades") and stem.endswith("dad"):
        return stem[:-2]
    if form.endswith(_SPANISH_PLURAL_OF_Z) and stem.endswith("c") and len(form) > _LEAST + 1:
        return stem[:-1] + "z"
    return stem


def _german(form: str, stem: str) -> str:
    """Return a German stem as its plural has it, or a verb's other forms: *Museum*, *geöffnet*.

    Umlauts may be typed as two letters: *Bruecke*, *Mueller*.
    """
    if _GERMAN_PARTICIPLE.match(form):
        stem = stem[len("ge") :]
    shorter: str = _GERMAN_UMLAUT.sub("", _GERMAN_OF_LATIN.sub("", stem))
    return shorter


def _greek(_form: str, stem: str) -> str:
    """Return a Greek stem as its other genders, cases, voices and tenses have it.

    *εισιτήριο* and *εισιτήρια*, *ιστορικός* and *ιστορικό*, *ίδρυσε*, *ιδρύθηκε* and *ίδρυση* have
    one stem each.
    """
    if len(stem) > _LEAST_OF_LONG:
        stem = _GREEK_ADJECTIVE.sub("", stem.removesuffix("ι"))
        stem = _GREEK_TENSES.sub("", stem)
    return stem


REPAIRS: Mapping[str, Callable[[str, str], str]] = {
    "ar": _arabic,
    "de": _german,
    "el": _greek,
    "es": _spanish,
    "nl": _DUTCH_PLURALS.get,
    "pl": _polish,
    "pt": _portuguese,
    "ro": _romanian,
    "ru": _russian,
    "tr": _turkish,
    "uk": _ukrainian,
}
"""By language what returns the stem of a form from the stemmer's."""
