from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.retrieval.meaning import embedded_articles
from bot.retrieval.meaning.embedded_articles import EmbeddedArticles
from bot.retrieval.meaning.embeddings import VERSION, ArticleEmbeddings, embed_article
from bot.retrieval.meaning.encoder import DIMENSIONS
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

if TYPE_CHECKING:
    from bot.articles.article import Article

ARTICLES = [
    made_article("boats", "Boats sank off the coast. Nobody was hurt.", "It rained for days."),
    made_article("vote", "The council voted. The mayor lost.", title="A vote in town"),
    made_article("empty"),
    made_article("bread", "Bakers raised their prices.", "Flour is dear.", title="Bread"),
]
QUESTION = LetterEncoder().embed(["did the mayor lose the vote"])[0]


def embedded(articles: list[Article]) -> EmbeddedArticles:
    return EmbeddedArticles(articles, [embed_article(a, LetterEncoder()) for a in articles])


def plain_order(articles: list[Article]) -> list[int]:
    texts = [f"{a.title}. {p.text}" for a in articles for p in a.passages]
    order: list[int] = np.argsort(
        -(LetterEncoder().embed(texts) @ QUESTION), kind="stable"
    ).tolist()
    return order


def test_the_nearest_passages_come_first() -> None:
    found = embedded(ARTICLES).nearest(QUESTION, 3).tolist()
    assert found == plain_order(ARTICLES)[:3]
    assert found[0] == 2
    assert sorted(embedded(ARTICLES).nearest(QUESTION, 20).tolist()) == [0, 1, 2, 3, 4]


def test_passages_sentences_and_headlines_are_compared() -> None:
    rows = np.array([2, 1, 4])
    found = embedded(ARTICLES).similarities(rows, QUESTION)
    assert found

    def like(text: str) -> float:
        return float(LetterEncoder().embed([text])[0] @ QUESTION)

    vote, rain, flour = (
        "A vote in town. The council voted. The mayor lost.",
        "Ships at sea. It rained for days.",
        "Bread. Flour is dear.",
    )
    assert found.passages == pytest.approx([like(vote), like(rain), like(flour)], abs=0.01)
    assert found.titles == pytest.approx(
        [like("A vote in town"), like("Ships at sea"), like("Bread")], abs=0.01
    )
    assert found.sentences == pytest.approx(
        [
            like(vote),
            like("A vote in town. The council voted."),
            like("A vote in town. The mayor lost."),
            like(rain),
            like(rain),
            like(flour),
            like(flour),
        ],
        abs=0.01,
    )


def test_what_is_not_embedded_yet_is_neither_found_nor_compared() -> None:
    embeddings = [embed_article(article, LetterEncoder()) for article in ARTICLES]
    partly = EmbeddedArticles(ARTICLES, [embeddings[0], None, None, embeddings[3]])
    assert sorted(partly.nearest(QUESTION, 20).tolist()) == [0, 1, 3, 4]
    assert partly.similarities(np.array([4, 0]), QUESTION)
    assert partly.similarities(np.array([0, 2]), QUESTION) is None
    assert EmbeddedArticles([], []).nearest(QUESTION, 20).tolist() == []


def test_of_many_passages_the_signs_choose_whom_to_compare(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = np.random.default_rng(5)
    articles = [made_article(f"a{number}", *["It rained."] * 20) for number in range(40)]
    exact = chance.normal(size=(40, 41, DIMENSIONS)).astype(np.float32)
    exact /= np.linalg.norm(exact, axis=2, keepdims=True)
    embeddings = [
        ArticleEmbeddings(VERSION, np.round(own * 400).astype(np.int8), np.full(41, 1 / 400, "f4"))
        for own in exact
    ]
    passages = exact[:, 1:21].reshape(-1, DIMENSIONS)
    monkeypatch.setattr(embedded_articles, "SCANNED_WHOLE", 100)
    monkeypatch.setattr(embedded_articles, "_LEAST_COMPARED", 300)
    many = EmbeddedArticles(articles, embeddings)
    for asked in (0, 333, 799):
        question = passages[asked] + chance.normal(scale=0.04, size=DIMENSIONS).astype(np.float32)
        found = many.nearest(question, 20).tolist()
        assert found[0] == asked
        best = np.argsort(-(passages @ question))[:20].tolist()
        assert len(set(found) & set(best)) >= 16
