from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from bot.retrieval.index.bm25 import FLOOR_RANK, K1, B, PostingBM25

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


@given(CORPORA, QUERIES, st.data())
def test_a_few_documents_score_as_they_do_among_all(
    corpus: list[list[int]], query: list[int], data: st.DataObject
) -> None:
    rows = data.draw(st.lists(st.integers(0, len(corpus) - 1), unique=True))
    found = index_of(corpus).scores_of(query, np.array(rows, dtype=np.int64))
    expected = index_of(corpus).get_scores(query)[np.array(rows, dtype=np.int64)]
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-9)


def test_other_weights_take_the_place_of_the_idf() -> None:
    index = index_of([[1, 2], [1, 3], [1, 1]])
    rows = np.arange(3)
    usual = index.scores_of([1, 2], rows, index.idf[[1, 2]])
    doubled = index.scores_of([1, 2], rows, index.idf[[1, 2]] * 2)
    np.testing.assert_allclose(usual, index.scores_of([1, 2], rows))
    np.testing.assert_allclose(doubled, 2 * usual)


def test_equal_scores_rank_in_reading_order() -> None:
    index = index_of([[1, 2], [3, 4], [1, 2], [1, 2]])
    assert index.top([1], 10)[0].tolist() == [0, 2, 3]
    many = index_of([[1, 2]] * 60)
    for count in (5, 15, 55):
        assert many.top([1], count)[0].tolist() == list(range(count))
    several = index_of([[1, 2], [1, 1, 2], [1, 2, 2]] * 20)
    scores = several.get_scores([1]).round(9)
    expected = sorted(range(60), key=lambda row: (-scores[row], row))
    assert several.top([1], 45)[0].tolist() == expected[:45]


@pytest.mark.parametrize("seed", range(6))
def test_many_postings_are_skipped_only_where_they_cannot_matter(seed: int) -> None:
    random = np.random.default_rng(seed)
    # Common terms and rare ones, so that some have many more postings than the others.
    shares = np.array([0.02, 0.9, 0.006, 0.6, 0.002, 0.3, 0.05, 0.03])
    held = random.random((4000, len(shares))) < shares
    corpus = [
        [int(term) for term in np.flatnonzero(row) for _ in range(random.integers(1, 4))]
        + [9] * random.integers(1, 12)
        for row in held
    ]
    index = index_of([*corpus, [2, 9]])
    for _ in range(20):
        query = random.choice(len(shares), size=random.integers(1, 5), replace=False).tolist()
        count = int(random.integers(1, FLOOR_RANK + 1))
        scores = index.get_scores(query)
        ranked = np.lexsort((np.arange(len(scores)), -scores.round(9)))
        expected = ranked[scores[ranked] > 0][:count]
        rows, found = index.top(query, count)
        assert found.round(9).tolist() == scores[expected].round(9).tolist()
        np.testing.assert_allclose(found, scores[rows], rtol=0, atol=1e-9)


def test_a_term_left_for_later_counts_in_the_last_document_that_has_it() -> None:
    # The common term can't lift a document alone, so it is added to those of the rare one.
    index = index_of([[1, 9]] * 3000 + [[0, 9]] * 24 + [[0, 0, 1]])
    rows, found = index.top([0, 1], 3)
    assert rows[0] == 3024
    assert found == pytest.approx(index.get_scores([0, 1])[rows])


def test_what_two_terms_left_for_later_add_together_counts() -> None:
    # Each of the common terms alone would not lift the document that has all three.
    corpus = [[0, 0]] * 20 + [[0, 1, 2]] + [[1]] * 999 + [[2]] * 8499 + [[3]] * 480 + [[4]]
    terms = np.array([term for document in corpus for term in document], dtype=np.int32)
    index = PostingBM25(terms, np.cumsum([0, *map(len, corpus)]), k1=1.2, b=0.0)
    assert index.top([0, 1, 2, 4], 2)[0].tolist() == [9999, 20]


def test_the_documents_of_a_term_are_known() -> None:
    index = index_of([[1, 2], [0], [2]])
    found = {term: index.documents_of(term).tolist() for term in (-1, 0, 1, 2, 3, 9)}
    assert found == {-1: [], 0: [1], 1: [0], 2: [0, 2], 3: [], 9: []}


def test_a_question_leaves_nothing_behind_for_the_next() -> None:
    index = index_of([[1, 2], [2, 3], [3]])
    first = [index.top(query, 3)[1].tolist() for query in ([1], [2, 3], [], [1])]
    assert first[0] == first[3]
    assert index.top([2, 3], 3)[1].tolist() == first[1]


def test_the_shortest_and_an_unheld_term_are_weighed_as_rank_bm25_does() -> None:
    corpus = [[1], [], [3], []]
    reference = BM25Plus(corpus, k1=K1, b=B, delta=0)
    index = index_of(corpus)
    np.testing.assert_allclose(index.get_scores([1, 3]), reference.get_scores([1, 3]), atol=1e-12)
    assert index.idf.tolist() == [0.0, reference.idf[1], 0.0, reference.idf[3]]


def test_length_counts_as_much_as_is_asked() -> None:
    terms, offsets = np.array([1, 1, 2, 2, 2], dtype=np.int32), np.array([0, 1, 5])
    one = PostingBM25(terms, offsets, b=0.0)
    assert one.get_scores([1]).tolist() == pytest.approx([one.idf[1]] * 2)
    two = PostingBM25(terms, offsets, b=1.0).get_scores([1])
    assert two[0] > two[1]


def test_scaled_lengths_count_like_longer_documents() -> None:
    terms, offsets = np.array([1, 2, 1, 2], dtype=np.int32), np.array([0, 2, 4])
    scaled = PostingBM25(terms, offsets, scale=np.array([1.0, 3.0])).get_scores([1])
    assert scaled[0] > scaled[1]


def test_imagined_documents_make_every_term_rarer() -> None:
    terms, offsets = np.array([1, 2, 1, 2], dtype=np.int32), np.array([0, 2, 4])
    few, many = (PostingBM25(terms, offsets, background=n) for n in (0, 10))
    assert many.idf[1] == pytest.approx(np.log(13 / 2))
    assert many.get_scores([1])[0] > few.get_scores([1])[0] > 0


def test_without_documents_nothing_is_found() -> None:
    index = index_of([])
    assert len(index.get_scores([1])) == len(index.top([1], 5)[0]) == 0
    assert index.avgdl == 1.0


@pytest.mark.parametrize("query", [[], [99], [-5]])
def test_what_no_document_holds_finds_nothing(query: list[int]) -> None:
    rows, scores = index_of([[1], [2]]).top(query, 5)
    assert len(rows) == len(scores) == 0


def test_a_term_in_every_passage_of_one_article_still_weighs() -> None:
    assert index_of([[1, 2], [1, 3]]).get_scores([1]).min() > 0


def test_a_query_that_fails_leaves_nothing_behind_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = index_of([[1, 2], [2, 3], [3]])
    before = index.top([1, 2, 3], 3)

    def fail(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bot.retrieval.index.bm25._distinct", fail)
    with pytest.raises(MemoryError):
        index.top([1, 2, 3], 3)
    monkeypatch.undo()
    for found, expected in zip(index.top([1, 2, 3], 3), before, strict=True):
        assert found.tolist() == expected.tolist()


def test_scoring_a_few_documents_says_what_to_call_instead() -> None:
    with pytest.raises(NotImplementedError, match="get_scores"):
        index_of([[1, 2], [2]]).get_batch_scores([1], [0])
