"""MiniLM as torch trains it, with the names of the published weights (extra ``model``)."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from bot.retrieval.meaning.network import HEADS, LAYERS, WIDTH


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of the network, its parts named as in the published file."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.ModuleDict(
            {
                "self": nn.ModuleDict(
                    {n: nn.Linear(WIDTH, WIDTH) for n in ("query", "key", "value")}
                ),
                "output": output(WIDTH),
            }
        )
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(WIDTH, 4 * WIDTH)})
        self.output = output(4 * WIDTH)

    def forward(self, value: Any, mask: Any) -> Any:
        """Run the layer; the mask is 0, or far below where there is no token."""
        parts = self.attention["self"]
        heads = [
            parts[name](value).unflatten(-1, (HEADS, -1)).transpose(1, 2)
            for name in ("query", "key", "value")
        ]
        seen = functional.scaled_dot_product_attention(
            *heads, attn_mask=mask, dropout_p=0.1 if self.training else 0.0
        )
        value = finish(self.attention["output"], seen.transpose(1, 2).flatten(2), value)
        inner = functional.gelu(self.intermediate["dense"](value))
        return finish(self.output, inner, value)


def output(width: int) -> nn.ModuleDict:
    """Make the end of a block."""
    norm = nn.LayerNorm(WIDTH, eps=1e-12)
    return nn.ModuleDict({"dense": nn.Linear(width, WIDTH), "LayerNorm": norm})


def finish(block: Any, inner: Any, value: Any) -> Any:
    """End a block: a dense layer, the way around it, and the norm."""
    return block["LayerNorm"](
        value + functional.dropout(block["dense"](inner), 0.1, block.training)
    )


class Network(nn.Module):  # type: ignore[misc]
    """MiniLM with three heads: start and end, and whether there is an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = nn.ModuleDict(
            {
                "word_embeddings": nn.Embedding(30522, WIDTH),
                "position_embeddings": nn.Embedding(512, WIDTH),
                "token_type_embeddings": nn.Embedding(2, WIDTH),
                "LayerNorm": nn.LayerNorm(WIDTH, eps=1e-12),
            }
        )
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer() for _ in range(LAYERS))})
        self.span = nn.Linear(WIDTH, 2)
        self.dense = nn.Linear(WIDTH, WIDTH)
        self.answer = nn.Linear(WIDTH, 1)

    def encode(self, ids: Any, segments: Any, mask: Any) -> Any:
        """Return the tokens' vectors."""
        parts = self.embeddings
        value = parts["word_embeddings"](ids) + parts["token_type_embeddings"](segments)
        value = value + parts["position_embeddings"].weight[: ids.shape[1]]
        value = functional.dropout(parts["LayerNorm"](value), 0.1, self.training)
        far = (1.0 - mask[:, None, None, :].float()) * -10000.0
        for layer in self.encoder["layer"]:
            value = layer(value, far)
        return value

    def forward(self, ids: Any, segments: Any, mask: Any) -> tuple[Any, Any, Any]:
        """Return the logits of start, end and answerable."""
        value = self.encode(ids, segments, mask)
        spans = self.span(value)
        first = functional.dropout(torch.tanh(self.dense(value[:, 0])), 0.1, self.training)
        return spans[..., 0], spans[..., 1], self.answer(first).squeeze(-1)
