"""Tell a question in another language from one in English, by its small words."""

from __future__ import annotations

import re

from bot.language.plain_text import word_set

_ENGLISH = word_set(
    "a about an and any are at be been by can could did do does for from had has have he her his "
    "how i if in is it its my not of on or she that the their they this to was we were what when "
    "where which who why will with would you your"
)
_OTHERS = word_set(
    # French
    "au aux avec ce cette combien comment dans de des du elle est et ils la le les leur mais ne "
    "nous ou où par pas plus pour pourquoi qu quand que quel quelle quelles quels qui quoi sa se "
    "ses son sont sur un une vous "
    # Spanish
    "al como cómo con cuando cuándo cuanto cuánto cuantos cuántos cual cuál del donde dónde el "
    "ella en es esta este fue ha han hay las lo los más muy para pero por porque qué quien quién "
    "se ser si sobre su sus una y "
    # German
    "als auch auf aus bei das dem den der die ein eine einem einen einer er es hat haben ist "
    "kann mit nach nicht oder sich sie sind über um und von vor wann war waren warum was welche "
    "welcher wer werden wie wieviel wird wo wurde zu zum zur "
    # Italian, Portuguese, Dutch
    "chi che come cosa dei della delle di gli il nel perché quanti quando sono uno o os as dos "
    "das em não quem onde quantos uma het een hoeveel waarom wat wie zijn van"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2
_LEAST_WORDS = 4


def is_foreign(question: str) -> bool:
    """Return whether a question is plainly in another language than English.

    Args:
        question: The question, of four words or more; two small words of other languages must
            stand in it, and more of them than English ones.
    """
    words = [word.lower() for word in _WORD.findall(question)]
    other = sum(word in _OTHERS for word in words)
    if len(words) < _LEAST_WORDS:
        return False
    return other >= _LEAST and other > sum(word in _ENGLISH for word in words)
