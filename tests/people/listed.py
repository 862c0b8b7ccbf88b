"""Compare who is listed in six languages, and with which roles, with the gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.library import Library
from bot.people.gazetteer import entry_of
from tests.people.roles.judgement import RoleJudgement, judge_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.people.gold_news import GoldNews

CODES = ("de", "es", "fr", "it", "nl", "pt")
LOOKED_AT = 3
"""How many of the articles of a language were looked at; the others were kept."""


@dataclass(frozen=True, slots=True)
class Listed:
    """How the people that are listed compare with the gold.

    Attributes:
        right: People of the gold that are listed.
        missing: People of the gold that aren't.
        others: What is listed and is nobody of the gold.
        roles: How their roles compare.
    """

    right: int
    missing: tuple[str, ...]
    others: tuple[str, ...]
    roles: RoleJudgement


def judge(gold: Sequence[GoldNews]) -> Listed:
    """Compare who is listed for each article alone with the gold."""
    right = 0
    missing: list[str] = []
    others: list[str] = []
    for news in gold:
        listed = {
            entry_of(person.name): person.name for person in Library([news.article]).who().people
        }
        for forms, _ in news.people:
            found = [entry for entry in map(entry_of, forms) if listed.pop(entry, None)]
            right += bool(found)
            missing += [] if found else [forms[0]]
        others += listed.values()
    return Listed(right, tuple(missing), tuple(others), judge_roles(gold))
