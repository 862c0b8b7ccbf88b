"""What a sentence that answers an English question looks like, where its words tell."""

from __future__ import annotations

import re

from bot.language.shape import Shape

_AGE = re.compile(
    r",\s(?:aged\s)?\d{1,3}(?:,|\.|;|\sand\b|\Z)|\b\d{1,3}[- ]years?[- ]old\b|\baged\s\d{1,3}\b"
    r"|\b(?:is|was|turns|turned)\s\d{1,3}\b(?!\s(?:per|million|billion|thousand|people|of|degrees|"
    r"metres|miles|kilomet))|\b\d{1,3}\syears\sold\b"
)
_MONEY = re.compile(
    r"[£$€¥₹]\s?\d|\b\d[\d.,]{0,20}\s(?:(?:thousand|million|billion|trillion)\s)?"
    r"(?:pounds?|dollars?|euros?|pence|cents?|yen|francs?|kron\w+|rupees|roubles|pesos|reais)\b"
    r"|\b(?:thousand|million|billion)\s(?:pounds|dollars|euros)\b",
    re.IGNORECASE,
)
_ASKS_AGE = re.compile(
    r"\bhow old\b(?!\s+(?:is|was|are)\s+(?:the|this|that|its))|\b(?:what|which)\b.{0,20}\bage\b"
    r"|\A\W*(?:\w+\W+){1,3}age\W*\Z",
    re.IGNORECASE,
)
_ASKS_MONEY = re.compile(
    r"\bhow much\b.{0,60}\b(?:costs?|bail|fine|fined|price|tickets?|pa(?:y|id)|earn\w*|worth|"
    r"salary|spend|spent|money|fee|bonus|admission)\b|\bhow much\s+(?:is|was|are|were)\s"
    r"|\bwhat\b.{0,60}\bcosts?\b|\b(?:price|cost|admission|salary|fee)\b(?!.{0,40}\bwho\b)",
    re.IGNORECASE,
)


def shape_of(question: str) -> Shape | None:
    """Return what a sentence looks like that gives an age or a sum, where one is asked for.

    Args:
        question: The question.
    """
    if _ASKS_AGE.search(question):
        return Shape(_AGE, is_rare=True)
    return Shape(_MONEY, is_rare=False) if _ASKS_MONEY.search(question) else None
