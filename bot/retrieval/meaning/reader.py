"""Read a question and passages together, and point at the words that answer.

The network is MiniLM, fine-tuned by ``tests/benchmarks/train_reader.py`` to say where an answer
starts and ends in a passage, and whether there is one. It only ever points at what is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.storable import without_surrogates
from bot.retrieval.meaning.session import open_model, open_tokenizer, run_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Span

READER_FILE = "reader.onnx"
READER_SHA256 = "0206b28311e8083d5d99ca8ebd04db25f01a17a0eabd3c49fe03801e2e15e8f3"
LONGEST = 256
LONGEST_QUESTION = 48
LONGEST_TITLE = 24
LONGEST_ANSWER = 20
UNREAD = float("-inf")
_START, _END = 101, 102
_CHARACTERS_READ = 16_384


@dataclass(frozen=True, slots=True)
class PassageReading:
    """What was read in one passage.

    Attributes:
        answerable: How much speaks for an answer in the passage, in logits: 0 is even odds.
        start: Where the best answer's words start, in characters of the passage.
        end: Where they end, the first character after them.
        score: How much the best answer's words outdo there being none, in logits.
        sentence_scores: The same for the best words inside each of the given sentences;
            ``UNREAD`` for a sentence after the 256 tokens that were read.
    """

    answerable: float
    start: int
    end: int
    score: float
    sentence_scores: tuple[float, ...] = ()


class Reader:
    """Read passages for the answer to a question.

    Each passage is read by itself, so that its neighbours don't change what is found. It may be
    shared between threads.

    Raises:
        MeaningUnavailableError: onnxruntime or tokenizers can't be loaded, or a file is missing
            or damaged.
    """

    def __init__(self) -> None:
        folder = Path(__file__).parent
        self._tokenizer = open_tokenizer(folder)
        self._session = open_model(folder / READER_FILE, READER_SHA256)

    def read(
        self,
        question: str,
        passages: Sequence[str],
        titles: Sequence[str] = (),
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[PassageReading]:
        """Read each passage with the question in mind.

        Args:
            question: What somebody wants to know; the first 48 tokens count.
            passages: The passages. About 180 words of each are read.
            titles: The title of each passage's article, read as context; none if left out.
            sentences: Spans of each passage's sentences, in characters; none if left out.

        Returns:
            One reading a passage, in order.

        Raises:
            ValueError: There are titles or sentences, but not for each passage.
            MeaningUnavailableError: The network fails.
        """
        titles = titles or [""] * len(passages)
        sentences = sentences or [()] * len(passages)
        asked = self._tokens(question)[0][:LONGEST_QUESTION]
        return [
            self._read(asked, title, passage, spans)
            for passage, title, spans in zip(passages, titles, sentences, strict=True)
        ]

    def _read(
        self, question: list[int], title: str, passage: str, sentences: Sequence[Span]
    ) -> PassageReading:
        """Read one passage."""
        heading = self._tokens(f"{title}. ")[0][:LONGEST_TITLE] if title else []
        words, places = self._tokens(passage[:_CHARACTERS_READ])
        first = len(question) + len(heading) + 2
        words, places = words[: LONGEST - first - 1], places[: LONGEST - first - 1]
        ids = [_START, *question, _END, *heading, *words, _END]
        segments = [0] * (len(question) + 2) + [1] * (len(heading) + len(words) + 1)
        feeds = {"input_ids": np.array([ids]), "segment_ids": np.array([segments])}
        spans, answerable = run_model(self._session, feeds)
        logits = spans[0, first : first + len(words)] - spans[0, 0]
        start, end, score = best_span(logits)
        return PassageReading(
            answerable=float(answerable[0, 0]),
            start=places[start][0] if words else 0,
            end=places[end][1] if words else 0,
            score=score,
            sentence_scores=sentence_scores(logits, places, sentences),
        )

    def _tokens(self, text: str) -> tuple[list[int], list[Span]]:
        """Return a text's tokens, and where each stands in it."""
        encoding = self._tokenizer.encode(without_surrogates(text), add_special_tokens=False)
        return encoding.ids, encoding.offsets


def best_span(logits: NDArray[np.float32]) -> tuple[int, int, float]:
    """Find the best words of at most 20 tokens.

    Args:
        logits: How much speaks for a start and an end at each token: of shape (tokens, 2).

    Returns:
        The first and the last token, and the two logits' sum (``UNREAD`` without tokens).
    """
    if not len(logits):
        return 0, 0, UNREAD
    count = len(logits)
    gap = np.arange(count)[None, :] - np.arange(count)[:, None]
    sums = logits[:, 0, None] + logits[None, :, 1]
    sums = np.where((gap >= 0) & (gap < LONGEST_ANSWER), sums, -np.inf)
    start, end = divmod(int(sums.argmax()), count)
    return start, end, float(sums[start, end])


def sentence_scores(
    logits: NDArray[np.float32], places: Sequence[Span], sentences: Sequence[Span]
) -> tuple[float, ...]:
    """Score the best words inside each sentence.

    Args:
        logits: As for ``best_span``.
        places: Where each token stands, in characters.
        sentences: Where each sentence stands, in characters.

    Returns:
        One score a sentence, in order.
    """
    starts = np.array([start for start, _ in places], np.int64)
    bounds = np.searchsorted(starts, np.array(sentences, np.int64).reshape(-1, 2))
    return tuple(best_span(logits[low:high])[2] for low, high in bounds)
