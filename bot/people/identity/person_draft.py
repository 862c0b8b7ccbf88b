"""A person of an article while their mentions are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.people.identity.name_forms import surname_keys

if TYPE_CHECKING:
    from bot.people.names.candidate import NameCandidate

_MOST_FORMS = 20


@dataclass(slots=True, eq=False)
class PersonDraft:
    """A person while mentions are being gathered.

    Attributes:
        found: The mentions.
        surnames: What the person may be called by later on.
        given: The given names that the person may be called by.
        certain: As :attr:`~bot.people.article_person.ArticlePerson.certain`.
        introduced: The first mention by a full name.
    """

    found: list[NameCandidate] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    certain: bool = True
    introduced: NameCandidate | None = None

    def add_form(self, item: NameCandidate) -> None:
        """Add the parts of a full name to what the person is called by."""
        self.introduced = self.introduced or item
        if len(self.given) < _MOST_FORMS:
            self.surnames |= surname_keys(item.key)
            self.given.add(item.key[0])
