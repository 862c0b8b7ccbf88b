"""Tell whose words the paragraphs of an interview are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.plain_text import QUESTION_MARKS
from bot.summary.quotations import (
    has_first_person,
    prompt_end,
    question_end,
    without_quotations,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, Passage

_LONGEST_QUESTION = 300
_LONGEST_PROMPT = 200
"""Characters of a paragraph with which an interviewer leads to an answer without asking."""

_YOU = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
_FEWEST_ANSWERS = 2
"""How many answers make an interview."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Whose words paragraphs are, by their ids.

    Attributes:
        asked: Those that are an interviewer's.
        answers: Those that are the answers.
    """

    asked: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()


def stands_behind_question(article: Article, passage: Passage) -> bool:
    """Whether the paragraph before one asks, be it an interviewer or an explainer."""
    place = article.place_of(passage)
    return place > 0 and is_short_question(article.passages[place - 1])


def turns_of(article: Article) -> Turns:
    """Return which paragraphs of an article are an interview's questions and answers.

    An interview's answers are in the first person, and no marks stand around them. Those of an
    explainer, which asks and answers itself, aren't.

    Args:
        article: The article; of one in which *I* and *we* aren't known there are none.
    """
    passages = article.passages
    joined = [p for p in passages if prompt_end(p.text, p.sentences, article.language)]
    if len(joined) >= _FEWEST_ANSWERS:
        return Turns(answers=_answers_from(joined[0], article))
    personal = [has_first_person(passage.text, article.language) for passage in passages]
    asking = [place for place, passage in enumerate(passages[:-1]) if is_short_question(passage)]
    headed = [place for place in range(len(passages)) if _is_headed_by_question(passages, place)]
    found = sum(personal[place + 1] for place in asking) + sum(personal[place] for place in headed)
    if found < _FEWEST_ANSWERS or 2 * found < len(asking) + len(headed):
        return Turns()
    return _follow(passages, personal)


def _answers_from(first: Passage, article: Article) -> frozenset[str]:
    """Return the answers of an interview whose paragraphs each begin with their question.

    Some begin with a sentence that leads to the answer without asking.
    """
    behind = article.passages[article.place_of(first) :]
    return frozenset(
        p.id
        for p in behind
        if has_first_person(p.text, article.language) or question_end(p.text, p.sentences)
    )


def _follow(passages: Sequence[Passage], personal: Sequence[bool]) -> Turns:
    """Return the turns of an interview: an answer goes on while it is in the first person."""
    asked: set[str] = set()
    answers: set[str] = set()
    before = ""
    for place, passage in enumerate(passages):
        goes_on = before in answers and personal[place]
        addressed = _YOU.search(without_quotations(passage.text))
        leads_on = (before in answers or addressed) and _leads_on(passages, personal, place)
        if is_short_question(passage) or leads_on:
            asked.add(passage.id)
        elif goes_on or before in asked or _is_headed_by_question(passages, place):
            answers.add(passage.id)
        before = passage.id
    return Turns(frozenset(asked), frozenset(answers))


def is_short_question(passage: Passage) -> bool:
    """Whether a paragraph is short and ends with a question."""
    return passage.text.endswith(QUESTION_MARKS) and len(passage.text) <= _LONGEST_QUESTION


def _leads_on(passages: Sequence[Passage], personal: Sequence[bool], place: int) -> bool:
    """Whether an interviewer says it, behind an answer or to *you*, though it asks nothing.

    “It cost six million” is short, not in the first person, and the next paragraph is.
    """
    short = len(passages[place].text) <= _LONGEST_PROMPT
    return short and not personal[place] and any(personal[place + 1 : place + 2])


def _is_headed_by_question(passages: Sequence[Passage], place: int) -> bool:
    """Whether a paragraph is the first under a heading that asks."""
    heading = passages[place].heading or ""
    above = passages[place - 1].heading if place else None
    return heading.endswith(QUESTION_MARKS) and heading != above
