from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.summary.digest import digest, newest_first


def article(name: str, date: str) -> str:
    front = f"---\ndate: {date}\n---\n" if date else ""
    return (
        f"{front}# {name}\n\nThe {name} of Lune reopened on Saturday after nine months of work.\n\n"
        "It was a fine day, and many people came to see it with their own eyes.\n\n"
        f"The council paid 4.5 million for the {name}, which is more than it had planned.\n"
    )


DATES = {"bridge": "2024-05-01", "library": "2024-07-03", "harbour": "2024-06-02", "pier": ""}
ARTICLES = [
    parse_article(article(name, date).encode(), f"{name}.md") for name, date in DATES.items()
]


def test_the_newest_article_comes_first_and_those_without_a_date_last() -> None:
    order = [article.id for article in newest_first(ARTICLES)]
    assert order == ["library", "harbour", "bridge", "pier"]


def test_a_digest_quotes_one_sentence_an_article_the_newest_first() -> None:
    quotes = digest(ARTICLES, 10)
    assert [quote.article.id for quote in quotes] == ["library", "harbour", "bridge", "pier"]
    for quote in quotes:
        assert quote.text in quote.passage.text
        assert quote.article.id in quote.text
    assert len(digest(ARTICLES, 2)) == 2
    assert digest([], 2) == ()
