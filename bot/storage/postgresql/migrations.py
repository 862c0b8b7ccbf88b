"""The schema in PostgreSQL, as the steps that led to it.

What both databases keep has the same tables and columns in both, so that a row can be moved from
one to the other as it is. ``storage/tables.py`` lists it, and a test compares the three.
"""

from __future__ import annotations

from bot.storage.migration import Migration

_OF_ARTICLE = """
    PRIMARY KEY (scope, article_id),
    FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
"""

MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "0001_articles",
        (
            """
            CREATE TABLE articles (
                scope TEXT NOT NULL,
                id TEXT NOT NULL,
                file TEXT NOT NULL,
                title TEXT NOT NULL,
                source TEXT,
                author TEXT,
                date TEXT,
                url TEXT,
                language TEXT NOT NULL,
                digest TEXT NOT NULL,
                checksum TEXT NOT NULL,
                PRIMARY KEY (scope, id)
            )
            """,
            f"""
            CREATE TABLE removals (
                scope TEXT NOT NULL, article_id TEXT NOT NULL, removals TEXT NOT NULL, {_OF_ARTICLE}
            )
            """,
            """
            CREATE TABLE passages (
                scope TEXT NOT NULL,
                article_id TEXT NOT NULL,
                position INTEGER NOT NULL,
                id TEXT NOT NULL,
                number INTEGER NOT NULL,
                heading TEXT,
                text TEXT NOT NULL,
                sentences TEXT NOT NULL,
                PRIMARY KEY (scope, article_id, position),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            )
            """,
            f"""
            CREATE TABLE analyses (
                scope TEXT NOT NULL, article_id TEXT NOT NULL, encoding BYTEA NOT NULL,
                people BYTEA, {_OF_ARTICLE}
            )
            """,
            f"""
            CREATE TABLE embeddings (
                scope TEXT NOT NULL, article_id TEXT NOT NULL, digest TEXT NOT NULL,
                vectors BYTEA NOT NULL, {_OF_ARTICLE}
            )
            """,
            "CREATE TABLE shelf_versions (scope TEXT PRIMARY KEY, version BIGINT NOT NULL)",
        ),
    ),
    Migration(
        "0002_discord",
        (
            """
            CREATE TABLE answers (
                id TEXT PRIMARY KEY,
                guild_id BIGINT,
                asker_id BIGINT NOT NULL,
                answered INTEGER NOT NULL,
                hits TEXT NOT NULL,
                question_message_id BIGINT,
                channel_id BIGINT,
                message_id BIGINT
            )
            """,
            "CREATE INDEX answers_by_question ON answers (question_message_id)",
            "CREATE INDEX answers_by_message ON answers (message_id)",
            "CREATE INDEX answers_by_guild ON answers (guild_id)",
            "CREATE INDEX answers_by_asker ON answers (asker_id)",
            """
            CREATE TABLE votes (
                answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
                user_id BIGINT NOT NULL,
                page INTEGER NOT NULL,
                value INTEGER NOT NULL CHECK (value IN (-1, 1)),
                PRIMARY KEY (answer_id, user_id, page)
            )
            """,
            "CREATE INDEX votes_by_user ON votes (user_id)",
            "CREATE TABLE guild_settings (guild_id BIGINT PRIMARY KEY, settings TEXT NOT NULL)",
            """
            CREATE TABLE question_counts (
                guild_id BIGINT PRIMARY KEY, asked INTEGER NOT NULL, answered INTEGER NOT NULL
            )
            """,
            """
            CREATE TABLE unanswered_questions (
                guild_id BIGINT NOT NULL,
                day TEXT NOT NULL,
                question TEXT NOT NULL,
                times INTEGER NOT NULL,
                PRIMARY KEY (guild_id, day, question)
            )
            """,
            """
            CREATE TABLE synced_commands (
                application_id BIGINT PRIMARY KEY, digest TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE weekly_reports (
                guild_id BIGINT PRIMARY KEY,
                week TEXT NOT NULL,
                asked INTEGER NOT NULL,
                answered INTEGER NOT NULL
            )
            """,
        ),
    ),
    Migration(
        "0003_sources",
        (
            """
            CREATE TABLE sources (
                scope TEXT NOT NULL,
                id TEXT NOT NULL,
                state TEXT NOT NULL,
                since BIGINT NOT NULL,
                due BIGINT,
                source TEXT NOT NULL,
                PRIMARY KEY (scope, id)
            )
            """,
            "CREATE INDEX sources_by_due ON sources (due) WHERE due IS NOT NULL",
            """
            CREATE TABLE source_entries (
                scope TEXT NOT NULL,
                source_id TEXT NOT NULL,
                entry TEXT NOT NULL,
                article_id TEXT,
                seen BIGINT NOT NULL,
                as_of TEXT,
                failures INTEGER NOT NULL,
                PRIMARY KEY (scope, source_id, entry)
            )
            """,
            "CREATE INDEX source_entries_by_article ON source_entries (scope, article_id)",
            # The number is the order in which they came.
            """
            CREATE TABLE announcements (
                number BIGINT GENERATED ALWAYS AS IDENTITY,
                scope TEXT NOT NULL,
                source_id TEXT NOT NULL,
                article_id TEXT NOT NULL,
                channel_id BIGINT NOT NULL,
                begun INTEGER NOT NULL,
                done INTEGER NOT NULL,
                PRIMARY KEY (scope, article_id, channel_id)
            )
            """,
            "CREATE INDEX announcements_to_come ON announcements (number) WHERE done = 0",
        ),
    ),
    Migration(
        "0004_processes",
        (
            # Grows with every change of a server's settings, so that a process that missed a
            # notification reads them again.
            "CREATE TABLE settings_version (version BIGINT NOT NULL)",
            "INSERT INTO settings_version VALUES (0)",
            # What one process at a time may do, until when.
            """
            CREATE TABLE leases (
                name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TIMESTAMPTZ NOT NULL
            )
            """,
            # For minutes at most, and empty after a crash: nobody waits for the disk.
            """
            CREATE UNLOGGED TABLE purses (
                guild_id BIGINT NOT NULL,
                user_id BIGINT NOT NULL,
                until TIMESTAMPTZ NOT NULL,
                spent DOUBLE PRECISION NOT NULL,
                PRIMARY KEY (guild_id, user_id)
            )
            """,
        ),
    ),
    Migration(
        "0005_cluster",
        (
            # Whether a process is alive, and which shards it holds, is known from the locks of
            # its session; here is what the others need to know besides.
            """
            CREATE TABLE processes (
                number INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name TEXT NOT NULL,
                pid INTEGER NOT NULL,
                shard_count INTEGER NOT NULL,
                port INTEGER,
                draining BOOLEAN NOT NULL DEFAULT false,
                started TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
                seen TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
            )
            """,
            """
            CREATE TABLE shards (
                shard INTEGER PRIMARY KEY,
                released BOOLEAN NOT NULL DEFAULT true,
                offered BOOLEAN NOT NULL DEFAULT false,
                heir INTEGER,
                ready BOOLEAN NOT NULL DEFAULT false,
                switch_at BIGINT
            )
            """,
            "CREATE TABLE identified (bucket INTEGER PRIMARY KEY, at TIMESTAMPTZ NOT NULL)",
        ),
    ),
    Migration(
        "0006_announced",
        # From now on it says when an announcement was begun, in seconds since 1970.
        ("ALTER TABLE announcements ALTER COLUMN begun TYPE BIGINT",),
    ),
    Migration(
        "0007_marks",
        # An article of a feed is read again once the feed says something else of it.
        ("ALTER TABLE source_entries ADD COLUMN mark TEXT",),
    ),
    Migration(
        "0008_ranges",
        # The shards that a process may serve; all of them where it is not told which.
        (
            "ALTER TABLE processes ADD COLUMN first_shard INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE processes ADD COLUMN last_shard INTEGER",
        ),
    ),
    Migration(
        "0009_host_rests",
        # Which hosts ask to be left alone, until when, in seconds since 1970.
        (
            """
            CREATE TABLE host_rests (
                host TEXT PRIMARY KEY, until BIGINT NOT NULL, why TEXT NOT NULL
            )
            """,
        ),
    ),
)
