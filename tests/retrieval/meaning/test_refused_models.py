"""A model that can't be used is told by its reason, and never used as it is."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

import pytest

from bot.retrieval.meaning.encoder import Encoder
from bot.retrieval.meaning.session import (
    TOKENIZER_FILE,
    MeaningUnavailableError,
    open_model,
    open_tokenizer,
)

if TYPE_CHECKING:
    from pathlib import Path


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_model_that_is_missing_or_damaged_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "encoder.onnx"
    with pytest.raises(MeaningUnavailableError, match=r"encoder\.onnx can't be read"):
        open_model(path, digest(b""))
    path.write_bytes(b"half of a mod")
    with pytest.raises(MeaningUnavailableError, match=r"encoder\.onnx is damaged"):
        open_model(path, digest(b"half of a model"))


def test_a_model_that_cannot_be_run_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"of another format")
    with pytest.raises(MeaningUnavailableError, match=r"onnxruntime can't run encoder\.onnx"):
        open_model(path, digest(path.read_bytes()))


def test_a_tokenizer_that_is_missing_or_damaged_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MeaningUnavailableError, match=r"tokenizer\.json can't be read"):
        open_tokenizer(tmp_path)
    (tmp_path / TOKENIZER_FILE).write_text("{}")
    with pytest.raises(MeaningUnavailableError, match=r"tokenizer\.json is damaged"):
        open_tokenizer(tmp_path)


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_machine_without_the_packages_is_told_which_is_missing(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MeaningUnavailableError, match=f"{package} can't be loaded"):
        Encoder()
