"""Decode a file's bytes, in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import re

from bot.language.plain_text import word_set

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Detection can't tell the Latin code pages apart on a short text: their letters in words do.
_LATIN = (
    "cp",
    "iso8859",
    "latin",
    "macroman",
    "maclatin",
    "maciceland",
    "macturkish",
    "hp",
    "ascii",
)
_NOT_LATIN = word_set(
    "cp1251 cp1253 cp1255 cp1256 cp720 cp737 cp855 cp856 cp857 cp862 cp864 cp866 cp869 cp874 "
    "cp932 cp949 cp950 iso88595 iso88596 iso88597 iso88598 iso885911"
)
_CODE_PAGES = ("cp1252", "cp850", "mac_roman")
_LIKELY = re.compile(
    r"(?<=[a-z])[à-öø-ÿœ]|(?<=[a-z])’(?=[a-z])|[à-öø-ÿœ](?=[a-z])|"
    r"(?<![^\s(])[“‘](?=[A-Za-z])|(?<=[A-Za-z.,!?])”(?!\w)|(?<=[a-z] )[–—](?= )"
)
_UNLIKELY = re.compile(
    r"(?<=[A-Za-z])[^\w\s’'…–—-”“»«\x00-\x7f](?=[A-Za-z])|(?<=[a-z])[À-ÖØ-ÞŒŠŽƒ]|"
    r"[à-öø-ÿœ](?=[A-Z])|(?<=[a-z] )[ñÐÑ](?= )|"
    r"[\u2500-\u259f\x80-\x9f]"
)
_MAX_STRAYS = 50
_SOFT_HYPHEN = "\u00ad"
# What Word writes: a line end within a paragraph, a page's end, and Windows' own quotation marks
# where a program took them for Latin-1.
_REWRITTEN = {0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n", 0: "", ord(_SOFT_HYPHEN): ""}
for _code in range(0x80, 0xA0):
    _REWRITTEN[_code] = bytes([_code]).decode("cp1252", "ignore")
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
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_REWRITTEN)


def _decode(content: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _try(content, encoding)
    text = _try(content, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in content:
        return _decode_wide(content)
    mended = _decode_with_strays(content)
    if mended is not None:
        return mended
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for odd encodings alone

    best = from_bytes(content[:_DETECTION_SAMPLE]).best()
    encoding = best.encoding.replace("_", "") if best else "cp1252"
    if best is None or (encoding.startswith(_LATIN) and encoding not in _NOT_LATIN):
        return _decode_latin(content)
    return content.decode(best.encoding, errors="replace")


def _decode_with_strays(content: bytes) -> str | None:
    """Decode UTF-8 in which a few bytes are of another encoding; ``None`` where it is none."""
    pieces: list[str] = []
    strays = at = 0
    while strays <= _MAX_STRAYS:
        try:
            pieces.append(content[at:].decode())
            break
        except UnicodeDecodeError as error:
            strays += 1
            pieces.append(content[at : at + error.start].decode())
            pieces.append(content[at + error.start : at + error.end].decode("cp1252", "replace"))
            at += error.end
    text = "".join(pieces)
    outside_ascii = sum(1 for character in text[:_DETECTION_SAMPLE] if character > "\x7f")
    return text if strays <= _MAX_STRAYS and outside_ascii > 2 * strays else None


def _decode_latin(content: bytes) -> str:
    """Decode with the code page whose accented letters stand in words, as letters do."""
    decoded = [content.decode(page, "replace") for page in _CODE_PAGES]
    return max(decoded, key=_likelihood)


def _likelihood(text: str) -> int:
    sample = text[:_DETECTION_SAMPLE]
    return len(_LIKELY.findall(sample)) - 2 * len(_UNLIKELY.findall(sample))


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
