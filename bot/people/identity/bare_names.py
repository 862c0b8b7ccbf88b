"""Decide whom a bare name is of where several of an article's people share it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.people.identity.kin import Kin, kin_of, sex_of_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.identity.person_draft import PersonDraft
    from bot.people.names.candidate import NameCandidate


_MOST_COMPARED = 50
"""Of how many who share a surname one is chosen by a title; more are a list, not news."""


@dataclass(slots=True)
class _Surname:
    """Whom a surname is of, as an article goes on.

    Attributes:
        holder: Whom it is of by itself.
        is_used: Whether the holder has been called by it.
        guest: Who was named in full since, though the holder is called by it.
        passage: The passage in which that was.
    """

    holder: PersonDraft
    is_used: bool = False
    guest: PersonDraft | None = None
    passage: int = -1


class BareNames:
    """Whom bare names are of: surnames and given names of those who are named in full.

    A surname is of whom was last named with it. Who is introduced as somebody's relative (“her
    husband, Luc Marchetti”) does not take it over, and whom the article has called by it keeps it,
    unless another is called so right where that one is named. “Mrs” is said of no husband.

    Args:
        drafts: The article's people with full names, in the order in which they are named.
        rules: The language's words.
    """

    def __init__(self, drafts: Sequence[PersonDraft], rules: NameRules) -> None:
        self._rules = rules
        self._given = {name: draft for draft in reversed(drafts) for name in draft.given}
        self._sharing: dict[str, list[PersonDraft]] = defaultdict(list)
        for draft in drafts:
            for name in draft.surnames:
                self._sharing[name].append(draft)
        self._shared = {name for name, sharing in self._sharing.items() if len(sharing) > 1}
        self._surnames: dict[str, _Surname] = {}
        self._later: dict[str, PersonDraft | None] = {}
        self._untold: set[str] = set()
        self._kin: dict[int, Kin] = {}
        self._sexes: dict[int, str] = {}
        self._last: NameCandidate | None = None

    def owner_of(self, item: NameCandidate) -> PersonDraft | None:
        """Return whom a bare name is of; None where it is nobody's with a full name."""
        draft = self._owner_of_surname(" ".join(item.key), item)
        if draft is None and len(item.key) == 1:
            draft = self._given.get(item.key[0])
        if draft is not None:
            for given in draft.given:
                self._given[given] = draft
        return draft

    def add_full(self, item: NameCandidate, draft: PersonDraft) -> None:
        """Record that somebody is named in full, in reading order."""
        for given in draft.given:
            self._given[given] = draft
        is_second = self._last is not None and bool(self._last.shared)
        self._last = item
        for name in (draft.surnames & self._shared) - self._untold:
            known = self._surnames.setdefault(name, _Surname(draft))
            self._sexes.setdefault(id(draft), self._sex(item, draft))
            if known.holder is draft:
                known.guest = None
            elif (kin := self._kin_of(draft)).is_relative:
                self._sexes[id(known.holder)] = self._sexes.get(id(known.holder)) or kin.whose
            elif known.is_used:
                known.guest, known.passage = draft, item.passage
            elif not is_second:  # “Luc and Odile Marchetti”
                known.holder = draft

    def _owner_of_surname(self, name: str, item: NameCandidate) -> PersonDraft | None:
        sharing = self._sharing.get(name, ())
        if len(sharing) == 1 and sharing[0].found and name not in self._untold:
            return sharing[0]
        known = self._surnames.get(name)
        if known is None:
            return self._named_later(name)
        sex = sex_of_title(item, self._rules)
        if (
            known.guest is not None
            and known.passage == item.passage
            and self._fits(known.guest, sex)
        ):
            known.holder, known.guest = known.guest, None
        if self._fits(known.holder, sex):
            known.is_used = True
            return known.holder
        fitting = [draft for draft in sharing[:_MOST_COMPARED] if self._fits(draft, sex)]
        return max(
            fitting, key=lambda draft: bool(self._sexes.get(id(draft))), default=known.holder
        )

    def _named_later(self, name: str) -> PersonDraft | None:
        """Return who is named later, nobody in “Mrs Ridley, whose husband, Tom Ridley, …”."""
        if name not in self._later:
            sharing = self._sharing.get(name, ())
            named = next((draft for draft in sharing if not self._kin_of(draft).is_relative), None)
            self._later[name] = named
            if sharing and named is None:
                self._untold.add(name)
        return self._later[name]

    def _fits(self, draft: PersonDraft, sex: str) -> bool:
        return not sex or self._sexes.get(id(draft), sex) in {sex, ""}

    def _kin_of(self, draft: PersonDraft) -> Kin:
        known = self._kin.get(id(draft))
        if known is None:
            item = draft.introduced
            known = self._kin[id(draft)] = kin_of(item, self._rules) if item else Kin()
        return known

    def _sex(self, item: NameCandidate, draft: PersonDraft) -> str:
        return sex_of_title(item, self._rules) or self._kin_of(draft).sex
