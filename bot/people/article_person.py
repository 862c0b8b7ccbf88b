"""A person as one article names them, and the JSON that keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span


class Mention(NamedTuple):
    """A place that names a person: the passage's position in the article, and the span in it.

    A mention in a sub-heading has the first passage below it, and an empty span.
    """

    passage: int
    span: Span


class Role(NamedTuple):
    """Where an article says what a person is, with a strength from ``find_roles``."""

    passage: int
    span: Span
    strength: int


@dataclass(frozen=True, slots=True)
class ArticlePerson:
    """A person as one article names them.

    Attributes:
        name: The fullest name that the article uses.
        forms: Every form it uses, the fullest first.
        mentions: Where it names the person, in reading order.
        roles: What it says the person is, strongest first.
        certain: Whether the article alone shows this to be a person; if not, it counts only
            where another article has the full name.
    """

    name: str
    forms: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    certain: bool


VERSION = 32
"""Changes when other people would be found in the same article, so that they are found anew."""


def pack_people(people: Sequence[ArticlePerson]) -> str:
    """Return people as JSON, for :func:`unpack_people`."""
    found = [[p.name, p.forms, p.mentions, p.roles, p.certain] for p in people]
    return json.dumps([VERSION, found], ensure_ascii=False)


def is_current(packed: str) -> bool:
    """Return whether this version packed people."""
    return packed.startswith(f"[{VERSION},")


def unpack_people(packed: str) -> tuple[ArticlePerson, ...] | None:
    """Return the people that :func:`pack_people` wrote, ``None`` where another version did."""
    version, found = json.loads(packed)
    if version != VERSION:
        return None
    return tuple(
        ArticlePerson(
            name,
            tuple(forms),
            tuple([Mention(passage, tuple(span)) for passage, span in mentions]),
            tuple([Role(passage, tuple(span), strength) for passage, span, strength in roles]),
            certain,
        )
        for name, forms, mentions, roles, certain in found
    )
