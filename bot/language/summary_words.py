"""The words by which a language asks for the whole of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """How one language asks for the whole of an article.

    All but the last are alternatives of a regular expression, matched without regard to case.

    Attributes:
        phrases: What asks for it. Where ``{}`` stands, words may name the article, or none do.
        more: What asks, in reply to an answer, for more of its article.
        topics: What asks what there is about a topic, whose words stand where ``{}`` does.
        leads: What may stand before either: *can you give me*.
        filling: Words that name no article: *this*, *article*. Where no white space parts words,
            what stands at the beginning or the end of a name and is no part of it.
    """

    phrases: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    filling: frozenset[str] = frozenset()
