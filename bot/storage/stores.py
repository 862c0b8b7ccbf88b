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
    from bot.storage.announcer import Announcer
    from bot.storage.answers import ShownAnswer, Votes
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
"""How many answers and questions a report lists if nothing else is asked for."""


class ArticleStore(Protocol):
    """Keeps the last good version of every article, scope by scope, and what was found in it."""

    async def load(self, scope: str = EVERYBODY, article_id: str | None = None) -> StoredArticles:
        """Return the articles of a scope, with their encodings and their people.

        An article that is not what was saved is left out, with a line in the log.

        Args:
            scope: Whose articles they are.
            article_id: The only one that is wanted.
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

        Those of servers are written with their sources.

        Args:
            changed: Articles to add, or to put in the place of an earlier version.
            removed: The ids of the articles to delete.
            encodings: The encodings of the changed articles, by article.
            people: The people found in them, packed; those of an article may be missing.

        Returns:
            The version of the shared articles from now on.
        """
        ...

    async def save_people(self, people: Mapping[ArticleKey, str]) -> None:
        """Write the people of shared articles that were saved before their people were found."""
        ...


class EmbeddingStore(Protocol):
    """Keeps the embeddings of articles, as bytes. They are deleted with their article."""

    async def load(self, scope: str = EVERYBODY) -> Mapping[ArticleKey, bytes]:
        """Return the embeddings of a scope, by article."""
        ...

    async def save(self, embeddings: Mapping[ArticleKey, bytes], scope: str = EVERYBODY) -> None:
        """Write embeddings; those of articles that have changed meanwhile are left out."""
        ...


class AnswerStore(Protocol):
    """Keeps the answers that were shown, and the votes on them."""

    def save(self, answer: ShownAnswer) -> None:
        """Save an answer soon, over the one with its id; a failure goes to the log."""
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
        """Return the servers of which answers are kept."""
        ...

    async def vote(self, answer_id: str, user_id: int, value: int, page: int = 0) -> Votes:
        """Record a member's vote, 1 or -1, on a page; the same vote again takes it back.

        Returns:
            The votes that the page has now.
        """
        ...

    async def votes(self, answer_id: str, page: int = 0) -> Votes:
        """Count the votes on a page of an answer; the first is 0."""
        ...

    async def delete_votes(self, answer_id: str) -> None:
        """Delete the votes on an answer."""
        ...

    async def forget_user(self, user_id: int) -> int:
        """Delete a user's votes, and forget which answers that user asked for.

        Returns:
            The number of votes that were deleted.
        """
        ...


class GuildStore(Protocol):
    """Keeps the settings of every server."""

    async def load(self) -> None:
        """Read the settings of all servers; done once, before the first :meth:`get`."""
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
        """Return the servers whose settings are kept, without waiting."""
        ...


class QuestionLog(Protocol):
    """Counts questions, and reports on them. Nothing in it says who asked."""

    def note(self, guild_id: int, question: str | None, today: dt.date, *, answered: bool) -> None:
        """Count a question soon; a failure goes to the log.

        Args:
            guild_id: The server.
            question: The text of a question without an answer, if it should be kept.
            today: The day, in UTC.
            answered: Whether it was answered.
        """
        ...

    async def report(self, guild_id: int, most: int = LISTED) -> GuildReport:
        """Return the report on one server.

        Args:
            guild_id: The server.
            most: How many answers and how many questions to list at most.
        """
        ...

    async def begin_week(self, guild_id: int, week: dt.date) -> WeekCounts | None:
        """Begin a week, once however many processes try.

        Args:
            guild_id: The server.
            week: The week's first day.

        Returns:
            What was asked since the last week began; ``None`` where this one, or a later one,
            has begun already.
        """
        ...

    async def forget_before(self, guild_id: int, day: dt.date) -> None:
        """Delete the texts of a server's questions from before a day."""
        ...

    async def guilds_with_texts(self) -> list[int]:
        """Return the servers for which texts of questions are kept."""
        ...

    async def delete_guild(self, guild_id: int) -> None:
        """Delete everything about a server's questions."""
        ...

    async def guild_ids(self) -> set[int]:
        """Return the servers of which anything about questions is kept."""
        ...


class CommandSetStore(Protocol):
    """Keeps the digest of the commands that Discord was last told of, for each application."""

    async def digest(self, application_id: int) -> str | None:
        """Return the digest of the commands last told, or ``None`` if there were none."""
        ...

    async def remember(self, application_id: int, digest: str) -> None:
        """Save the digest of the commands that Discord has just been told of."""
        ...

    async def knows_others(self, application_id: int) -> bool:
        """Return whether another application told Discord of its commands, too."""
        ...


class StorageProbe(Protocol):
    """Finds out how the stores are doing."""

    async def look(self) -> StorageHealth:
        """Return, within a second or two, whether the stores can be written to now."""
        ...


@dataclass(frozen=True, slots=True)
class Stores:
    """All stores of one opened database.

    ``allowances`` and ``cluster`` are ``None`` where there is only one process: it counts in
    memory, and all shards are its own.
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
    announcer: Announcer
    probe: StorageProbe
