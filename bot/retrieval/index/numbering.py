"""Number the distinct lines of many texts, in a few array operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_LINE = ord("\n")
_CHUNK = 8
"""Bytes of a line that are hashed at a time."""

_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_CHUNK + 1)], dtype=np.uint64)
"""For each number of bytes, from 0, the mask that keeps only so many of a chunk."""

# The multipliers of SplitMix64 (Steele, Lea and Flood, 2014), which spread every bit.
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_SHIFT = np.uint64(29)


def number_lines(texts: Sequence[str]) -> tuple[list[str], NDArray[np.int32]]:
    """Number the distinct lines of texts in order of first appearance.

    Lines are told apart by 64-bit hashes. Were two of them to share one, by a chance of about
    10⁻⁹ in a million lines, they would count as the same word in the ranking, and in nothing
    that is quoted.

    Args:
        texts: The texts, none of them empty, the lines of each parted by line feeds.

    Returns:
        The distinct lines, and the number of every line of every text, in order.
    """
    if not texts:
        return [], np.empty(0, dtype=np.int32)
    whole = "\n".join(texts).encode()
    codes = np.frombuffer(whole, dtype=np.uint8)
    ends = np.append(np.flatnonzero(codes == _LINE), len(codes))
    starts = np.concatenate(([0], ends[:-1] + 1))
    hashes = _hash(codes, starts, ends - starts)
    ordered = np.sort(hashes)
    distinct = ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]
    places = np.searchsorted(distinct, hashes)
    first = np.empty(len(distinct), dtype=np.int64)
    # Of several assignments to one place the last one stays: that of the first line.
    first[places[::-1]] = np.arange(len(places) - 1, -1, -1)
    by_appearance = np.argsort(first)
    numbers = np.empty(len(distinct), dtype=np.int32)
    numbers[by_appearance] = np.arange(len(distinct), dtype=np.int32)
    shown = first[by_appearance]
    spans = zip(starts[shown].tolist(), ends[shown].tolist(), strict=True)
    return [whole[start:end].decode() for start, end in spans], numbers[places]


def _hash(
    codes: NDArray[np.uint8], starts: NDArray[np.int64], lengths: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Return a hash of each line, mixed chunk by chunk."""
    padded = np.concatenate((codes, np.zeros(_CHUNK, dtype=np.uint8)))
    chunks = np.lib.stride_tricks.sliding_window_view(padded, _CHUNK)
    hashes = lengths.astype(np.uint64)
    longer = np.arange(len(starts))
    done = 0
    while len(longer):
        left = lengths[longer] - done
        chunk = chunks[starts[longer] + done].copy().view("<u8")[:, 0].astype(np.uint64)
        mixed = (hashes[longer] ^ (chunk & _MASKS[np.minimum(left, _CHUNK)])) * _FIRST
        hashes[longer] = (mixed ^ mixed >> _SHIFT) * _SECOND
        longer = longer[left > _CHUNK]
        done += _CHUNK
    return hashes
