"""One server's own articles, with the sources that they are from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.library.analysis.found_people import FoundPeople
from bot.library.library import Library
from bot.library.shelves.joint_library import JointLibrary
from bot.retrieval.meaning.embeddings import unpack_embeddings
from bot.retrieval.memory_engine import MemoryEngine

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.articles.article import Article, ArticleKey
    from bot.retrieval.meaning.models import Models
    from bot.storage.sources import Entry, Source, StoredSources
    from bot.storage.stored_articles import StoredArticles

_BYTES_A_SHELF = 50_000
_BYTES_A_FORM = 950
_BYTES_A_PASSAGE = 2_000
_BYTES_A_VECTOR = 5_000
"""The approximate size of a shelf, in bytes: a fixed part, and a part for each distinct word form,
each passage, and each passage's vectors. ``tests.benchmarks.shelves`` measures it."""


@dataclass(slots=True)
class Shelf:
    """One server's own articles as they are in service.

    Attributes:
        library: The articles of the sources that are kept.
        sources: All sources, first added first: those offered and removed as well.
        entries: The entries of the sources.
        version: The version of the scope.
        joined: The shared library that it was joined with last, and the two as one.
        filed: The libraries of the sources with any of some tags, by those tags.
    """

    library: Library
    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    version: int = 0
    joined: tuple[Library, JointLibrary] | None = None
    filed: dict[frozenset[str], Library] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Its approximate size in memory, in bytes."""
        engine = self.library.engine
        if not self.library.articles or not isinstance(engine, MemoryEngine):
            return 0
        a_passage = _BYTES_A_PASSAGE + (_BYTES_A_VECTOR if self.library.models else 0)
        return _BYTES_A_SHELF + _BYTES_A_FORM * engine.forms + a_passage * len(engine)

    def source(self, source_id: str) -> Source | None:
        """Return a source by its id, or ``None``."""
        return next((one for one in self.sources if one.id == source_id), None)

    def kept(self) -> tuple[Source, ...]:
        """Return the sources that are in service."""
        return tuple(source for source in self.sources if source.state == "kept")

    def articles_of(self, source_id: str) -> list[Article]:
        """Return the articles of a source that are in service."""
        ids = {entry.article for entry in self.entries if entry.source == source_id}
        return [article for article in self.library.articles if article.id in ids]

    def with_shared(self, shared: Library | None) -> Library:
        """Return the server's library.

        Args:
            shared: The library that all servers share; ``None`` if it is switched off.
        """
        if shared is None:
            return self.library
        if not self.library.articles:
            return shared
        if self.joined is None or self.joined[0] is not shared:
            self.joined = shared, JointLibrary(self.library, shared)
        return self.joined[1]

    def filed_under(self, tags: Collection[str]) -> Library:
        """Return the library of the server's own sources with any of some tags."""
        wanted = frozenset(tags)
        known = self.filed.get(wanted)
        if known is None:
            sources = {source.id for source in self.kept() if not wanted.isdisjoint(source.tags)}
            ids = {entry.article for entry in self.entries if entry.source in sources}
            articles = [article for article in self.library.articles if article.id in ids]
            known = self.filed[wanted] = self.library.part(articles)
        return known


def make_shelf(
    stored: StoredArticles,
    sources: StoredSources,
    embeddings: Mapping[ArticleKey, bytes],
    models: Models | None,
) -> Shelf:
    """Return the shelf for the contents of the stores.

    Args:
        stored: The articles of the sources that are kept.
        sources: Its sources.
        embeddings: Embeddings of the articles, packed.
        models: The models of meaning.
    """
    kept = {source.id for source in sources.sources if source.state == "kept"}
    days = {
        entry.article: entry.as_of
        for entry in sorted(sources.entries, key=lambda entry: entry.as_of or "")
        if entry.article and entry.source in kept
    }
    articles = [
        replace(article, as_of=dt.date.fromisoformat(day)) if (day := days[article.id]) else article
        for article in stored.articles
        if article.id in days
    ]
    library = Library(
        articles,
        (),
        stored.encodings,
        FoundPeople(stored.people),
        models=models,
        embeddings=unpack_embeddings(embeddings) if models else None,
    )
    return Shelf(library, sources.sources, sources.entries, stored.version)
