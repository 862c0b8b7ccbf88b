"""Open the models that ship with the package, and explain why where that fails."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from bot.language.english.words.abbreviated_units import SPELT_OUT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

TOKENIZER_FILE = "tokenizer.json"
TOKENIZER_SHA256 = "6681992d43e581b35b3dd61f3c81ee0f891fbf13ad54f8b692ea868bd46b066b"


class MeaningUnavailableError(RuntimeError):
    """Raised when a model can't be used here; the message says why."""


def open_model(path: Path, sha256: str) -> InferenceSession:
    """Open a model file for running on one thread of the processor.

    Args:
        path: The ONNX file.
        sha256: The digest that the file must have, in hexadecimal.

    Raises:
        MeaningUnavailableError: onnxruntime can't be loaded, or the file is missing, damaged
            or not understood.
    """
    # From 1.29 on it otherwise sends telemetry, with an identifier of the machine.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime  # noqa: PLC0415 - a machine may not have it
    except (ImportError, OSError) as error:
        message = f"onnxruntime can't be loaded: {error}"
        raise MeaningUnavailableError(message) from error
    data = read_checked(path, sha256)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's exceptions have no base of their own
        message = f"onnxruntime can't run {path.name}: {error}"
        raise MeaningUnavailableError(message) from error


def run_model(
    session: InferenceSession, feeds: Mapping[str, NDArray[np.int64]]
) -> Sequence[NDArray[np.float32]]:
    """Return what a network makes of its input.

    Raises:
        MeaningUnavailableError: onnxruntime fails, as it does without memory.
    """
    try:
        made: Sequence[NDArray[np.float32]] = session.run(None, feeds)
    except Exception as error:  # onnxruntime's exceptions have no base of their own
        message = f"onnxruntime can't run the network: {error}"
        raise MeaningUnavailableError(message) from error
    return made


def open_tokenizer(folder: Path) -> Tokenizer:
    """Open the tokenizer that the models share; it spells abbreviated units out.

    The models know *million dollars* and not *mln dlrs*. A token of a unit that is spelt out stands
    where the last letter of its abbreviation does.

    Args:
        folder: The folder that holds ``tokenizer.json``.

    Raises:
        MeaningUnavailableError: tokenizers can't be loaded, or the file is missing or damaged.
    """
    try:
        from tokenizers import Regex, Tokenizer, normalizers  # noqa: PLC0415 - as above
    except (ImportError, OSError) as error:
        message = f"tokenizers can't be loaded: {error}"
        raise MeaningUnavailableError(message) from error
    data = read_checked(folder / TOKENIZER_FILE, TOKENIZER_SHA256)
    tokenizer: Tokenizer = Tokenizer.from_str(data.decode("utf-8"))
    spelling_out = [
        normalizers.Replace(Regex(rf"{before}{short}(?![a-z0-9])"), f"{space}{long}")
        for short, long in SPELT_OUT.items()
        for before, space in (("(?<![a-z0-9])", ""), ("(?<=[0-9])", " "))
    ]
    tokenizer.normalizer = normalizers.Sequence([tokenizer.normalizer, *spelling_out])
    return tokenizer


def read_checked(path: Path, sha256: str) -> bytes:
    """Read a file, and check that it is the one that is meant.

    Raises:
        MeaningUnavailableError: The file can't be read, or its digest is another one.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path.name} can't be read: {error}"
        raise MeaningUnavailableError(message) from error
    if not hmac.compare_digest(hashlib.sha256(data).hexdigest(), sha256):
        message = f"{path.name} is damaged: its SHA-256 is not the expected one"
        raise MeaningUnavailableError(message)
    return data
