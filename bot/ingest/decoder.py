"""Decode a file's bytes, whatever encoding the person who saved it used."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Detection can't tell the Latin code pages apart on a short text; Windows-1252 is what is meant.
_LATIN = ("cp1250", "cp1252", "cp1254", "cp1257", "cp437", "cp850", "cp858", "iso8859", "latin")
_MAX_CONTROL_SHARE = 0.005
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x1f\x7f]")
_DETECTION_SAMPLE = 262_144


def decode_text(content: bytes) -> str | None:
    """Decode text of an unknown encoding, with every line end a line feed.

    Args:
        content: A file's bytes.

    Returns:
        The text, or ``None`` where the bytes are no text.
    """
    text = _decode(content)
    if text is None or _is_binary(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _decode(content: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _try(content, encoding)
    text = _try(content, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in content:
        return _decode_wide(content)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for odd encodings alone

    best = from_bytes(content[:_DETECTION_SAMPLE]).best()
    if best is None:
        return None
    encoding = best.encoding.replace("_", "")
    if encoding.startswith(_LATIN) and encoding not in {"iso88595", "iso88597", "iso88598"}:
        return _try(content, "cp1252") or _try(content, "latin-1")
    return content.decode(best.encoding, errors="replace")


def _decode_wide(content: bytes) -> str | None:
    """Decode UTF-16 without a byte order mark: for Western text one byte in two is zero."""
    sample = content[:_DETECTION_SAMPLE]
    half = max(1, len(sample) // 2)
    high = sample[1::2].count(0) / half
    low = sample[0::2].count(0) / half
    wide = 0.6
    if high > wide and low < 1 - wide:
        return _try(content, "utf-16-le")
    if low > wide and high < 1 - wide:
        return _try(content, "utf-16-be")
    return None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    sample = text[:_DETECTION_SAMPLE]
    return len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample)
