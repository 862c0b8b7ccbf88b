"""Questions that ask who somebody is by the name, in the languages that list people.

English has rules of its own (:mod:`bot.language.english.questions.asked_person`).
"""

from __future__ import annotations

import re

_NAME = r"(?P<name>[^\W\d_][\w'’.-]{0,30}(?:\s+[^\W\d_][\w'’.-]{0,30}){0,3})"
_WHO = {
    "de": r"wer\s+(?:ist|war)(?:\s+(?:eigentlich|denn|noch))?",
    "es": r"qui[eé]n\s+(?:es|era|fue)",
    "fr": r"(?:qui\s+(?:est|était|etait)|c['’]est\s+qui)",
    "it": r"chi\s+(?:è|é|e['’]?|era|fu)",
    "nl": r"wie\s+(?:is|was)(?:\s+eigenlijk)?",
    "pt": r"quem\s+(?:é|e|era|foi)",
}
_ASKED = {
    code: re.compile(rf"\A\W*{who}\s+{_NAME}\W*\Z", re.IGNORECASE) for code, who in _WHO.items()
}


def who_is_asked_for(question: str, language: str) -> str | None:
    """Return whom a question asks about, as typed, if it asks who somebody is and no more.

    Args:
        question: The question. Whether what stands in a name's place is one, only the articles
            tell.
        language: The language that it may be in, as an ISO 639-1 code.
    """
    asked = _ASKED.get(language)
    match = asked.match(question) if asked else None
    return match["name"] if match else None
