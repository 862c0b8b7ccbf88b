"""Find where an article says plainly how old somebody is: “Ann Lee, 61,”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.articles.quote import Quote
from bot.language.english.words.number_words import UP_TO_TWELVE
from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.possessives import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.articles.article import Article, Span
    from bot.people.article_person import ArticlePerson

_YEARS = r"([1-9]\d?|1[01]\d)"
_WORDS = (
    f"{UP_TO_TWELVE}|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    "(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_OLD = rf"((?:[1-9]\d?|1[01]\d|{_WORDS})[- ](?:year|month|week|day)s?)[- ]old\b"
_ENDS = r"(?=[,.;:]|\sand\b|\Z)"
_BEHIND = re.compile(
    rf",\s{_YEARS}{_ENDS}|,?\saged\s([1-9]\d?|1[01]\d|{_WORDS})(?=[,.;:\s]|\Z)"
    rf"|(?:,\swho(?:['’]s|\s(?:is|was))|\sis)\s{_YEARS}(?:\syears\sold)?{_ENDS}"
    rf"|,\san?\s{_OLD}|,\san?\s[a-z][a-z-]{{1,20}}\sof\s{_YEARS}{_ENDS}"
)
_BEFORE = re.compile(
    rf"(?<![\d.,-]){_OLD}\s(?P<between>(?:[A-Za-z'’-]{{1,20}},?\s){{0,4}})\Z", re.IGNORECASE
)
_REACH = 100
"""Characters before a name in which its age is looked for."""


class StatedAge(NamedTuple):
    """A sentence that says how old somebody is, and the age as written."""

    quote: Quote
    age: str


def stated_ages(article: Article, person: ArticlePerson) -> Iterator[StatedAge]:
    """Yield where an article says beside somebody's name how old they are.

    What is said of another time (“was nine when …”) or in other sentences is left out.

    Args:
        article: The article.
        person: One of its people.
    """
    for number, (start, end) in person.mentions:
        passage = article.passages[number]
        sentence = next((s for s in passage.sentences if s[0] <= start < end <= s[1]), None)
        age = _age_beside(passage.text, (start, end), sentence) if sentence else None
        if sentence and age:
            yield StatedAge(Quote(article, passage, sentence), age)


def _age_beside(text: str, name: Span, sentence: Span) -> str | None:
    behind = _BEHIND.match(text, name[1], sentence[1])
    if behind:
        return str(next(filter(None, behind.groups())))
    before = _BEFORE.search(text, max(sentence[0], name[0] - _REACH), name[0])
    if before is None:
        return None
    words = [word.strip(",").lower() for word in before["between"].split()]
    of_another = any(word in STOP_WORDS or word.endswith(POSSESSIVES) for word in words)
    return None if of_another else str(before[1])
