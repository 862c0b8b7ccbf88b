"""Who is named in a passage that is shown, and which pronoun stands for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.questions.follow_up import NamedBefore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article, Passage
    from bot.articles.quote import Quote
    from bot.language.questions.follow_up import Pronoun
    from bot.people.article_person import ArticlePerson

_FAR = 300
"""Characters behind a name in which a pronoun may stand for it."""

_SUBJECT = re.compile(r"\b(?:he|himself|she|herself)\b", re.IGNORECASE)
_TITLED_HE = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Señor|Monsieur|Herr)\.?\s\Z")
_TITLED_SHE = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Señora|Madame|Frau)\.?\s\Z")
_ENGLISH = "en"


def people_shown(
    quote: Quote, people: Sequence[ArticlePerson], question: str = ""
) -> tuple[NamedBefore, ...]:
    """Return the people whom a quotation's passage names, those of the quotation first.

    Those whom the headline alone names come last.

    Args:
        quote: The quotation.
        people: The people of its article.
        question: What it answers: whom that names in full comes last, where the passage doesn't.
    """
    place, title = quote.article.place_of(quote.passage), quote.article.title.lower()
    found = []
    for person in people:
        spans = [span for passage, span in person.mentions if passage == place]
        if not spans and " " in person.name and person.name.lower() in question.lower():
            found.append((True, len(quote.passage.text), person))
        elif spans and person.certain:
            start, end = quote.span
            within = any(start <= first < end for first, _ in spans)
            first = min(span[0] for span in spans)
            found.append((not within, first, person))
        elif person.certain and " " in person.name and person.name.lower() in title:
            found.append((True, len(quote.passage.text), person))
    found.sort(key=lambda one: one[:2])
    return tuple(
        NamedBefore(
            person.name,
            pronoun_of(person, people, quote.article),
            not outside,
            person.name.lower() in title,
        )
        for outside, _, person in found
    )


def pronoun_of(
    person: ArticlePerson, people: Sequence[ArticlePerson], article: Article
) -> Pronoun | None:
    """Return what an article calls a person, *he* or *she*, or ``None`` if it shows neither.

    Args:
        person: The person.
        people: All people of the article, as a pronoun behind another name is of no use.
        article: The article; only English ones are read.
    """
    if article.language != _ENGLISH:
        return None
    votes = {"he": 0, "she": 0}
    for number, (start, end) in person.mentions:
        passage = article.passages[number]
        before = passage.text[max(0, start - 12) : start]
        if _TITLED_HE.search(before):
            votes["he"] += 2
        if _TITLED_SHE.search(before):
            votes["she"] += 2
        for word in _pronouns_behind(passage, number, end, person, people):
            votes["he" if word.startswith("h") and word != "herself" else "she"] += 1
    if votes["he"] == votes["she"]:
        return None
    return "he" if votes["he"] > votes["she"] else "she"


def _pronouns_behind(
    passage: Passage,
    number: int,
    end: int,
    person: ArticlePerson,
    people: Sequence[ArticlePerson],
) -> Iterator[str]:
    """Yield the pronouns behind a mention, up to where anybody else is named."""
    others = [
        start
        for other in people
        if other is not person
        for place, (start, _) in other.mentions
        if place == number and start >= end
    ]
    until = min([end + _FAR, *others])
    for match in _SUBJECT.finditer(passage.text, end, until):
        yield match[0].lower()
