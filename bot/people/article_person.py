"""The values that the people of one article are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span


class Mention(NamedTuple):
    """Name a mention: the passage's position in the article, and the span in its text.

    A mention in a sub-heading has the first passage below it, and an empty span.
    """

    passage: int
    span: Span


class Role(NamedTuple):
    """Name a role: where it stands, and its strength as :mod:`bot.people.roles` has it."""

    passage: int
    span: Span
    strength: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a person of one article.

    Attributes:
        name: The fullest name that the article uses.
        forms: Every form it uses, the fullest first.
        mentions: Where it does, in reading order.
        roles: What it says the person is, strongest first.
        certain: Whether the article alone shows this to be a person; if not, it counts only
            where another article has the full name.
    """

    name: str
    forms: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    certain: bool


def pack_figures(figures: Sequence[Figure]) -> str:
    """Write figures as JSON, for :func:`unpack_figures`."""
    return json.dumps(
        [[f.name, f.forms, f.mentions, f.roles, f.certain] for f in figures], ensure_ascii=False
    )


def unpack_figures(packed: str) -> tuple[Figure, ...]:
    """Read figures from JSON."""
    return tuple(
        Figure(
            name,
            tuple(forms),
            tuple([Mention(passage, tuple(span)) for passage, span in mentions]),
            tuple([Role(passage, tuple(span), strength) for passage, span, strength in roles]),
            certain,
        )
        for name, forms, mentions, roles, certain in json.loads(packed)
    )
