"""What is found in an article once and kept: its words as numbers, and its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bot.language.analyzer import Analyzer
from bot.language.english.name_words import NAME_RULES
from bot.people.article_person import pack_people, unpack_people
from bot.people.find_people import find_people_in
from bot.people.gazetteer import shipped_gazetteer
from bot.people.lexicon import Lexicon
from bot.retrieval.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.people.article_person import ArticlePerson

VERSION = "3"
"""Changes when the same article would be analysed otherwise, so that what is stored is redone."""

ArticleKey = tuple[str, str]
"""What :attr:`Article.key` gives: the same article of the same content."""


@dataclass(frozen=True)
class Analysis:
    """Hold the analysis of articles; the vocabulary is shared with later analyses and only grows.

    Attributes:
        vocabulary: Numbers the word forms.
        encoded: For each article its passages, from :meth:`Vocabulary.encode_article`.
        figures: For each article whose people were looked for, its people, as
            :func:`pack_people` writes them.
    """

    vocabulary: Vocabulary
    encoded: dict[ArticleKey, NDArray[np.int32]] = field(default_factory=dict)
    figures: dict[ArticleKey, str] = field(default_factory=dict)

    def people_of(self, article: Article) -> tuple[ArticlePerson, ...]:
        """Give an article's people, looked for on the first call."""
        packed = self.figures.get(article.key)
        if packed is not None:
            return unpack_people(packed)
        found = find_people_in(article, self._lexicon)
        self.figures[article.key] = pack_people(found)
        return found

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(shipped_gazetteer(), NAME_RULES)


def analyse_articles(articles: Iterable[Article], earlier: Analysis | None = None) -> Analysis:
    """Analyse articles, taking over what was analysed before.

    Args:
        articles: The articles of a library.
        earlier: The analysis of an earlier library.
    """
    vocabulary = earlier.vocabulary if earlier else Vocabulary(Analyzer())
    analysis = Analysis(vocabulary)
    for article in articles:
        key = article.key
        known = earlier.encoded.get(key) if earlier else None
        analysis.encoded[key] = vocabulary.encode_article(article) if known is None else known
        if earlier and key in earlier.figures:
            analysis.figures[key] = earlier.figures[key]
    return analysis
