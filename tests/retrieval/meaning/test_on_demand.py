from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.library.library import Library
from bot.retrieval.meaning.embedded_articles import EmbeddedArticles
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.models import Models
from bot.retrieval.meaning.on_demand import PassageEmbedder
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

if TYPE_CHECKING:
    from bot.articles.article import Article

ARTICLES = [
    made_article("boats", "Boats sank off the coast. Nobody was hurt.", "It rained for days."),
    made_article("vote", "The council voted. The mayor lost.", title="A vote in town"),
]
QUESTION = LetterEncoder().embed(["did the mayor lose the vote"])[0]
ROWS = np.array([2, 0])


def unembedded(articles: list[Article], on_demand: PassageEmbedder) -> EmbeddedArticles:
    return EmbeddedArticles(articles, [None] * len(articles), on_demand)


def test_passages_embedded_when_asked_for_compare_as_those_embedded_before() -> None:
    before = EmbeddedArticles(ARTICLES, [embed_article(a, LetterEncoder()) for a in ARTICLES])
    known = before.similarities(ROWS, QUESTION)
    late = unembedded(ARTICLES, PassageEmbedder(LetterEncoder())).similarities(ROWS, QUESTION)
    assert known
    assert late
    assert late.passages == pytest.approx(known.passages)
    assert late.titles == pytest.approx(known.titles)
    assert late.sentences == pytest.approx(known.sentences)


def test_a_passage_is_embedded_once() -> None:
    encoder = LetterEncoder()
    on_demand = PassageEmbedder(encoder)
    assert unembedded(ARTICLES, on_demand).similarities(ROWS, QUESTION)
    encoder.embedded.clear()
    assert unembedded(ARTICLES, on_demand).similarities(ROWS, QUESTION)
    assert encoder.embedded == []


def test_what_takes_too_long_is_left_to_the_words() -> None:
    encoder = LetterEncoder()
    hurried = unembedded(ARTICLES, PassageEmbedder(encoder, seconds=-1))
    assert hurried.similarities(ROWS, QUESTION) is None
    assert encoder.embedded == []


def test_a_passage_is_not_waited_for_while_articles_are_being_embedded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.retrieval.meaning.on_demand.HURRIED", -1)
    on_demand = PassageEmbedder(LetterEncoder(), seconds=60)
    with on_demand.hurried():
        assert unembedded(ARTICLES, on_demand).similarities(ROWS, QUESTION) is None
    assert unembedded(ARTICLES, on_demand).similarities(ROWS, QUESTION)


def test_articles_in_other_languages_are_left_to_the_words() -> None:
    encoder = LetterEncoder()
    french = [replace(article, language="fr") for article in ARTICLES]
    assert unembedded(french, PassageEmbedder(encoder)).similarities(ROWS, QUESTION) is None
    assert encoder.embedded == []


def test_a_library_that_is_not_embedded_yet_is_asked_by_meaning_too() -> None:
    encoder = LetterEncoder()
    library = Library(ARTICLES, models=Models(encoder))
    assert library.ask("Who lost the vote?").hits[0].article.id == "vote"
    assert "A vote in town. The mayor lost." in encoder.embedded
    assert not library.embeddings
