"""The protocols of the stores. Every method may raise :class:`DatabaseError`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle
    from bot.storage.allowances import Allowances
    from bot.storage.answers import ShownAnswer, Votes
    from bot.storage.change_notifier import ChangeNotifier
    from bot.storage.cluster import Cluster
    from bot.storage.guild_report import GuildReport, WeekCounts
    from bot.storage.guild_settings import GuildSettings
    from bot.storage.health import StorageHealth
    from bot.storage.host_rests import HostRestStore
    from bot.storage.leases import Leases
    from bot.storage.source_store import SourceStore
    from bot.storage.stored_articles import StoredArticles

EVERYBODY = ""
"""The scope of the articles that every server sees."""

LISTED = 10
"""The default number of answers and questions in a report."""


class ArticleStore(Protocol):
    """Stores the last good version of every article of each scope, with its encoding and people."""

    async def load(self, scope: str = EVERYBODY, article_id: str | None = None) -> StoredArticles:
        """Return the articles of a scope, with their encodings and their people.

        A damaged article is left out and logged.

        Args:
            scope: The owner of the articles.
            article_id: The only article to load.
        """
        ...

    async def save(
        self,
        changed: Sequence[Article],
        removed: Collection[str],
        encodings: Mapping[ArticleKey, EncodedArticle],
        people: Mapping[ArticleKey, str],
    ) -> int:
        """Write new and changed shared articles and delete removed ones, all or nothing.

        The articles of servers are written with their sources.

        Args:
            changed: Articles to add, or to replace an earlier version with.
            removed: The ids of the articles to delete.
            encodings: The encodings of the changed articles, by article.
            people: The people found in them, packed; those of an article may be missing.

        Returns:
            The new version of the shared articles.
        """
        ...

    async def save_people(self, people: Mapping[ArticleKey, str]) -> None:
        """Write the people of shared articles that were saved without them."""
        ...


class EmbeddingStore(Protocol):
    """Stores the embeddings of articles, as bytes. They are deleted with their article."""

    async def load(self, scope: str = EVERYBODY) -> Mapping[ArticleKey, bytes]:
        """Return the embeddings of a scope, by article."""
        ...

    async def save(self, embeddings: Mapping[ArticleKey, bytes], scope: str = EVERYBODY) -> None:
        """Write embeddings, except those of articles that have changed in the meantime."""
        ...


class AnswerStore(Protocol):
    """Stores the answers that were shown, and the votes on them."""

    def save(self, answer: ShownAnswer) -> None:
        """Save an answer soon, replacing the one with its id; a failure is logged."""
        ...

    async def get(self, answer_id: str) -> ShownAnswer | None:
        """Return an answer, or ``None`` if it is not known."""
        ...

    async def replying_to(self, message_id: int) -> ShownAnswer | None:
        """Return the answer that replies to a message, or ``None`` if there is none."""
        ...

    async def delete(self, answer_id: str) -> None:
        """Delete an answer and the votes on it."""
        ...

    async def delete_message(self, message_id: int) -> None:
        """Delete the answer that a message showed."""
        ...

    async def delete_guild(self, guild_id: int) -> None:
        """Delete the answers of a server and the votes on them."""
        ...

    async def guild_ids(self) -> set[int]:
        """Return the servers of which answers are stored."""
        ...

    async def vote(self, answer_id: str, user_id: int, value: int, page: int = 0) -> Votes:
        """Record a member's vote, 1 or -1, on a page; the same vote again removes it.

        Returns:
            The page's votes afterwards.
        """
        ...

    async def votes(self, answer_id: str, page: int = 0) -> Votes:
        """Count the votes on a page of an answer; the first page is 0."""
        ...

    async def delete_votes(self, answer_id: str) -> None:
        """Delete the votes on an answer."""
        ...

    async def forget_user(self, user_id: int) -> int:
        """Delete a user's votes, and which answers the user asked for.

        Returns:
            The number of votes that were deleted.
        """
        ...


class GuildStore(Protocol):
    """Stores the settings of every server."""

    async def load(self) -> None:
        """Read the settings of all servers; called once, before the first :meth:`get`."""
        ...

    def get(self, guild_id: int | None) -> GuildSettings:
        """Return a server's settings, without waiting; the defaults in direct messages."""
        ...

    async def save(self, guild_id: int, settings: GuildSettings) -> None:
        """Save a server's settings."""
        ...

    async def delete(self, guild_id: int) -> None:
        """Delete a server's settings."""
        ...

    def guild_ids(self) -> set[int]:
        """Return the servers whose settings are stored, without waiting."""
        ...


class QuestionLog(Protocol):
    """Counts questions, and reports on them, without recording who asked."""

    def note(self, guild_id: int, question: str | None, today: dt.date, *, answered: bool) -> None:
        """Count a question soon; a failure is logged.

        Args:
            guild_id: The server.
            question: The text of an unanswered question, if it is to be stored.
            today: The day, in UTC.
            answered: Whether it was answered.
        """
        ...

    async def report(self, guild_id: int, most: int = LISTED) -> GuildReport:
        """Return the report on one server.

        Args:
            guild_id: The server.
            most: The maximum numbers of answers and of questions to list.
        """
        ...

    async def begin_week(self, guild_id: int, week: dt.date) -> WeekCounts | None:
        """Begin a week of reporting; of all processes that try, one succeeds.

        Args:
            guild_id: The server.
            week: The week's first day.

        Returns:
            The counts since the last week began; ``None`` if this week, or the one after it, has
            begun already. A later one was begun while the clock was wrong, and doesn't count.
        """
        ...

    async def forget_before(self, guild_id: int, day: dt.date) -> None:
        """Delete the texts of a server's questions from before a day."""
        ...

    async def guilds_with_texts(self) -> list[int]:
        """Return the servers for which texts of questions are stored."""
        ...

    async def delete_guild(self, guild_id: int) -> None:
        """Delete everything about a server's questions."""
        ...

    async def guild_ids(self) -> set[int]:
        """Return the servers for which anything about questions is stored."""
        ...


class CommandSetStore(Protocol):
    """Stores, for each application, the digest of the commands last synced with Discord."""

    async def digest(self, application_id: int) -> str | None:
        """Return the digest of the commands last synced, or ``None`` if there were none."""
        ...

    async def remember(self, application_id: int, digest: str) -> None:
        """Save the digest of the commands that were just synced."""
        ...

    async def knows_others(self, application_id: int) -> bool:
        """Return whether another application has synced its commands, too."""
        ...


class StorageProbe(Protocol):
    """Checks the health of the stores."""

    async def look(self) -> StorageHealth:
        """Return, within a second or two, whether the stores can be written to now."""
        ...


@dataclass(frozen=True, slots=True)
class Stores:
    """All stores of one opened database.

    ``allowances`` and ``cluster`` are ``None`` if there is only one process: it counts in memory,
    and serves all shards.
    """

    articles: ArticleStore
    embeddings: EmbeddingStore
    answers: AnswerStore
    guilds: GuildStore
    questions: QuestionLog
    command_sets: CommandSetStore
    sources: SourceStore
    host_rests: HostRestStore
    leases: Leases
    allowances: Allowances | None
    cluster: Cluster | None
    notifier: ChangeNotifier
    probe: StorageProbe
