"""Topics that are said in other words than the articles'."""

from __future__ import annotations

import pytest

from bot.library.analysis.embedding import embed_articles
from bot.library.analysis.embedding_cache import EmbeddingCache
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models
from tests.retrieval.meaning.embedding_letters import made_article

STRIKE = (
    "Hardly a train moved on Wednesday as signallers began a 72-hour strike over night work.",
    "Shops on the high street reported that they had sold more umbrellas than ever before.",
)
MEADOW = (
    "A firm wants to put 164 homes on one of the last open fields inside the ring road.",
    "Visitors of the hospital put up with too few spaces and lost time in its car park.",
)
ARTICLES = (
    made_article("strike", *STRIKE, title="Signallers stop the trains"),
    made_article("meadow", *MEADOW, title="Homes planned on the meadow"),
)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Library:
    models = shipped_models()
    assert models is not None
    library = Library(ARTICLES, models=models)
    library.take_embeddings(
        embed_articles(
            ARTICLES, {}, models.encoder, EmbeddingCache(tmp_path_factory.mktemp("embeddings"))
        )
    )
    return library


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("rail workers refusing to work", STRIKE[0]),
        ("building houses on green land", MEADOW[0]),
    ],
)
def test_a_topic_in_other_words_is_found_by_what_it_means(
    embedded: Library, topic: str, told: str
) -> None:
    assert Library(ARTICLES).topic_summary(topic).sentences == ()
    assert [quote.text for quote in embedded.topic_summary(topic).sentences] == [told]


def test_words_that_mean_something_else_are_no_topic(embedded: Library) -> None:
    topic = "Einstein on space and time"
    assert Library(ARTICLES).topic_summary(topic).sentences
    assert embedded.topic_summary(topic).sentences == ()
