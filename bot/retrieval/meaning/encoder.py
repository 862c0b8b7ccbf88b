"""Turn texts into vectors that are close where the texts mean the same.

The model is sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) with eight-bit weights, as
``make.py`` writes it. It runs on the processor, offline.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.storable import without_surrogates
from bot.retrieval.meaning.session import open_model, open_tokenizer, run_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ENCODER_FILE = "encoder.onnx"
ENCODER_SHA256 = "91c3f6d2e5903fae7935a198bfad1506e95670f3d3c1e2cb4fde96b2694ecdef"
DIMENSIONS = 384
LONGEST = 256
_CHARACTERS_READ = 16_384
_LEAST_PART = 4
"""Letters of a part by which a word that was not learned whole is known: *holiday* + *makers*."""


class Encoder:
    """Embed texts.

    Each text is run by itself: a quantised network takes its scale from all that it is given at
    once, so a text's neighbours would change its vector. It may be shared between threads.

    Raises:
        MeaningUnavailableError: onnxruntime or tokenizers can't be loaded, or a file is missing
            or damaged.
    """

    def __init__(self) -> None:
        folder = Path(__file__).parent
        self._tokenizer = open_tokenizer(folder)
        self._tokenizer.enable_truncation(LONGEST)
        self._session = open_model(folder / ENCODER_FILE, ENCODER_SHA256)

    def knows(self, word: str) -> bool:
        """Return whether a word was learned, or a part of it that says something.

        Of *hjkl* nothing was: it comes apart into single letters, and its vector means nothing.

        Args:
            word: A word in lower case.
        """
        parts = self._tokenizer.encode(without_surrogates(word), add_special_tokens=False).tokens
        longest = max((len(part.removeprefix("##")) for part in parts), default=0)
        return len(parts) == 1 or longest >= _LEAST_PART

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts; of longer ones the first 256 tokens count (about 190 words).

        Args:
            texts: Any texts, also empty ones.

        Returns:
            One vector of length 1 a text, in order: of shape (texts, 384).

        Raises:
            MeaningUnavailableError: The network fails.
        """
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        for row, text in enumerate(texts):
            start = without_surrogates(text[:_CHARACTERS_READ])
            ids = np.array([self._tokenizer.encode(start).ids], np.int64)
            vectors[row] = run_model(self._session, {"input_ids": ids})[0][0]
        return vectors
