"""The report of the ``check`` command: articles, removed lines, and refused files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ingest.draft import is_titled_by_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.ingest.refusal import Refusal


def check_report(articles: Sequence[Article], refused: Sequence[Refusal]) -> dict[str, object]:
    """Return the JSON object that ``check`` prints."""
    return {
        "articles": [
            {
                **article.to_dict(),
                "file": article.file,
                "titled_by_file": is_titled_by_file(article.title, article.file),
                "language": article.language,
                "passages": len(article.passages),
                "cleaned": [
                    {"text": removal.text, "why": removal.why} for removal in article.removals
                ],
            }
            for article in articles
        ],
        "refused": [{"file": refusal.file, "reason": refusal.reason} for refusal in refused],
    }
