"""Judges roles against the gold: each is right, cut short or run on, or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.library.library import Library
from bot.people.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.people.gold_news import GoldNews

_DETERMINERS = {
    "en": r"(?:the|an?|my|his|her|its|their|our)\s+",
    "fr": r"(?:l['’]|(?:le|la|les|une?|des|son|sa|ses|leurs?)\s+)",
    "de": r"(?:der|die|das|dem|den|des|eine?[rmns]?|seine?[rmns]?|ihre?[rmns]?|deren)\s+",
    "es": r"(?:el|la|los|las|una?|sus?)\s+",
    "it": r"(?:l['’]|un['’]|(?:il|lo|la|i|gli|le|un[oa]?|suo|sua|mia)\s+)",
    "pt": r"(?:os?|as?|uma?|seu|sua)\s+",
    "nl": r"(?:de|het|een|zijn|haar|hun)\s+",
}


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
                bare = _bare_of(news.article.language)
                said = f"{news.article.file} {person.name}"
                _judge(judgement, said, map(bare, shown), map(bare, listed))
    return judgement


def _judge(
    judgement: RoleJudgement, name: str, shown: Iterable[str], listed: Iterable[str]
) -> None:
    left = set(listed)
    known = set(left)
    for role in shown:
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


def _bare_of(language: str) -> Callable[[str], str]:
    """Return what takes the article off a role in a language."""
    determiner = re.compile(_DETERMINERS[language], re.IGNORECASE)
    return lambda role: determiner.sub("", role, count=1) if determiner.match(role) else role
