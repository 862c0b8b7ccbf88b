"""Rank the same passages with other search engines, each used as its README shows."""

from __future__ import annotations

import re
import sqlite3
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.language.english.words.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Ranker = Callable[[str, int], list[int]]
    """Returns the positions of the best passages for a question."""


def available_peers() -> dict[str, Callable[[Sequence[str]], Ranker]]:
    """Return the engines that are installed: each one's name, and what makes a ranker of it."""
    peers: dict[str, Callable[[Sequence[str]], Ranker]] = {"rank-bm25": rank_bm25}
    if find_spec("bm25s"):
        peers["bm25s"] = bm25s
    if find_spec("tantivy"):
        peers["tantivy"] = tantivy
    peers["SQLite FTS5"] = fts5
    return peers


def rank_bm25(passages: Sequence[str]) -> Ranker:
    """Return a ranker by rank-bm25's BM25Okapi, over words separated by blanks."""
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - for this alone

    index = BM25Okapi([passage.split(" ") for passage in passages])

    def rank(question: str, count: int) -> list[int]:
        scores = index.get_scores(question.split(" "))
        best: list[int] = np.argsort(-scores, kind="stable")[:count].tolist()
        return best

    return rank


def bm25s(passages: Sequence[str]) -> Ranker:
    """Return a ranker by bm25s with English stop words, Snowball, and numba if it is installed."""
    import bm25s as library  # noqa: PLC0415 - an extra's
    import Stemmer  # noqa: PLC0415 - for this alone

    tokenizer = library.tokenization.Tokenizer(stopwords="en", stemmer=Stemmer.Stemmer("english"))
    backend = "numba" if find_spec("numba") else "numpy"
    index = library.BM25(backend=backend)
    index.index(tokenizer.tokenize(list(passages), show_progress=False), show_progress=False)

    def rank(question: str, count: int) -> list[int]:
        tokens = tokenizer.tokenize([question], update_vocab=False, show_progress=False)
        if not tokens[0]:
            return []
        found: list[int] = (
            index.retrieve(tokens, k=count, show_progress=False).documents[0].tolist()
        )
        return found

    return rank


def tantivy(passages: Sequence[str]) -> Ranker:
    """Return a ranker by tantivy with its English stemmer."""
    import tantivy as library  # noqa: PLC0415 - an extra's

    schema = library.SchemaBuilder()
    schema.add_text_field("body", stored=False, tokenizer_name="en_stem")
    schema.add_integer_field("row", stored=True)
    index = library.Index(schema.build())
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for row, passage in enumerate(passages):
        writer.add_document(library.Document(body=passage, row=row))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def rank(question: str, count: int) -> list[int]:
        words = _content_words(question)
        if not words:
            return []
        hits: Any = searcher.search(index.parse_query(" ".join(words), ["body"]), count).hits
        return [searcher.doc(address)["row"][0] for _, address in hits]

    return rank


def fts5(passages: Sequence[str]) -> Ranker:
    """Return a ranker by SQLite's FTS5 with the Porter stemmer, in memory."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = 'porter')")
    connection.executemany(
        "INSERT INTO passages (rowid, body) VALUES (?, ?)", enumerate(passages, start=1)
    )

    def rank(question: str, count: int) -> list[int]:
        words = _content_words(question)
        if not words:
            return []
        match = " OR ".join(f'"{word}"' for word in words)
        rows = connection.execute(
            "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
            (match, count),
        )
        return [row - 1 for (row,) in rows]

    return rank


def _content_words(question: str) -> list[str]:
    return [word for word in re.findall(r"\w+", question.lower()) if word not in STOP_WORDS]
