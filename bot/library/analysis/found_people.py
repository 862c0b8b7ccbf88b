"""The people of each article, looked for once and kept."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from bot.language.names.by_language import name_rules_for
from bot.people.article_person import is_current, pack_people, unpack_people
from bot.people.lookup.directory import PeopleDirectory
from bot.people.people_of_article import people_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.people.article_person import ArticlePerson


class FoundPeople:
    """The people of each article; those of a new article are searched for on first use.

    While another process searches for them, which may fail, no people are known.

    Args:
        known: The people found earlier, as :func:`pack_people` writes them, by article.
    """

    def __init__(self, known: Mapping[ArticleKey, str] | None = None) -> None:
        self._packed: MutableMapping[ArticleKey, str] = dict(known or {})
        self._elsewhere: set[ArticleKey] = set()

    @classmethod
    def over(cls, own: FoundPeople, shared: FoundPeople) -> FoundPeople:
        """Return what has been found in either; what is found from now on is added to the first.

        Nothing is copied.
        """
        both = cls()
        both._packed = ChainMap(own._packed, shared._packed)
        both._elsewhere = shared._elsewhere
        return both

    def of(self, article: Article) -> tuple[ArticlePerson, ...]:
        """Return the people of an article."""
        packed = self._packed.get(article.key)
        known = None if packed is None else unpack_people(packed)
        if known is None:
            if article.key in self._elsewhere:
                return ()
            known = people_of(article)
            self._packed[article.key] = pack_people(known)
        return known

    def directory_of(self, articles: Sequence[Article]) -> PeopleDirectory:
        """Return the people of articles; in some languages they are only found by name."""
        listed = [article for article in articles if name_rules_for(article.language)]
        unlisted = [article for article in articles if not name_rules_for(article.language)]
        return PeopleDirectory(((one, self.of(one)) for one in listed), unlisted)

    def has(self, article: Article) -> bool:
        """Return whether the people of an article have been found, by this version."""
        packed = self._packed.get(article.key)
        return packed is not None and is_current(packed)

    def look_elsewhere(self, articles: Iterable[Article]) -> None:
        """Record that another process searches for people, and that :meth:`take` will be called."""
        self._elsewhere.update(article.key for article in articles)

    def take(self, found: Mapping[ArticleKey, str]) -> None:
        """Add the people that another process has found."""
        self._packed.update(found)
        self._elsewhere.difference_update(found)

    def with_more(self, more: FoundPeople) -> FoundPeople:
        """Return what has been found in either."""
        return FoundPeople({**self._packed, **more._packed})

    def packed(self, articles: Iterable[Article]) -> dict[ArticleKey, str]:
        """Return the people of some articles, packed to be stored."""
        keys = [article.key for article in articles]
        return {key: self._packed[key] for key in keys if key in self._packed}
