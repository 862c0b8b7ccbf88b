"""Write MiniLM as an ONNX graph whose weights are eight-bit integers (extra ``model``).

Weights are quantised per output channel (the word embeddings per word) to 7 of the 8 bits: with
all 8, processors with AVX2 and without VNNI saturate where they add two products, and the same
text would mean something else on another machine. Activations are quantised as the graph runs,
with one scale for the whole tensor: that is why texts are run one at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from onnx import ModelProto, NodeProto

Weights = dict[str, "NDArray[np.float32]"]

WIDTH = 384
HEADS = 12
LAYERS = 6
_EPSILON = 1e-12
_WEIGHT_LEVELS = 63
_WORD_LEVELS = 127
_OPSET = 17
_IR_VERSION = 8


class GraphWriter:
    """Collect the nodes and constants of a graph.

    Args:
        weights: The network's weights by their names in the published file.
    """

    def __init__(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        self._weights = weights
        self._nodes: list[NodeProto] = []
        self._constants: dict[str, NDArray[np.generic]] = {}

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """Add a constant, and give its name."""
        self._constants[name] = values
        return name

    def node(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Add an operator with one output, and give the output's name."""
        output = f"{operator}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def split(self, value: str, parts: int) -> list[str]:
        """Split a tensor evenly along its last axis."""
        outputs = [f"Split_{len(self._nodes)}_{part}" for part in range(parts)]
        self._nodes.append(helper.make_node("Split", [value], outputs, axis=-1))
        return outputs

    def norm(self, value: str, name: str) -> str:
        """Normalise each token's vector with the weights of that name."""
        parts = [
            self.constant(f"{name}.{part}", self._weights[f"{name}.{part}"])
            for part in ("weight", "bias")
        ]
        return self.node("LayerNormalization", value, *parts, axis=-1, epsilon=_EPSILON)

    def dense(
        self, value: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> str:
        """Multiply by a quantised weight of shape (outputs, inputs), and add the bias."""
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-9) / _WEIGHT_LEVELS
        levels = np.round(weight / scale[:, None]).astype(np.int8).T.copy()
        whole = f"{name}.quantised"
        self._nodes.append(
            helper.make_node(
                "DynamicQuantizeLinear",
                [value],
                [f"{whole}.values", f"{whole}.scale", f"{whole}.zero"],
            )
        )
        product = self.node(
            "MatMulInteger",
            f"{whole}.values",
            self.constant(f"{name}.weight", levels),
            f"{whole}.zero",
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        )
        product = self.node("Cast", product, to=TensorProto.FLOAT)
        factor = self.node(
            "Mul", f"{whole}.scale", self.constant(f"{name}.scale", scale.astype(np.float32))
        )
        product = self.node("Mul", product, factor)
        return self.node("Add", product, self.constant(f"{name}.bias", bias))

    def layer_dense(self, value: str, name: str) -> str:
        """Apply the dense layer whose weights have that name."""
        weights = self._weights
        return self.dense(value, name, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def embed(self, ids: str, segments: str | None) -> str:
        """Look words, places and segments up: of shape (texts, tokens, WIDTH)."""
        words = self._weights["embeddings.word_embeddings.weight"]
        scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-9) / _WORD_LEVELS
        levels = np.round(words / scale).astype(np.int8)
        found = self.node("Gather", self.constant("words", levels), ids)
        found = self.node("Cast", found, to=TensorProto.FLOAT)
        scales = self.constant("words.scale", scale.astype(np.float32))
        found = self.node("Mul", found, self.node("Gather", scales, ids))
        places = self._weights["embeddings.position_embeddings.weight"]
        kinds = self._weights["embeddings.token_type_embeddings.weight"]
        if segments is None:
            places = places + kinds[0]
        else:
            kind = self.node("Gather", self.constant("segments", kinds), segments)
            found = self.node("Add", found, kind)
        one = self.constant("one", np.array([1], np.int64))
        length = self.node("Shape", ids, start=1, end=2)
        start = self.constant("first", np.array([0], np.int64))
        axis = self.constant("axis", np.array([0], np.int64))
        place = self.node("Slice", self.constant("places", places), start, length, axis, one)
        return self.norm(self.node("Add", found, place), "embeddings.LayerNorm")

    def attend(self, value: str, name: str) -> str:
        """Add the attention of every token to every other."""
        part = [f"{name}.attention.self.{which}" for which in ("query", "key", "value")]
        factors = (np.float32((WIDTH // HEADS) ** -0.5), np.float32(1), np.float32(1))
        joined = [
            np.concatenate(
                [self._weights[f"{p}.{kind}"] * f for p, f in zip(part, factors, strict=True)]
            )
            for kind in ("weight", "bias")
        ]
        heads = self.constant("heads", np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
        query, key, content = (
            self.node("Transpose", self.node("Reshape", piece, heads), perm=perm)
            for piece, perm in zip(
                self.split(self.dense(value, f"{name}.attention.self", *joined), 3),
                ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]),
                strict=True,
            )
        )
        share = self.node("Softmax", self.node("MatMul", query, key), axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", share, content), perm=[0, 2, 1, 3])
        flat = self.constant("flat", np.array([0, 0, WIDTH], np.int64))
        return self.node("Reshape", mixed, flat)

    def encode(self, ids: str, segments: str | None = None) -> str:
        """Run all layers over the texts: of shape (texts, tokens, WIDTH)."""
        value = self.embed(ids, segments)
        for number in range(LAYERS):
            name = f"encoder.layer.{number}"
            seen = self.layer_dense(self.attend(value, name), f"{name}.attention.output.dense")
            value = self.norm(self.node("Add", seen, value), f"{name}.attention.output.LayerNorm")
            inner = self.gelu(self.layer_dense(value, f"{name}.intermediate.dense"))
            inner = self.layer_dense(inner, f"{name}.output.dense")
            value = self.norm(self.node("Add", inner, value), f"{name}.output.LayerNorm")
        return value

    def gelu(self, value: str) -> str:
        """Apply the exact Gaussian error linear unit, in the form that onnxruntime fuses."""
        root = self.constant("root", np.array(np.sqrt(2), np.float32))
        one = self.constant("unit", np.array(1, np.float32))
        half = self.constant("half", np.array(0.5, np.float32))
        share = self.node("Add", self.node("Erf", self.node("Div", value, root)), one)
        return self.node("Mul", self.node("Mul", value, share), half)

    def plain_dense(self, value: str, name: str) -> str:
        """Apply a dense layer in float32, for the small layers at the end."""
        weight = self.constant(f"{name}.weight", self._weights[f"{name}.weight"].T.copy())
        bias = self.constant(f"{name}.bias", self._weights[f"{name}.bias"])
        return self.node("Add", self.node("MatMul", value, weight), bias)

    def model(
        self, inputs: list[str], outputs: dict[str, tuple[str, list[str | int]]]
    ) -> ModelProto:
        """Make the model.

        Args:
            inputs: Names of the integer inputs, each of shape (texts, tokens).
            outputs: The name each output is to have, with the value and its shape.
        """
        for name, (value, _) in outputs.items():
            self._nodes.append(helper.make_node("Identity", [value], [name]))
        graph = helper.make_graph(
            self._nodes,
            "minilm",
            [
                helper.make_tensor_value_info(i, TensorProto.INT64, ["texts", "tokens"])
                for i in inputs
            ],
            [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
                for name, (_, shape) in outputs.items()
            ],
            [numpy_helper.from_array(v, name) for name, v in self._constants.items()],
        )
        opset = [helper.make_opsetid("", _OPSET)]
        return helper.make_model(graph, opset_imports=opset, ir_version=_IR_VERSION)


def encoder_model(weights: Weights) -> ModelProto:
    """Make the sentence encoder: the mean of the tokens' vectors, of length one.

    Args:
        weights: The published weights by name.
    """
    writer = GraphWriter(weights)
    mean = writer.node("ReduceMean", writer.encode("input_ids"), axes=[1], keepdims=0)
    length = writer.node("ReduceL2", mean, axes=[1], keepdims=1)
    unit = writer.node("Div", mean, length)
    return writer.model(["input_ids"], {"embedding": (unit, ["texts", WIDTH])})


def reader_model(weights: Weights) -> ModelProto:
    """Make the reader: logits of start and end for each token, and one of being answerable.

    Args:
        weights: The trained weights: those of the encoder, and ``span``, ``dense``, ``answer``.
    """
    writer = GraphWriter(weights)
    tokens = writer.encode("input_ids", "segment_ids")
    spans = writer.plain_dense(tokens, "span")
    zero = writer.constant("zero", np.array(0, np.int64))
    first = writer.node("Gather", tokens, zero, axis=1)
    verdict = writer.plain_dense(writer.node("Tanh", writer.plain_dense(first, "dense")), "answer")
    return writer.model(
        ["input_ids", "segment_ids"],
        {"spans": (spans, ["texts", "tokens", 2]), "answerable": (verdict, ["texts", 1])},
    )
