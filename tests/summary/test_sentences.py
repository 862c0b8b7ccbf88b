"""The sentences that summaries quote, as they stand."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.summary.sentences import sentences_of


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


def test_an_item_of_a_list_is_quoted_without_its_mark() -> None:
    text = (
        "# Storm Hilda\n\nThis is what we know of the storm:\n\n"
        "- Ferries to the islands have been cancelled since the morning.\n"
        "- The bridge was closed to lorries at eleven, and to all traffic later.\n\n"
        "1. Boil a large pot of salted water and turn down the heat.\n"
    )
    summary = Library([parse_article(text.encode(), "storm.md")]).summary("storm", 200)
    assert summary.sentences[0].text.startswith("Ferries to the islands")


def test_a_teams_line_up_is_not_quoted() -> None:
    roll = "Lune: Ochoa; Lucas Mena, Urrutia, Pau, Bell; Salas (Moha, 30), Trejo; Chimo, Rubio."
    told = "Reaction: “We waited for it,” Ann Lee told Lune FM, Radio Orle and the Kessock Courier."
    text = f"# Lune win\n\nLune won the cup on Saturday after extra time.\n\n{roll}\n\n{told}\n"
    article = parse_article(text.encode(), "a.md")
    quotable = {
        s.quote.text: s.is_quotable for s in sentences_of((article, p) for p in article.passages)
    }
    assert quotable[roll] is False
    assert quotable[told]
