from __future__ import annotations

from bot.retrieval.meaning.embedded_articles import EmbeddedArticles
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.thread import kept_before
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

ARTICLES = [
    made_article("one", "Rubio spoke of sanctions.", title="Sanctions"),
    made_article("two", "Iran exports oil.", title="Oil"),
]
EMBEDDED = EmbeddedArticles(ARTICLES, [embed_article(a, LetterEncoder()) for a in ARTICLES])


def kept(question: str, before: str) -> str:
    return kept_before(question, before, LetterEncoder(), EMBEDDED)


def test_of_a_chain_what_comes_nearer_stays() -> None:
    assert kept("and Rubio?", "and Iran? (spoke sanctions)") == "spoke sanctions"
    assert kept("exports oil?", "and Iran? (spoke sanctions)") == "and Iran?"


def test_a_question_that_stood_alone_stays_whole() -> None:
    before = "Who spoke of sanctions (in May) first?"
    assert kept("and Rubio?", before) == before
    none = EmbeddedArticles([], [])
    assert kept_before("x", "a (b)", LetterEncoder(), none) == "a (b)"
