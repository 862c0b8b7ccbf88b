"""What is known of names before an article is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.gazetteer import Gazetteer
    from bot.people.text.tokens import Token


@dataclass(frozen=True, slots=True, eq=False)
class NameLexicon:
    """The names of the world, and the words that one language has around them.

    Attributes:
        gazetteer: Lists of given names, surnames and places.
        rules: The language's words.
    """

    gazetteer: Gazetteer
    rules: NameRules

    def begins_with_given_name(self, key: tuple[str, ...]) -> bool:
        """Return whether a name begins as people's do: “Van Morrison”, but no “Van Elzen”.

        Args:
            key: The entries of the name's words.
        """
        if key[0] not in self.gazetteer.given_names:
            return False
        return key[0] not in self.rules.particles or key[-1] in self.gazetteer.surnames

    def has_given_name(self, tokens: Sequence[Token]) -> bool:
        """Return whether one of some words is a given name."""
        return any(token.entry in self.gazetteer.given_names for token in tokens)

    def may_precede_surname(self, token: Token) -> bool:
        """Return whether a word is a given name or a particle, as in “Jochem de Boer”."""
        given = self.gazetteer.given_names
        is_given = token.entry in given or token.entry.partition("-")[0] in given
        return is_given or token.text in self.rules.particles
