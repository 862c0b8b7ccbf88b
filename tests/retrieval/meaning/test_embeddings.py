from __future__ import annotations

import numpy as np
import pytest

from bot.retrieval.meaning.embeddings import (
    ArticleEmbeddings,
    content_key,
    embed_article,
    texts_of,
)
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

ARTICLE = made_article("boats", "Boats sank. Nobody was hurt.", "It rained.")


def test_headline_passages_and_sentences_are_embedded() -> None:
    assert list(texts_of(ARTICLE)) == [
        "Ships at sea",
        "Ships at sea. Boats sank. Nobody was hurt.",
        "Ships at sea. It rained.",
        "Ships at sea. Boats sank.",
        "Ships at sea. Nobody was hurt.",
        "Ships at sea. It rained.",
    ]


def test_eight_bits_keep_the_vectors_nearly_exact() -> None:
    encoder = LetterEncoder()
    embeddings = embed_article(ARTICLE, encoder)
    exact = encoder.embed(list(texts_of(ARTICLE)))
    assert np.allclose(embeddings.vectors * embeddings.scales[:, None], exact, atol=0.005)
    assert embeddings.fits(ARTICLE)
    assert not embeddings.fits(made_article("boats", "Boats sank."))


def test_bytes_bring_back_the_same_embeddings() -> None:
    embeddings = embed_article(ARTICLE, LetterEncoder())
    packed = embeddings.to_bytes()
    again = ArticleEmbeddings.from_bytes(packed)
    assert again.version == embeddings.version
    assert np.array_equal(again.vectors, embeddings.vectors)
    assert np.array_equal(again.scales, embeddings.scales)
    for damaged in (b"", packed[:3], packed[:-1], packed[:9] + b"\0" + packed[10:]):
        with pytest.raises(ValueError, match="damaged"):
            ArticleEmbeddings.from_bytes(damaged)


def test_the_key_follows_the_texts_alone() -> None:
    assert content_key(ARTICLE) == content_key(
        made_article("other", "Boats sank. Nobody was hurt.", "It rained.")
    )
    assert content_key(ARTICLE) != content_key(
        made_article("boats", "Boats sank. Nobody was hurt.", "It rained.", title="Ships")
    )


def test_work_can_be_ended_between_two_texts() -> None:
    encoder = LetterEncoder()
    article = made_article("long", *[f"Boat {number} sank." for number in range(50)])

    def stop() -> None:
        if encoder.embedded:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        embed_article(article, encoder, stop)
    assert len(encoder.embedded) < len(list(texts_of(article)))
