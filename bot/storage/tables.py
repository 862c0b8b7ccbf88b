"""The tables that both databases have, with the same columns: what is moved between them."""

from __future__ import annotations

from bot.storage.answer_rows import ANSWER
from bot.storage.article_rows import ARTICLE, PASSAGE
from bot.storage.host_rests import HOST_REST
from bot.storage.source_rows import ANNOUNCEMENT, ENTRY, SOURCE

TABLES: dict[str, str] = {
    "articles": f"{ARTICLE}, checksum",
    "removals": "scope, article_id, removals",
    "passages": PASSAGE,
    "analyses": "scope, article_id, encoding, people",
    "embeddings": "scope, article_id, digest, vectors",
    "shelf_versions": "scope, version",
    "answers": ANSWER,
    "votes": "answer_id, user_id, page, value",
    "guild_settings": "guild_id, settings",
    "question_counts": "guild_id, asked, answered",
    "unanswered_questions": "guild_id, day, question, times",
    "weekly_reports": "guild_id, week, asked, answered",
    "synced_commands": "application_id, digest",
    "sources": SOURCE,
    "source_entries": ENTRY,
    "announcements": ANNOUNCEMENT,
    "host_rests": HOST_REST,
}
"""The columns of each table, in the order in which the tables refer to each other."""

IN_ORDER = frozenset({"announcements"})
"""Tables whose rows are in the order in which they came."""

BINARY = frozenset({"encoding", "people", "vectors"})
"""Columns that hold bytes."""
