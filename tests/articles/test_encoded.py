from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Passage
from bot.articles.encoded import EncodedArticle, smallest_dtype
from bot.ingest.reader import parse_article
from bot.retrieval.index.encoder import ArticleEncoder, is_current
from tests.conftest import BRIDGE, OTTERS

ARRAYS = ("title", "words", "sentence_ends", "cues")
BRIDGE_ARTICLE = parse_article(BRIDGE.encode(), "bridge.md")


def same(first: EncodedArticle, second: EncodedArticle) -> bool:
    return (
        (first.language, first.version, first.forms)
        == (second.language, second.version, second.forms)
    ) and all(
        getattr(first, name).tolist() == getattr(second, name).tolist()
        and getattr(first, name).dtype == getattr(second, name).dtype
        for name in ARRAYS
    )


@given(st.text(min_size=1, max_size=300))
def test_an_encoding_comes_back_from_its_bytes_as_it_was(text: str) -> None:
    passage = Passage("a#1", 1, text, ((0, len(text)),), heading=text[:5])
    encoded = ArticleEncoder().encode(replace(BRIDGE_ARTICLE, title=text, passages=(passage,)))
    assert same(EncodedArticle.from_bytes(encoded.to_bytes()), encoded)


def test_an_encoding_with_very_many_forms_comes_back_too() -> None:
    count = 70_000
    numbers = np.arange(count)
    encoded = EncodedArticle(
        "en",
        "1",
        "\n".join(map(str, range(count))),
        numbers[:3].astype(smallest_dtype(count)),
        numbers.astype(smallest_dtype(count)),
        np.array([0, count], dtype=smallest_dtype(count)),
        np.array([0, 1], dtype=np.uint8),
    )
    again = EncodedArticle.from_bytes(encoded.to_bytes())
    assert same(again, encoded)
    assert again.words[-1] == count - 1


@given(st.data())
def test_a_flipped_bit_is_noticed(data: st.DataObject) -> None:
    packed = bytearray(ArticleEncoder().encode(BRIDGE_ARTICLE).to_bytes())
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(ValueError, match="damaged"):
        EncodedArticle.from_bytes(bytes(packed))


@pytest.mark.parametrize("packed", [b"", b"1234", b"\0" * 500])
def test_what_is_no_encoding_is_damaged(packed: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        EncodedArticle.from_bytes(packed)


def test_an_encoding_holds_the_words_of_every_heading_and_sentence() -> None:
    encoded = ArticleEncoder().encode(BRIDGE_ARTICLE)
    forms = encoded.forms
    starts = [0, *encoded.sentence_ends.tolist()]
    sentences = [
        [forms[word] for word in encoded.words[start:end].tolist()]
        for start, end in itertools.pairwise(starts)
    ]
    assert sentences[0] == []
    assert sentences[1][:3] == ["harbour", "bridge", "reopened"]
    assert sentences[3] == ["cost"]
    assert "4.5" in sentences[4]
    assert [forms[word] for word in encoded.title.tolist()][:2] == ["harbour", "bridge"]


def test_an_encoding_of_another_article_or_version_is_not_current() -> None:
    encoded = ArticleEncoder().encode(BRIDGE_ARTICLE)
    assert is_current(encoded, BRIDGE_ARTICLE)
    assert not is_current(encoded, parse_article(OTTERS.encode(), "otters.txt"))
    older = EncodedArticle("en", "0", encoded.form_lines, *(getattr(encoded, n) for n in ARRAYS))
    assert not is_current(older, BRIDGE_ARTICLE)
