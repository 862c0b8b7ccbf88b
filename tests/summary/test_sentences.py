"""The sentences that summaries quote, as they stand."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.library.library import Library


def test_of_a_topic_no_articles_dateline_is_quoted() -> None:
    news = {
        "one.txt": "LUNE, Ruvenia – Nineteen miners were trapped in the Kessock mine on Tuesday.",
        "three.txt": "Lune, 12 November 2025 — Thirty miners left the Kessock mine on Sunday.",
        "four.txt": "KARSK, 9 March 2025 – Nobody was in the Kessock mine on Monday morning.",
        "two.txt": "DUNKERROW – Fourteen miners were lifted from the Kessock mine on Friday night.",
    }
    library = Library(
        [parse_article(f"A title\n\n{text}\n".encode(), file) for file, text in news.items()]
    )
    texts = [quote.text for quote in library.topic_summary("the Kessock mine").sentences]
    assert sorted(text.split()[0] for text in texts) == ["Fourteen", "Nineteen", "Nobody", "Thirty"]
