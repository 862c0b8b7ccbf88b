"""Patterns for how old somebody or something is, by language."""

from typing import NamedTuple


class Ages(NamedTuple):
    """What one language says of ages, as alternatives of a regular expression.

    Attributes:
        asked: What says in a question that an age is asked for.
        years: The beginnings of what stands after the number in an answer.
    """

    asked: str
    years: str


AGES = {
    "fr": Ages(r"[âa]ge\b", r"ans\b"),
    "de": Ages(r"wie alt\b|welche[ms]? alter", r"jahre|-?jährig"),
    "es": Ages(r"qué edad\b|que edad\b|edad tiene", "año"),
    "it": Ages(
        r"(?:che|quale|qual è l'|l')\s?età\b|quanti anni (?:ha|aveva|hanno)\b",
        r"ann[io]\b|-?enne",
    ),
    "pt": Ages(r"(?:que|a) idade\b|idade tem", r"anos?\b"),
    "nl": Ages(r"hoe oud\b|leeftijd", r"jaar\b|-?jarig"),
    "ro": Ages("vârst|varst", r"(?:de )?ani\b"),
    "pl": Ages(r"ile lat (?:ma|miał)|w jakim wieku", r"lat\b|-?letni"),
    "ru": Ages(r"сколько (?:ему |ей |им )?лет\b|возраст", r"лет\b|год|-?летн"),
    "uk": Ages(r"скільки (?:йому |їй |їм )?років\b|вік\b", "рок|рік|-?річн"),
    "tr": Ages("kaç yaş", "yaş"),
    "el": Ages("πόσω[νς]? χρον|ηλικί|ηλικι", "ετών|χρονών|χρονος|χρόνια|χρόνων"),
    "ar": Ages("كم (?:يبلغ )?(?:من )?(?:ال)?عمر", "عام|سنة|سنوات"),
    "hi": Ages("उम्र|आयु", "साल|वर्ष"),
    "vi": Ages("(?:bao nhiêu|mấy) tuổi", "tuổi"),
    "zh": Ages("多大了|多大年|几岁|多少岁|年龄|年纪", "岁"),
    "ja": Ages("何歳|何才|年齢", "歳|才"),
    "ko": Ages("몇 ?(?:살|세(?![기금대계]))|나이", "세|살"),
    "th": Ages("อายุ", "ปี"),
}
IN_APPOSITION = r"[,(（]\s?\p{Nd}{1,3}\s?[,)）]"
"""Matches an age beside a name: *Rodrigo Belmonte, 38,* or *早乙女ひなた選手（22）*."""
