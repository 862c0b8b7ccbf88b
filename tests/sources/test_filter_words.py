"""Which articles have the words that a feed's settings ask for."""

from __future__ import annotations

import pytest

from bot.ingest.document_reader import Document, read_document
from bot.sources.filter_words import has_words


def has(text: str, *words: str) -> bool:
    content = f"A title of today\n\n{text}".encode()
    article = read_document(Document("a.txt", "a", content)).article
    assert article is not None
    return has_words(article, words)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("tariff", "The new Tariffs took effect on Monday, said the minister of trade."),
        ("café", "The cafe\u0301 on the market square has opened again after the storm."),
        ("dont panic", "The sign in the hall says “Don’t panic”, and nobody does that here."),
        ("don't panic", "The sign in the hall says “Don’t panic”, and nobody does that here."),
        ("Bank of England", "The Bank of England raised its rate again on Thursday morning."),
        ("IT", "The city will hire forty IT specialists for its new office next year."),
        ("关税", "美国总统周一宣布对进口汽车加征关税，并表示新措施将于下个月生效。"),
        ("Zölle", "Die neuen Zölle gelten seit Montag, sagte die Ministerin in Berlin am Abend."),
        ("nothing here, title", "The lighthouse on Gull Rock was sold to a retired teacher."),
    ],
)
def test_a_word_counts_in_all_of_its_forms(word: str, text: str) -> None:
    assert has(text, *word.split(", "))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("war", "The software company received an award for its warehouse on Monday."),
        ("IT", "It was cold in the city when it opened its new office last winter."),
        ("England bank", "The Bank of England raised its rate again on Thursday morning."),
        ("汽车税", "美国总统周一宣布对进口汽车加征关税，并表示新措施将于下个月生效。"),
        ("*", "The lighthouse on Gull Rock was sold to a retired teacher."),
    ],
)
def test_a_part_of_another_word_does_not_count(word: str, text: str) -> None:
    assert not has(text, word)
