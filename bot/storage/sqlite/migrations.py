"""The database's schema, as the steps that led to it."""

from __future__ import annotations

from bot.storage.migration import Migration

MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "0001_articles",
        (
            # The scope is there for articles that belong to one server only; '' is everybody's.
            """
            CREATE TABLE articles (
                scope TEXT NOT NULL DEFAULT '',
                id TEXT NOT NULL,
                file TEXT NOT NULL,
                title TEXT NOT NULL,
                source TEXT,
                author TEXT,
                date TEXT,
                url TEXT,
                language TEXT NOT NULL,
                digest TEXT NOT NULL,
                removals TEXT NOT NULL,
                PRIMARY KEY (scope, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE passages (
                scope TEXT NOT NULL DEFAULT '',
                article_id TEXT NOT NULL,
                position INTEGER NOT NULL,
                id TEXT NOT NULL,
                number INTEGER NOT NULL,
                heading TEXT,
                text TEXT NOT NULL,
                sentences TEXT NOT NULL,
                PRIMARY KEY (scope, article_id, position),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE synced_commands (
                application_id INTEGER PRIMARY KEY,
                digest TEXT NOT NULL
            )
            """,
        ),
    ),
    Migration(
        "0002_analysis",
        (
            # What was analysed once is sorted as integers at the next start; the version says
            # by which analysis, and what another made is forgotten.
            "CREATE TABLE forms (id INTEGER PRIMARY KEY, form TEXT NOT NULL)",
            "CREATE TABLE analysis (version TEXT NOT NULL)",
            "ALTER TABLE articles ADD COLUMN terms BLOB",
            "ALTER TABLE articles ADD COLUMN figures TEXT",
        ),
    ),
    Migration(
        "0003_discord",
        (
            # What the buttons under an answer need, for as long as the answer's message exists.
            """
            CREATE TABLE answers (
                id TEXT PRIMARY KEY,
                guild_id INTEGER,
                asker_id INTEGER NOT NULL,
                answered INTEGER NOT NULL,
                hits TEXT NOT NULL,
                question_message_id INTEGER,
                channel_id INTEGER,
                message_id INTEGER
            ) WITHOUT ROWID
            """,
            "CREATE INDEX answers_by_question ON answers (question_message_id)",
            "CREATE INDEX answers_by_message ON answers (message_id)",
            "CREATE INDEX answers_by_guild ON answers (guild_id)",
            """
            CREATE TABLE votes (
                answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
                user_id INTEGER NOT NULL,
                value INTEGER NOT NULL CHECK (value IN (-1, 1)),
                PRIMARY KEY (answer_id, user_id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX votes_by_user ON votes (user_id)",
            "CREATE TABLE guild_settings (guild_id INTEGER PRIMARY KEY, settings TEXT NOT NULL)",
            """
            CREATE TABLE question_counts (
                guild_id INTEGER PRIMARY KEY,
                asked INTEGER NOT NULL,
                answered INTEGER NOT NULL
            )
            """,
            # Only where an admin turned that on; never with who asked, and the day is enough.
            """
            CREATE TABLE unanswered_questions (
                guild_id INTEGER NOT NULL,
                day TEXT NOT NULL,
                question TEXT NOT NULL,
                times INTEGER NOT NULL,
                PRIMARY KEY (guild_id, day, question)
            ) WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        "0004_encodings",
        (
            # An article's encoding stands alone: no numbering outlives the article. What earlier
            # versions stored is made again at the next start. The large values are kept out of
            # the articles' own rows, which every passage's foreign key is checked against.
            """
            CREATE TABLE analyses (
                scope TEXT NOT NULL DEFAULT '',
                article_id TEXT NOT NULL,
                encoding BLOB NOT NULL,
                people TEXT,
                PRIMARY KEY (scope, article_id),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            )
            """,
            "ALTER TABLE articles DROP COLUMN terms",
            "ALTER TABLE articles DROP COLUMN figures",
            "DROP TABLE forms",
            "DROP TABLE analysis",
        ),
    ),
    Migration(
        "0005_embeddings",
        (
            # Made in the background after an article is served, and large: apart from the rest.
            """
            CREATE TABLE embeddings (
                scope TEXT NOT NULL DEFAULT '',
                article_id TEXT NOT NULL,
                digest TEXT NOT NULL,
                vectors BLOB NOT NULL,
                PRIMARY KEY (scope, article_id),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            )
            """,
        ),
    ),
    Migration(
        "0006_checksums",
        (
            # What is long leaves the articles' rows too. Articles of earlier versions have no
            # checksum, so their files are read again: no digest is that of a file.
            """
            CREATE TABLE removals (
                scope TEXT NOT NULL,
                article_id TEXT NOT NULL,
                removals TEXT NOT NULL,
                PRIMARY KEY (scope, article_id),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            )
            """,
            "INSERT INTO removals SELECT scope, id, removals FROM articles",
            "ALTER TABLE articles DROP COLUMN removals",
            "ALTER TABLE articles ADD COLUMN checksum TEXT NOT NULL DEFAULT ''",
            "UPDATE articles SET digest = ''",
            "DELETE FROM analyses",
            "CREATE TABLE shelf_versions (scope TEXT PRIMARY KEY, version INTEGER NOT NULL)",
        ),
    ),
    Migration(
        "0007_reports",
        (
            # A vote is on the page that it was pressed under; every earlier one counted for the
            # first. What a server had asked when its last week began gives the next week's counts.
            """
            CREATE TABLE page_votes (
                answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
                user_id INTEGER NOT NULL,
                page INTEGER NOT NULL,
                value INTEGER NOT NULL CHECK (value IN (-1, 1)),
                PRIMARY KEY (answer_id, user_id, page)
            ) WITHOUT ROWID
            """,
            "INSERT INTO page_votes SELECT answer_id, user_id, 0, value FROM votes",
            "DROP TABLE votes",
            "ALTER TABLE page_votes RENAME TO votes",
            "CREATE INDEX votes_by_user ON votes (user_id)",
            """
            CREATE TABLE weekly_reports (
                guild_id INTEGER PRIMARY KEY,
                week TEXT NOT NULL,
                asked INTEGER NOT NULL,
                answered INTEGER NOT NULL
            )
            """,
        ),
    ),
    Migration(
        "0008_sources",
        (
            # What is searched for has a column of its own; the rest of a source is JSON.
            """
            CREATE TABLE sources (
                scope TEXT NOT NULL,
                id TEXT NOT NULL,
                state TEXT NOT NULL,
                since INTEGER NOT NULL,
                due INTEGER,
                source TEXT NOT NULL,
                PRIMARY KEY (scope, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX sources_by_due ON sources (due) WHERE due IS NOT NULL",
            """
            CREATE TABLE source_entries (
                scope TEXT NOT NULL,
                source_id TEXT NOT NULL,
                entry TEXT NOT NULL,
                article_id TEXT,
                seen INTEGER NOT NULL,
                as_of TEXT,
                failures INTEGER NOT NULL DEFAULT 0,
                PRIMARY KEY (scope, source_id, entry)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX source_entries_by_article ON source_entries (scope, article_id)",
            # An article is announced once in a channel, whichever feeds bring it, and never
            # again: so what was announced stays for as long as the feed does.
            """
            CREATE TABLE announcements (
                scope TEXT NOT NULL,
                source_id TEXT NOT NULL,
                article_id TEXT NOT NULL,
                channel_id INTEGER NOT NULL,
                begun INTEGER NOT NULL,
                done INTEGER NOT NULL,
                PRIMARY KEY (scope, article_id, channel_id)
            )
            """,
            "CREATE INDEX announcements_to_come ON announcements (done) WHERE done = 0",
        ),
    ),
    Migration(
        "0009_marks",
        # An article of a feed is read again once the feed says something else of it.
        ("ALTER TABLE source_entries ADD COLUMN mark TEXT",),
    ),
    Migration(
        "0010_host_rests",
        # Which hosts ask to be left alone, until when, in seconds since 1970.
        (
            """
            CREATE TABLE host_rests (
                host TEXT PRIMARY KEY, until INTEGER NOT NULL, why TEXT NOT NULL
            ) WITHOUT ROWID
            """,
        ),
    ),
)
