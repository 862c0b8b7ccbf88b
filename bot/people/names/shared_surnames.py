"""Complete a name whose surname is said once for two people: “Tomas and Eero Vasko”."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.people.names.candidate import NameCandidate
    from bot.people.text.name_lexicon import NameLexicon


def share_surnames(found: Sequence[NameCandidate], lexicon: NameLexicon) -> None:
    """Add the other's surname to the first of two such names, where no full name has it already.

    Args:
        found: The names of an article, in reading order; they are changed.
        lexicon: What is known of names.
    """
    begun = {item.key[0] for item in found if len(item.key) > 1}
    for left, right in itertools.pairwise(found):
        if left.key[0] not in begun and _are_pair(left, right, lexicon):
            surname = [t for t in right.span.tokens[1:] if t.text in lexicon.rules.particles]
            left.shared = (*surname, right.span.tokens[-1])
            left.key = (*left.key, *(token.entry for token in left.shared))
            left.score = max(left.score, right.score)


def _are_pair(left: NameCandidate, right: NameCandidate, lexicon: NameLexicon) -> bool:
    """Whether a given name is joined to a full one behind it."""
    if left.text is not right.text or left.span.prefix or right.span.prefix:
        return False
    if len(left.key) > 1 or len(right.key) == 1:
        return False
    gap = left.text[left.span.span[1] : right.span.start].strip()
    given, places = lexicon.gazetteer.given_names, lexicon.gazetteer.places
    return (
        gap in lexicon.rules.beside_names
        and gap not in lexicon.rules.genitives
        and right.score > 0
        and left.key[0] in given
        and left.key[0] not in places
        and right.key[0] in given
    )
