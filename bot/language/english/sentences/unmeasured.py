"""Questions that ask for a measure, a score or a colour, and sentences that have none."""

from __future__ import annotations

import re

from bot.language.english.words.number_words import UP_TO_TWELVE

_NUMBER = (
    rf"\d|\b(?:{UP_TO_TWELVE}|\w{{3,5}}teen"
    r"|first|second|third|\w{2,9}th|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?"
    r"|half|quarter|twice|double|tripled?|couple|single|both|pair|few|several|many|most|all"
    r"|every\w*|each|none|no|nobody|nothing|neither|never|any\w*|zero|nil|free|only|enough|once)\b"
)
_SPEED = (
    r"mph|kph|kmh|km/h|m/s|knots?|\b(?:an|per|a|each|every)\s(?:hour|second|minute|day|week|month"
    r"|year|lap)|percent|per\scent|%|\btimes\b|\b(?:seconds?|minutes?|hours?|days?|weeks?|months?"
    r"|years?)\b|\bspeed|\bMach\b|\bfast|\bslow|\bquick"
)
_WEIGHT = (
    r"\bweigh|\d\s?(?:kg|g|lbs?|oz|mg|t)\b|\b(?:kilos?|kilogram\w*|grams?|grammes?|pounds?|stones?"
    r"|tons?|tonnes?|ounces?|heav\w+|light\w*)\b"
)
_HEAT = (
    r"°|\d\s?[CF]\b|\b(?:degrees?|celsius|kelvins?|fahrenheit|centigrade|zero|freez\w+|boil\w*|hot\w*|cold\w*"
    r"|warm\w*|frost|mild|record)\b"
)
_SCORE = (
    r"\d\s?[-–—:]\s?\d|\b[^\W\d_]{2,}\s\d{1,3}\b|\b(?:nil|love|all|draw|drew|drawn|goalless|scoreless"
    r"|points?|runs?|sets?|\w+\sto\s(?:one|two|three|four|five|six)"
    r"|(?:one|two|three|four|five|six)[\s-](?:one|two|three|four))\b"
)
_COLOUR = (
    r"\b(?:red|blue|green|yellow|white|black|orange|purple|pink|brown|gr[ae]y|gold\w*|silver\w*"
    r"|violet|turquoise|crimson|scarlet|beige|cream|navy|lilac|maroon|bronze|copper\w*|teal|amber"
    r"|indigo|ivory|khaki|colourless|transparent|striped?s?|\w{3,12}ish)\b"
)
_CLOCK = (
    r"\d{1,2}[.:]\d\d|\d\s?[ap]\.?m\b|\b(?:noon|midnight|midday|o['’]clock|dawn|dusk|sunrise|sunset"
    r"|half\spast|quarter\s(?:past|to)|hours?|minutes?|morning|afternoon|evening|night|lunch\w*)\b"
    rf"|\b(?:at|from|until|till|by|past|to|before|after)\s(?:{UP_TO_TWELVE})\b|\d{{4}}\b"
)
_MEASURES = (
    (r"\bhow\s+fast\b|\b(?:what|which)\s+speed\b", _SPEED),
    (
        r"\bhow\s+heavy\b(?![^?]{0,120}\b(?:defeat|loss|losses|rain|snow|traffic|fighting)\b)|\bhow\s+much\b[^?]{0,60}\bweigh(?:s|ed)?\b",
        _WEIGHT,
    ),
    (r"\bhow\s+(?:hot|cold|warm)\b|\bwhat\b[^?]{0,40}\btemperatures?\b", _HEAT),
    (r"\bwhat(?:['’]?s|\s+is|\s+was)\s+the\s+(?:\w{2,12}\s+)?score\b", _SCORE),
    (r"\b(?:what|which)\s+colou?rs?\b", _COLOUR),
    (r"\b(?:what|which)\s+time\b", _CLOCK),
    (
        r"\bwhat(?:['’]?s|\s+is|\s+was)\s+the\s+(?:\w{2,12}\s+)?"
        r"(?:price|fine|fee|cost|salary|bail)\b",
        _NUMBER + r"|\ban?\s(?:pound|dollar|euro|penny|crown|fiver|tenner|fortune|prison|jail)\b",
    ),
    (r"\bhow\s+(?:many|old|tall|deep|wide)\b", _NUMBER + r"|\ban?\b"),
)
_PATTERNS = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(shows, re.IGNORECASE)) for asks, shows in _MEASURES
)


def lacks_measure(question: str, sentence: str) -> bool:
    """Return whether a question asks for a measure, a score or a colour, and a sentence has none.

    A count, a price, a temperature and a time of day are measures as well. *How fast* asks for a
    speed or a duration: “it slid some 30 metres” doesn't give it.

    Args:
        question: The question; of those that ask for nothing of the kind nothing is said.
        sentence: The sentence that answers it best.
    """
    return any(
        asks.search(question) is not None and shows.search(sentence) is None
        for asks, shows in _PATTERNS
    )
