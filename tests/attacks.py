"""Attack strings for a regular expression, made from its own parts."""

from __future__ import annotations

import importlib
import re
import time
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_parser: Any = importlib.import_module("re._parser")
_constants: Any = importlib.import_module("re._constants")
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_PALETTE = 'aA0 .-/:’"“,\n*#é,;)'
_MANY = 10
_LARGE = 16_384
_COUNTS = (*range(10, 64, 3), 96, 128, 192, 256, 512, 1024, 2048, 4096, 8192, _LARGE)
_NOTICEABLE = 0.004
_TOO_LONG = 0.2
_RUNS = 4
_GROWTH = 8


def attacks_on(pattern: re.Pattern[str]) -> set[tuple[str, str, str]]:
    """Make attacks: what to begin with, what to repeat, and what to end with so that it fails."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: set[tuple[str, str, str]] = set()
    for before, body in _repeats(tree, ""):
        for repeated in islice(body, 6):
            if repeated:
                found.update(
                    {(before, repeated, "\0"), ("", before + repeated, "\0"), ("", repeated, "")}
                )
    return found


def is_slow(pattern: re.Pattern[str], attack: tuple[str, str, str]) -> bool:
    """Return whether a pattern takes more than in proportion to what it is given."""
    before, repeated, after = attack

    def seconds(count: int, runs: int = 1) -> float:
        text = before + repeated * -(-count // len(repeated)) + after
        return min(_time(pattern, text) for _ in range(runs))

    for count in _COUNTS:  # small steps, so that what grows exponentially is noticed in time
        took = seconds(count)
        if took > _TOO_LONG and seconds(count, 2) > _TOO_LONG:
            return True
    if took < _NOTICEABLE:
        return False
    # Four times the text takes a linear pattern four times as long, and a quadratic one sixteen.
    return all(
        all(seconds(count) > limit for _ in range(_RUNS))  # one run that is quick enough will do
        for count in (_LARGE, _LARGE, _LARGE)
        for limit in [_GROWTH * seconds(count // 4, _RUNS)]
    )


def _time(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    pattern.search(text)
    return time.process_time() - start


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each long repetition as a text that leads to it and what it can repeat."""
    for operation, argument in tree:
        name = str(operation)
        if name in _REPEATS:
            _, most, inner = argument
            if most >= _MANY:
                yield before, _samples(inner)
            yield from _repeats(inner, before)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from _repeats(branch, before)
        elif name == "SUBPATTERN":
            yield from _repeats(argument[-1], before)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from _repeats(argument[1], before)
        elif name == "ATOMIC_GROUP":
            yield from _repeats(argument, before)
        before += (_samples([(operation, argument)]) or [""])[0]


def _samples(tree: Any) -> list[str]:
    """Make texts that a part of a pattern matches, the first one for going on with."""
    texts = [""]
    for operation, argument in tree:
        options = _options(str(operation), argument) or [""]
        texts = [text + option for text in texts for option in options][:24]
    return texts


def _options(name: str, argument: Any) -> list[str]:
    if name == "LITERAL":
        return [chr(argument)]
    if name in {"IN", "NOT_LITERAL", "ANY", "CATEGORY"}:
        # A class of one is compiled as the pattern would, and asked what it takes.
        operation = getattr(_constants, name)
        return [sign for sign in _signs(argument) if _takes(operation, argument, sign)]
    if name in _REPEATS:
        least, _, inner = argument
        return [text * max(1, least) for text in _samples(inner)]
    if name == "BRANCH":
        return [text for branch in argument[1] for text in _samples(branch)[:2]]
    if name == "SUBPATTERN":
        return _samples(argument[-1])
    return _samples(argument) if name == "ATOMIC_GROUP" else []


def _signs(argument: Any) -> str:
    named = [
        chr(value)
        for kind, value in (argument if isinstance(argument, list) else [])
        if str(kind) == "LITERAL"
    ]
    return _PALETTE + "".join(named[:8])


def _takes(operation: Any, argument: Any, sign: str) -> bool:
    if str(operation) == "ANY":
        return sign != "\n"
    if str(operation) == "NOT_LITERAL":
        return sign != chr(argument)
    negated = any(str(kind) == "NEGATE" for kind, _ in argument)
    return negated != any(_in(str(kind), value, sign) for kind, value in argument)


def _in(kind: str, value: Any, sign: str) -> bool:
    if kind == "LITERAL":
        return sign == chr(value)
    if kind == "RANGE":
        return bool(value[0] <= ord(sign) <= value[1])
    if kind == "CATEGORY":
        letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[str(value).rpartition("_")[2]]
        matched = re.fullmatch(letter, sign) is not None
        return matched != ("NOT" in str(value))
    return False
