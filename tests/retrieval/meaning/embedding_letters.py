"""A stand-in for the encoder: texts are alike where they share letters and synonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.articles.article import Article
from bot.ingest.text.splitter import Block, split_passages
from bot.retrieval.meaning.encoder import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class LetterEncoder:
    """Embeds a text as the counts of its pairs of letters, and counts what it embeds."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded += texts
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for first, second in zip(f" {text.lower()}", text.lower(), strict=False):
                vector[(ord(first) * 31 + ord(second)) % DIMENSIONS] += 1
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return vectors


def made_article(article_id: str, *paragraphs: str, title: str = "Ships at sea") -> Article:
    return Article(
        id=article_id,
        file=f"{article_id}.md",
        title=title,
        source=None,
        author=None,
        date=None,
        url=None,
        language="en",
        digest=article_id,
        passages=split_passages(article_id, [Block(text, is_heading=False) for text in paragraphs]),
    )


DIG_AND_VOTE = [
    made_article(
        "dig",
        "The students found a bronze cat under the old mill. It is in the town hall now.",
        "The council gave them a reward of 900 crowns, and they bought a boat with it.",
        title="A bronze cat under the mill",
    ),
    made_article("vote", "The mayor lost the vote. What was done was done.", title="A vote"),
]
"""Two short articles, the first of which leans on what a question before it asked."""
