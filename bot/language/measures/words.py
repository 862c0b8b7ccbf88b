"""What a *how much* question may measure: money, a share, a length, an area, a weight.

For each language the beginnings of the words that say so in a question, and of the units that an
answer then has beside its number. Where no white space parts words, they are looked for anywhere.
"""

from __future__ import annotations

from typing import NamedTuple


class Measures(NamedTuple):
    """What one language says of measures, as alternatives of a regular expression.

    Attributes:
        which: What asks *which* or *what* before the thing that is measured, as in *what price*.
        money: What says in a question that a sum is asked for.
        sums: The currencies of an answer.
        share: What says that a share is asked for.
        shares: What stands for *per cent*.
        length: What says that a length, a height, a depth or a distance is asked for.
        lengths: The units of length.
        area: What says that an area is asked for.
        areas: The units of area.
        weight: What says that a weight is asked for.
        weights: The units of weight.
    """

    which: str
    money: str
    sums: str
    share: str
    shares: str
    length: str
    lengths: str
    area: str
    areas: str
    weight: str
    weights: str


EVERYWHERE = Measures(
    which="(?!)",
    money="(?!)",
    sums=r"[€$£¥₩₹₽₺₴฿₫]|US\$|eur\b|usd\b",
    share="(?!)",
    shares=r"[%٪]",
    length="(?!)",
    lengths=r"[kcm]?m\b|км\b|[см]?м\b",
    area="(?!)",
    areas=r"km²|m²|ha\b|га\b",
    weight="(?!)",
    weights=r"[km]?g\b|кг\b|г\b|t\b|т\b",
)
"""The signs and abbreviations that every language uses."""

FRACTIONS = {
    "fr": r"(?:un|deux|trois) (?:tiers|quarts?|cinquièmes?|dixièmes?)\b|moitié",
    "de": r"(?:drittel|viertel|fünftel|zehntel|hälfte)\b",
    "es": r"(?:un|dos|tres) (?:tercios?|cuartos?|quintos?|décimos?)\b|(?:cuarta|quinta|tercera|"
    r"décima) parte|mitad\b",
    "it": r"(?:un|due|tre) (?:terz[oi]|quart[oi]|quint[oi]|decim[oi])\b|metà\b",
    "pt": r"(?:um|dois|três) (?:terços?|quartos?|quintos?|décimos?)\b|(?:quarta|quinta|terça|"
    r"décima) parte|metade\b",
    "nl": r"(?:derde|kwart|vijfde|tiende|helft)\b",
    "ro": r"treime|sfert|cincime|zecime|jumătate",
    "pl": r"trzeci[aąe]|ćwierć|czwart[aąe]|połow|piąt[aąe]",
    "ru": r"треть|трети|четверт|половин|пятую|пятая",
    "uk": r"третин|чверт|половин|п'ят[ау]",
    "tr": r"(?:üçte|dörtte|beşte|onda|yarı|çeyre)",
    "el": r"τρίτο|τέταρτο|μισ[όάοα]|πέμπτο|τρίτα",
    "ar": r"ثلث|ربع|نصف",
    "hi": r"तिहाई|चौथाई|आधा|आधी|आधे",
    "vi": r"một nửa|phần (?:ba|tư|hai|năm|mười)",
    "zh": r"[一二两三四五六七八九]?分之|一半|半数",
    "ja": r"分の|半分|半数",
    "ko": r"분의|절반|반수",
    "th": r"ครึ่ง|หนึ่งในสาม|หนึ่งในสี่|ใน(?:สาม|สี่|ห้า)",
}
"""What a share is called in words, by language: *a third*, *half*.

Arabic has no fifth and no tenth here, which are written like *five* and *ten*."""
