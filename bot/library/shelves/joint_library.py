"""A server's own articles and the shared ones, asked as one library."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from bot.library.analysis.found_people import FoundPeople
from bot.library.library import Library
from bot.retrieval.joint_engine import JointEngine
from bot.retrieval.memory_engine import MemoryEngine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.articles.article import ArticleKey
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings


class JointLibrary(Library):
    """Answers from two libraries as if they were one, without copying them.

    Args:
        own: The library whose articles come first.
        shared: The other.
    """

    def __init__(self, own: Library, shared: Library) -> None:
        self._own = own
        self._shared = shared
        super().__init__(
            [*own.articles, *shared.articles],
            shared.refused,
            ChainMap(dict(own.encodings), dict(shared.encodings)),
            FoundPeople.over(own.found_people, shared.found_people),
            models=shared.models,
            engine=JointEngine(_engine_of(own), _engine_of(shared)),
        )

    @property
    def embeddings(self) -> Mapping[ArticleKey, ArticleEmbeddings]:
        """The embeddings of the articles that are embedded already."""
        return {**self._shared.embeddings, **self._own.embeddings}


def _engine_of(library: Library) -> MemoryEngine:
    if not isinstance(library.engine, MemoryEngine):
        message = "a library of two libraries can't be joined with a third"
        raise TypeError(message)
    return library.engine
