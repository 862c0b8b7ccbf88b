BEGIN TRANSACTION;
CREATE TABLE analysis (version TEXT NOT NULL);
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
                removals TEXT NOT NULL, terms BLOB, figures TEXT,
                PRIMARY KEY (scope, id)
            ) WITHOUT ROWID
            ;
INSERT INTO "articles" VALUES('','otters','otters.txt','Otters return to the river Lune',NULL,NULL,NULL,NULL,'en','ae966e0d51f76b566ddac10aa4ab1e616a5b3f25c7eb3f77edf6d5547043411e','[]',NULL,NULL);
CREATE TABLE forms (id INTEGER PRIMARY KEY, form TEXT NOT NULL);
CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL);
INSERT INTO "migrations" VALUES('0001_articles','2026-11-22T19:41:49+00:00');
INSERT INTO "migrations" VALUES('0002_analysis','2026-11-22T19:41:49+00:00');
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
CREATE TABLE synced_commands (
                application_id INTEGER PRIMARY KEY,
                digest TEXT NOT NULL
            );
INSERT INTO "synced_commands" VALUES(42,'abc');
COMMIT;
