"""The words of an article, split once for all that is asked of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article
    from bot.people.text.tokens import Token

_LOWERCASE_PART = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The words of an article.

    Attributes:
        passages: The words of each passage.
        lowercase: Those that the passages write in lower case somewhere.
    """

    passages: Sequence[Sequence[Token]]
    lowercase: frozenset[str]


def words_of(article: Article) -> ArticleWords:
    """Return the words of an article's passages."""
    passages = [tokenise(passage.text) for passage in article.passages]
    return ArticleWords(passages, frozenset(_in_lower_case(passages)))


def _in_lower_case(passages: Iterable[Sequence[Token]]) -> set[str]:
    """Return the words in lower case, with those that a hyphen joins: “east” of “south-east”."""
    words = {token.text for tokens in passages for token in tokens}
    # Most words are letters alone, and asking the pattern of every character takes longer.
    plain = set(filter(str.isalpha, words))
    small = {word for word in plain if not "A" <= word[0] <= "Z"}
    small.update(_LOWERCASE_PART.findall(" ".join(words - plain)))
    return small
