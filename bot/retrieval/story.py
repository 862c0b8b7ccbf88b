"""Tell whether two articles are about one story, by the names that both have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.packs import pack_for
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from bot.articles.article import Article

_LEAST_SHARED = 3
_LEAST_SHARE = 0.25
"""Of the names of the article that has fewer. Of pairs from one running story nearly all share
more, and of others in one place a fifth."""

MAX_SEARCHED = 40_000
"""Characters of an article that are searched for names."""

# A capitalised word within a sentence, without the ending of a possessive.
_NAME = re.compile(r"(?<=[a-z,;:)] )[A-Z][\w-]+")
_CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Mr Mrs Ms Dr"
)


def is_one_story(first: Article, second: Article) -> bool:
    """Return whether two articles share so many names that they are about one story.

    Where capital letters make no names, nothing speaks against it.
    """
    if not all(pack_for(one.language).capitals_are_names for one in (first, second)):
        return True
    names, others = _names(first), _names(second)
    shared = len(names & others)
    return shared >= max(_LEAST_SHARED, _LEAST_SHARE * min(len(names), len(others)))


def _names(article: Article) -> set[str]:
    text = " ".join(passage.text for passage in article.passages)[:MAX_SEARCHED]
    return set(_NAME.findall(text)) - _CALENDAR
