"""Where a passage stands in its article."""

from __future__ import annotations

from bot.ingest.reader import parse_article

LONG = "The harbour of Lune was dredged for the boats in winter. " * 400


def test_a_passage_knows_its_place_also_where_a_paragraph_was_parted() -> None:
    text = f"Harbour news\n\nThe dredging ended.\n\n{LONG}\n\nThe boats came in again.\n"
    article = parse_article(text.encode(), "harbour.txt")
    parts = [passage for passage in article.passages if "." in passage.id]
    assert len(parts) > 10
    places = [article.place_of(passage) for passage in article.passages]
    assert places == list(range(len(article.passages)))
