BEGIN TRANSACTION;
CREATE TABLE analyses (
                scope TEXT NOT NULL DEFAULT '',
                article_id TEXT NOT NULL,
                encoding BLOB NOT NULL,
                people TEXT,
                PRIMARY KEY (scope, article_id),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            );
INSERT INTO "analyses" VALUES('','otters',X'9E663774EB463A495F385BEBF8BDD76C5265725F020102029B000000040000001B00000006000000656E336F74746572730A72657475726E0A72697665720A6C756E650A7365656E0A66697273740A74696D650A73696E63650A313938370A6D730A70726979610A6E6169720A77696C646C6966650A74727573740A636F756E7465640A656C6576656E0A616E696D616C730A6E6561720A6361746F6E0A616E676C6572730A666561720A73616C6D6F6E0A736169640A6D6F73746C790A6561740A65656C7300000100020003000000040002000300050006000700080009000A000B000C000D000E000F001000110012001300140015000B0016000000170018001900000008000800120012001B000007001B0004',NULL);
CREATE TABLE announcements (
                scope TEXT NOT NULL,
                source_id TEXT NOT NULL,
                article_id TEXT NOT NULL,
                channel_id INTEGER NOT NULL,
                begun INTEGER NOT NULL,
                done INTEGER NOT NULL,
                PRIMARY KEY (scope, article_id, channel_id)
            );
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
            ;
INSERT INTO "answers" VALUES('an-answer',7,8,1,'[["otters","abcdef",0,0]]',NULL,NULL,NULL);
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
                digest TEXT NOT NULL, checksum TEXT NOT NULL DEFAULT '',
                PRIMARY KEY (scope, id)
            ) WITHOUT ROWID
            ;
INSERT INTO "articles" VALUES('','otters','otters.txt','Otters return to the river Lune',NULL,NULL,NULL,NULL,'en','ae966e0d51f76b566ddac10aa4ab1e616a5b3f25c7eb3f77edf6d5547043411e','a354e07d314499d4103b24bc58c58f49');
CREATE TABLE embeddings (
                scope TEXT NOT NULL DEFAULT '',
                article_id TEXT NOT NULL,
                digest TEXT NOT NULL,
                vectors BLOB NOT NULL,
                PRIMARY KEY (scope, article_id),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            );
CREATE TABLE guild_settings (guild_id INTEGER PRIMARY KEY, settings TEXT NOT NULL);
INSERT INTO "guild_settings" VALUES(7,'{"private": true}');
CREATE TABLE host_rests (
                host TEXT PRIMARY KEY, until INTEGER NOT NULL, why TEXT NOT NULL
            ) WITHOUT ROWID
            ;
INSERT INTO "host_rests" VALUES('news.example',9000000000,'the site answers 429 Too Many Requests');
CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL);
INSERT INTO "migrations" VALUES('0001_articles','2026-11-22T19:41:49+00:00');
INSERT INTO "migrations" VALUES('0002_analysis','2026-11-22T19:41:49+00:00');
INSERT INTO "migrations" VALUES('0003_discord','2026-11-22T19:41:49+00:00');
INSERT INTO "migrations" VALUES('0004_encodings','2026-11-28T14:56:23+00:00');
INSERT INTO "migrations" VALUES('0005_embeddings','2026-11-28T15:40:00+00:00');
INSERT INTO "migrations" VALUES('0006_checksums','2026-11-28T16:27:48+00:00');
INSERT INTO "migrations" VALUES('0007_reports','2026-11-28T18:00:31+00:00');
INSERT INTO "migrations" VALUES('0008_sources','2026-11-28T18:04:01+00:00');
INSERT INTO "migrations" VALUES('0009_marks','2026-11-28T21:55:00+00:00');
INSERT INTO "migrations" VALUES('0010_host_rests','2026-11-29T13:40:00+00:00');
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
            ;
INSERT INTO "passages" VALUES('','otters',0,'otters#1',1,NULL,'Otters have been seen in the river Lune for the first time since 1987.','0 70');
INSERT INTO "passages" VALUES('','otters',1,'otters#2',2,NULL,'Ms. Priya Nair of the Wildlife Trust counted eleven animals near Caton in May.','0 78');
INSERT INTO "passages" VALUES('','otters',2,'otters#3',3,NULL,'Anglers fear for the salmon, but Nair said otters mostly eat eels.','0 66');
CREATE TABLE question_counts (
                guild_id INTEGER PRIMARY KEY,
                asked INTEGER NOT NULL,
                answered INTEGER NOT NULL
            );
CREATE TABLE removals (
                scope TEXT NOT NULL,
                article_id TEXT NOT NULL,
                removals TEXT NOT NULL,
                PRIMARY KEY (scope, article_id),
                FOREIGN KEY (scope, article_id) REFERENCES articles (scope, id) ON DELETE CASCADE
            );
INSERT INTO "removals" VALUES('','otters','[]');
CREATE TABLE shelf_versions (scope TEXT PRIMARY KEY, version INTEGER NOT NULL);
INSERT INTO "shelf_versions" VALUES('',1);
INSERT INTO "shelf_versions" VALUES('7',1);
CREATE TABLE source_entries (
                scope TEXT NOT NULL,
                source_id TEXT NOT NULL,
                entry TEXT NOT NULL,
                article_id TEXT,
                seen INTEGER NOT NULL,
                as_of TEXT,
                failures INTEGER NOT NULL DEFAULT 0, mark TEXT,
                PRIMARY KEY (scope, source_id, entry)
            ) WITHOUT ROWID
            ;
INSERT INTO "source_entries" VALUES('7','f1','https://news.example.org/a',NULL,100,'2026-11-28',0,'0123456789abcdef');
CREATE TABLE sources (
                scope TEXT NOT NULL,
                id TEXT NOT NULL,
                state TEXT NOT NULL,
                since INTEGER NOT NULL,
                due INTEGER,
                source TEXT NOT NULL,
                PRIMARY KEY (scope, id)
            ) WITHOUT ROWID
            ;
INSERT INTO "sources" VALUES('7','f1','kept',110,1020,'{"id": "f1", "kind": "feed", "title": "City News", "added_by": 9, "added": 100, "address": "https://news.example.org/feed", "state": "kept", "since": 110, "tags": ["city", "economy"], "settings": {"every": 900, "most": 5, "kept_days": 0, "words": ["bridge"], "channel": 77}, "visits": {"read": 120, "next": 1020, "failing_since": null, "failures": 0, "why": "", "etag": "\"1\"", "last_modified": null}}');
CREATE TABLE synced_commands (
                application_id INTEGER PRIMARY KEY,
                digest TEXT NOT NULL
            );
INSERT INTO "synced_commands" VALUES(42,'abc');
CREATE TABLE unanswered_questions (
                guild_id INTEGER NOT NULL,
                day TEXT NOT NULL,
                question TEXT NOT NULL,
                times INTEGER NOT NULL,
                PRIMARY KEY (guild_id, day, question)
            ) WITHOUT ROWID
            ;
CREATE TABLE "votes" (
                answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
                user_id INTEGER NOT NULL,
                page INTEGER NOT NULL,
                value INTEGER NOT NULL CHECK (value IN (-1, 1)),
                PRIMARY KEY (answer_id, user_id, page)
            ) WITHOUT ROWID
            ;
INSERT INTO "votes" VALUES('an-answer',9,0,1);
CREATE TABLE weekly_reports (
                guild_id INTEGER PRIMARY KEY,
                week TEXT NOT NULL,
                asked INTEGER NOT NULL,
                answered INTEGER NOT NULL
            );
INSERT INTO "weekly_reports" VALUES(7,'2026-11-23',1,0);
CREATE INDEX answers_by_question ON answers (question_message_id);
CREATE INDEX answers_by_message ON answers (message_id);
CREATE INDEX answers_by_guild ON answers (guild_id);
CREATE INDEX votes_by_user ON votes (user_id);
CREATE INDEX sources_by_due ON sources (due) WHERE due IS NOT NULL;
CREATE INDEX source_entries_by_article ON source_entries (scope, article_id);
CREATE INDEX announcements_to_come ON announcements (done) WHERE done = 0;
COMMIT;
