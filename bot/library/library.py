"""The Library: an immutable snapshot of all articles, which answers questions about them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from bot.articles.article import count_passages
from bot.language.packs import pack_for
from bot.library.analysis.analysed_corpus import found_in_reading, read_analysed
from bot.library.analysis.embedding import embed_articles, wanted_models
from bot.library.analysis.embedding_cache import EmbeddingCache
from bot.library.analysis.encoding import encode_articles
from bot.library.analysis.found_people import FoundPeople
from bot.library.answering.languages import languages_of
from bot.library.answering.question_answerer import QuestionAnswerer
from bot.library.answering.topic_summary import topic_summary
from bot.library.answering.turn import Turn
from bot.library.article_choice import UnknownArticleError, only_article
from bot.library.article_search import ArticleSearch
from bot.library.check_report import check_report
from bot.monitoring.garbage_collection import release_freed_memory, without_collection
from bot.retrieval.answer import HITS, Answer
from bot.retrieval.meaning.embedded_articles import EmbeddedArticles
from bot.retrieval.memory_engine import MemoryEngine
from bot.settings import load_settings
from bot.summary.digest import DIGESTED, digest
from bot.summary.summary import LENGTHS, Summary, TopicSummary, summarise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from os import PathLike

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle
    from bot.articles.quote import Quote
    from bot.ingest.corpus import Corpus
    from bot.ingest.refusal import Refusal
    from bot.people.lookup.directory import PeopleDirectory, PeopleFound
    from bot.retrieval.joint_engine import JointEngine
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings
    from bot.retrieval.meaning.models import Models

EMBEDDED_AT_ONCE = 5000
"""The number of passages up to which a library from a folder is embedded before it is returned."""


class Library:
    """Answers questions from a fixed set of articles.

    The articles never change. The answers depend only on them, on their order, on whether they are
    embedded yet (see :meth:`embed`), and on whether their people have been found yet.

    Args:
        articles: The articles; on equal scores, earlier ones rank first.
        refused: The files that could not be articles, with the reasons.
        encodings: Known encodings, by article; articles without one, or with one that is
            damaged or of another version, are encoded here.
        found_people: The people found earlier; shared with the library that they come from.
        models: The models of meaning; without them words decide alone.
        embeddings: Known embeddings, by article.
        engine: An existing engine over the articles' passages; needs all encodings.

    Attributes:
        encodings: The encoding of each article, by :attr:`Article.key`.
        found_people: The people found in each article so far.
        engine: Searches the articles' passages.
        models: The models of meaning, if there are any.
        languages: The languages of the articles, that of the most passages first.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        refused: Sequence[Refusal] = (),
        encodings: Mapping[ArticleKey, EncodedArticle] | None = None,
        found_people: FoundPeople | None = None,
        *,
        models: Models | None = None,
        embeddings: Mapping[ArticleKey, ArticleEmbeddings] | None = None,
        engine: JointEngine | None = None,
    ) -> None:
        self.articles = tuple(articles)
        self.refused = tuple(refused)
        self._by_id = {article.id: article for article in self.articles}
        self.encodings: Mapping[ArticleKey, EncodedArticle] = encodings or {}
        self.found_people = found_people or FoundPeople()
        self.engine: MemoryEngine | JointEngine = engine or self._index()
        self.languages = languages_of(self.articles)
        self.models = models
        self._embeddings: dict[ArticleKey, ArticleEmbeddings] = {}
        if models and engine is None:
            self.take_embeddings(embeddings or {})

    def _index(self) -> MemoryEngine:
        encoded = encode_articles(self.articles, self.encodings)
        self.encodings = {a.key: one for a, one in zip(self.articles, encoded, strict=True)}
        return MemoryEngine(self.articles, encoded)

    @classmethod
    def from_folder(cls, folder: str | PathLike[str]) -> Library:
        """Return a library of the articles in a folder.

        A library of at most ``EMBEDDED_AT_ONCE`` passages is embedded, too; call :meth:`embed` for
        a larger one. Embeddings are cached in a folder beside the database.
        ``FOOTNOTE_MEANING=off`` turns them off.

        Args:
            folder: The corpus folder.

        Raises:
            CorpusFolderError: The folder is missing or can't be read.
            SettingsError: An option is invalid.
        """
        return cls.from_corpus(read_analysed(folder), models=wanted_models())

    @classmethod
    def from_corpus(
        cls,
        corpus: Corpus,
        models: Models | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Library:
        """Return a library of a corpus, embedded unless it is large.

        Args:
            corpus: The corpus that was read.
            models: The models of meaning; without them words decide alone.
            progress: Called with the number of articles embedded so far, and of all articles.
        """
        known, found = found_in_reading(corpus)
        with without_collection(count_passages(corpus.articles)):
            library = cls(corpus.articles, corpus.refused, known, found, models=models)
        release_freed_memory()
        if library.passages <= EMBEDDED_AT_ONCE:
            library.embed(progress)
        return library

    @property
    def passages(self) -> int:
        """The number of passages of all articles."""
        return len(self.engine)

    def article(self, article_id: str) -> Article | None:
        """Return the article with an id, or ``None``."""
        return self._by_id.get(article_id)

    def ask(
        self,
        question: str,
        hits: int = HITS,
        after: Turn | str | None = None,
        *,
        read: bool = True,
    ) -> Answer:
        """Answer a question with the passages that fit it best, or with the reason why not.

        Args:
            question: The question, in any language. Small talk around it, such as greetings, is
                ignored.
            hits: The maximum number of passages to return.
            after: The previous turn, or its question; a follow-up question refers to it.
            read: Whether the reader reads the best passages, which is the slowest step.
        """
        people = self.found_people
        answerer = QuestionAnswerer(self.engine, self.models, self.languages, people, hits, read)
        return answerer.answer(question, Turn((after,)) if isinstance(after, str) else after)

    @property
    def embeddings(self) -> Mapping[ArticleKey, ArticleEmbeddings]:
        """The embeddings of the articles that are embedded, by :attr:`Article.key`."""
        return self._embeddings

    def take_embeddings(self, embeddings: Mapping[ArticleKey, ArticleEmbeddings]) -> None:
        """Use embeddings of the library's articles; those that don't fit are ignored.

        The passages of articles without embeddings are embedded when a question needs them.
        """
        for article in self.articles:
            one = embeddings.get(article.key)
            if one is not None and one.fits(article):
                self._embeddings[article.key] = one
        known = [self._embeddings.get(article.key) for article in self.articles]
        on_demand = self.models.passages if self.models else None
        if isinstance(self.engine, MemoryEngine):
            self.engine.embedded = EmbeddedArticles(self.articles, known, on_demand)

    def embed(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Embed the articles that aren't embedded yet, so that they are found by meaning.

        Args:
            progress: Called with the number of articles embedded so far, and of all articles.
        """
        if self.models is None:
            return
        cache = EmbeddingCache(load_settings().embeddings)
        self.take_embeddings(
            embed_articles(self.articles, self._embeddings, self.models.encoder, cache, progress)
        )
        cache.prune()

    def summary(self, article_id: str | None = None, words: int = LENGTHS["medium"]) -> Summary:
        """Summarise an article in sentences quoted from it.

        Args:
            article_id: The article's id or title; may be omitted if there is only one article.
            words: The approximate length of the summary.

        Raises:
            UnknownArticleError: No article has that id, or one of several must be chosen.
        """
        article = self.choose_article(article_id)
        return summarise(article, pack_for(article.language), words)

    def digest(self, articles: Sequence[Article], most: int = DIGESTED) -> tuple[Quote, ...]:
        """Return one sentence for each of at most ``most`` articles, the newest first."""
        return digest(articles, most)

    def topic_summary(self, topic: str, words: int = LENGTHS["medium"]) -> TopicSummary:
        """Summarise what all articles say about a topic, in sentences quoted from them.

        Args:
            topic: A question, or a few words.
            words: The approximate length of the summary.
        """
        return topic_summary(topic, words, self.engine, self.languages, self.models)

    def within(self, article_id: str | None) -> Library:
        """Return a library of one article alone, or this library if ``article_id`` is ``None``.

        Raises:
            UnknownArticleError: No article has that id or title.
        """
        if article_id is None:
            return self
        return self.part([self.choose_article(article_id)])

    def part(self, articles: Sequence[Article]) -> Library:
        """Return a library of some of the articles, with their encodings, people and embeddings."""
        return Library(
            articles,
            (),
            self.encodings,
            self.found_people,
            models=self.models,
            embeddings=self.embeddings,
        )

    def choose_article(self, article_id: str | None) -> Article:
        """Return an article by its id, its title or a part of either, or the only article.

        Raises:
            UnknownArticleError: There is no such article, or none is named and there are several.
        """
        if article_id is None:
            return only_article(self.articles)
        position = None if article_id in self._by_id else self.titles.find(article_id)
        article = self.article(article_id) if position is None else self.articles[position]
        if article is None:
            message = f"no article is called “{article_id[:100]}”"
            raise UnknownArticleError(message)
        return article

    def who(self, name: str | None = None, article_id: str | None = None) -> PeopleFound:
        """Return the people with a name, or all people, most mentioned first.

        Args:
            name: A name as people type it; all people are returned without one.
            article_id: The only article to search; all are searched without one.

        Raises:
            UnknownArticleError: No article has that id or title.
        """
        people = self.people
        if article_id is not None:
            people = self.found_people.directory_of([self.choose_article(article_id)])
        return people.find(name or "")

    @cached_property
    def people(self) -> PeopleDirectory:
        """The people of all articles; computed on first use, and then cached."""
        return self.found_people.directory_of(self.articles)

    @cached_property
    def titles(self) -> ArticleSearch:
        """The search for articles by title or id; built on first use, and then cached."""
        return ArticleSearch(self.articles)

    def has_made(self, part: Literal["people", "titles"]) -> bool:
        """Return whether a cached part has been built already."""
        return part in self.__dict__

    def to_dict(self) -> dict[str, object]:
        """Return the report of the ``check`` command as a JSON object."""
        return check_report(self.articles, self.refused)
