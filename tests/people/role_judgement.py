"""Judges roles against the gold: each is right, cut short or run on, or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.library.library import Library
from bot.people.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.people.gold_news import GoldNews

_DETERMINER = re.compile(r"(?:the|an?|my|his|her|its|their|our)\s+", re.IGNORECASE)


@dataclass(slots=True)
class RoleJudgement:
    """How the roles that are shown of listed people compare with the gold.

    Attributes:
        right: The same words, articles aside.
        uneven: Words within the gold's, or around them.
        wrong: Neither.
        missed: Roles of the gold of which no word is shown.
    """

    right: list[str] = field(default_factory=list)
    uneven: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def shown(self) -> int:
        """The number of roles shown."""
        return len(self.right) + len(self.uneven) + len(self.wrong)

    def share(self, roles: list[str]) -> float:
        """Return the share of roles shown, 0 to 1."""
        return len(roles) / max(1, self.shown)


def judge_roles(gold: Iterable[GoldNews]) -> RoleJudgement:
    """Compare the roles of each article alone with those listed for it."""
    judgement = RoleJudgement()
    for news in gold:
        for person in Library([news.article]).who().people:
            entry = entry_of(person.name)
            listed = next(
                (roles for forms, roles in news.people if entry in map(entry_of, forms)), None
            )
            if listed is not None:
                shown = [role.text for role in person.roles]
                _judge(judgement, f"{news.article.file} {person.name}", shown, listed)
    return judgement


def _judge(
    judgement: RoleJudgement, name: str, shown: Iterable[str], listed: Iterable[str]
) -> None:
    left = {_bare(role) for role in listed}
    known = set(left)
    for role in map(_bare, shown):
        near = [gold for gold in known if gold in role or role in gold]
        said = f"{name}: {role}"
        if role in known:
            judgement.right.append(said)
        elif near:
            judgement.uneven.append(f"{said} ({near[0]})")
        else:
            judgement.wrong.append(said)
        left -= {role, *near}
    judgement.missed.extend(f"{name}: {role}" for role in left)


def _bare(role: str) -> str:
    return _DETERMINER.sub("", role, count=1) if _DETERMINER.match(role) else role
