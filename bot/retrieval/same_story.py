"""Tell whether two articles are about the same story, by the names that they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.language.english.words.name_words import NAME_RULES
from bot.language.names.by_language import name_rules_for
from bot.language.packs import pack_for

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


@dataclass(frozen=True)
class Story:
    """The story that an article is about.

    Attributes:
        article: The article.
    """

    article: Article

    def is_told_in(self, other: Article) -> bool:
        """Return whether another article shares so many names that it is about the same.

        Where capital letters make no names, nothing speaks against it.
        """
        if not all(pack_for(one.language).capitals_are_names for one in (self.article, other)):
            return True
        names = _names(other)
        shared = len(self._names & names)
        return shared >= max(_LEAST_SHARED, _LEAST_SHARE * min(len(self._names), len(names)))

    @cached_property
    def _names(self) -> set[str]:
        return _names(self.article)


def _names(article: Article) -> set[str]:
    """Return an article's capitalised words, but for those of the calendar and of address."""
    rules = name_rules_for(article.language) or NAME_RULES
    others = rules.weekdays_and_months | rules.forms_of_address
    text = " ".join(passage.text for passage in article.passages)[:MAX_SEARCHED]
    return {name for name in _NAME.findall(text) if name.lower() not in others}
