from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from bot.retrieval.bm25 import FLOOR_RANK, K1, B, PostingBM25

CORPORA = st.lists(
    st.lists(st.integers(min_value=0, max_value=12), max_size=20), min_size=1, max_size=60
).filter(any)
QUERIES = st.lists(st.integers(min_value=-1, max_value=15), max_size=8)


def index_of(corpus: list[list[int]]) -> PostingBM25:
    terms = np.array([term for document in corpus for term in document], dtype=np.int32)
    offsets = np.cumsum([0, *map(len, corpus)])
    return PostingBM25(terms, offsets)


@given(CORPORA, QUERIES)
def test_scores_equal_those_of_rank_bm25(corpus: list[list[int]], query: list[int]) -> None:
    reference = BM25Plus(corpus, k1=K1, b=B, delta=0)
    np.testing.assert_allclose(
        index_of(corpus).get_scores(query), reference.get_scores(query), rtol=0, atol=1e-9
    )


@given(CORPORA, QUERIES, st.integers(min_value=1, max_value=FLOOR_RANK + 10))
def test_the_top_is_what_sorting_all_scores_gives(
    corpus: list[list[int]], query: list[int], count: int
) -> None:
    index = index_of(corpus)
    scores = index.get_scores(query)
    held = [row for row, document in enumerate(corpus) if set(document) & set(query)]
    expected = sorted(held, key=lambda row: (-round(float(scores[row]), 9), row))[:count]
    rows, found = index.top(query, count)
    assert found.round(9).tolist() == [float(scores[row].round(9)) for row in expected]
    assert set(rows.tolist()) <= set(held)
    np.testing.assert_allclose(found, scores[rows], rtol=0, atol=1e-9)


def test_equal_scores_rank_in_reading_order() -> None:
    index = index_of([[1, 2], [3, 4], [1, 2], [1, 2]])
    assert index.top([1], 10)[0].tolist() == [0, 2, 3]


def test_many_postings_are_skipped_only_where_they_cannot_matter() -> None:
    random = np.random.default_rng(5)
    corpus = [
        [0] * random.integers(0, 3) + [1] * (row % 40 == 0) + [2] * (row % 7 == 0) + [9]
        for row in range(4000)
    ]
    index = index_of(corpus)
    for query in ([0, 1], [0, 1, 2], [0, 2], [1, 2, 9]):
        scores = index.get_scores(query)
        expected = np.lexsort((np.arange(len(scores)), -scores.round(9)))[:20]
        rows, _ = index.top(query, 20)
        assert scores[rows].round(9).tolist() == scores[expected].round(9).tolist()


@pytest.mark.parametrize("query", [[], [99], [-5]])
def test_what_no_document_holds_finds_nothing(query: list[int]) -> None:
    rows, scores = index_of([[1], [2]]).top(query, 5)
    assert len(rows) == len(scores) == 0


def test_a_term_in_every_passage_of_one_article_still_weighs() -> None:
    assert index_of([[1, 2], [1, 3]]).get_scores([1]).min() > 0
