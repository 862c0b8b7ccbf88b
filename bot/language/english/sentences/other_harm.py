"""English questions that ask who died or was hurt, and sentences that tell of the other alone."""

from __future__ import annotations

import re

_DEATH = re.compile(
    r"\b(?:dead|death(?:s|\stoll)?|die[ds]?|dying|kill(?:s|ed|ing)?|fatal(?:ly|ity|ities)?|lives?"
    r"|bod(?:y|ies)|lost|perish(?:ed)?|drown(?:ed)?|murder(?:s|ed)?|casualt(?:y|ies)|victims?)\b",
    re.IGNORECASE,
)
_HURT = re.compile(
    r"\b(?:hurt|injur(?:ed|y|ies|ing)|wound(?:s|ed|ing)?|casualt(?:y|ies)|victims?|hospital\w*)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:no|nobody|none|not|never|without|unhurt|surviv\w*)\b", re.IGNORECASE)
_ASKS_DEATHS = re.compile(
    r"\bhow\s+many\b(?=[^?]{0,120}\b(?:die[ds]?|dead|killed|deaths|fatalities|lost\s+their\s+lives)\b)",
    re.IGNORECASE,
)
_ASKS_HURT = re.compile(
    r"\bhow\s+many\b(?=[^?]{0,120}\b(?:hurt|injured|wounded|injuries)\b)", re.IGNORECASE
)


def tells_of_other_harm(question: str, sentence: str) -> bool:
    """Return whether a question asks how many died, and a sentence tells only of those hurt.

    Or the other way round. That nobody was hurt says that nobody died.

    Args:
        question: The question; of those that ask for both nothing is said.
        sentence: The sentence that answers it best.
    """
    deaths, hurt = _ASKS_DEATHS.search(question), _ASKS_HURT.search(question)
    if (deaths is None) == (hurt is None) or _NOBODY.search(sentence):
        return False
    asked, other = (_DEATH, _HURT) if deaths else (_HURT, _DEATH)
    return asked.search(sentence) is None and other.search(sentence) is not None
