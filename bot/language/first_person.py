"""The words that say *I* and *we*, by language."""

from __future__ import annotations

import re

_WORDS = {
    language: re.compile(rf"\b(?:{words})\b(?!\.)")
    for language, words in (
        ("en", "I|[Ww]e|[Mm]y|[Oo]ur|us|me|myself|ourselves"),
        ("de", "[Ii]ch|[Ww]ir|mich|mir|uns|[Mm]ein(?:e[mnrs]?)?|[Uu]nser(?:e[mnrs]?)?"),
        ("es", "[Yy]o|[Nn]osotr[oa]s|[Mm]e|[Mm]is?|[Nn]uestr[oa]s?"),
        ("fr", "[Jj]e|[Jj]['’]\\w+|[Nn]ous|[Mm]oi|[Mm]on|[Mm]es|[Nn]otre|[Nn]os"),
        ("it", "[Ii]o|[Nn]oi|[Mm]i|[Mm]i[oae]|miei|[Nn]ostr[oaie]"),
        ("nl", "[Ii]k|[Ww]ij|[Ww]e|[Mm]ijn|[Mm]ij|[Oo]ns|[Oo]nze"),
        ("pt", "[Ee]u|[Nn]ós|[Mm]eus?|[Mm]inhas?|[Nn]oss[oa]s?"),
    )
}


def first_person_in(language: str) -> re.Pattern[str] | None:
    """Return what matches a word that says *I* or *we*, or ``None`` where it isn't known.

    Args:
        language: An ISO 639-1 code.
    """
    return _WORDS.get(language)
