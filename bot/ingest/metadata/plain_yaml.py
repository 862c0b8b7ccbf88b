"""Parse the subset of YAML that front matter needs: names with a text or a list of texts.

Anchors, aliases, merge keys and tags are refused, as a few bytes of them can stand for more than
any memory holds. Every value is a text: nothing is made a number, so no number is too long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH = 6
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
Value = str | list[str | None] | None
"""A text, a list of texts, or ``None`` where nothing or something deeper was written."""


_MEND = "write one “field: value” on each line"


class PlainYamlError(ValueError):
    """The text is no YAML of this kind; the message says how to fix it.

    Attributes:
        line: The line that is wrong, counted from 0, where that is known.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a mapping.

    Attributes:
        name: Its name.
        value: What it holds.
        lines: The lines it was written on: the first, and the one after the last.
    """

    name: str
    value: Value
    lines: tuple[int, int]


def read_fields(text: str) -> list[Field]:
    """Read the fields of a YAML mapping.

    Args:
        text: The YAML, without the lines of dashes around it.

    Returns:
        The fields in the order in which they were written; none for an empty text.

    Raises:
        PlainYamlError: It is no mapping, is nested too deeply, or uses what is refused.
    """
    try:
        return _fields_of(_checked(yaml.parse(text, Loader=yaml.BaseLoader)), text.count("\n") + 1)
    except PlainYamlError:
        raise
    except yaml.YAMLError as error:
        raise _explained(error) from error
    except (ValueError, OverflowError) as error:  # an escape that stands for no character
        message = f"can't be read (an escape sequence in it is invalid): {_MEND}"
        raise PlainYamlError(message) from error


def _checked(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Pass events on as long as they are plain and not deeply nested."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        refused = _what_is_refused(event, depth)
        if refused:
            message = (
                f"uses {refused}, which are not read here: write the value out, in quotation "
                "marks if it begins with such a sign"
            )
            raise PlainYamlError(message, _line_of(event))
        yield event


def _what_is_refused(event: yaml.Event, depth: int) -> str | None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        return "anchors (&) or aliases (*)"
    if getattr(event, "tag", None) is not None:
        return "tags (!)"
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
        return "merge keys (<<)"
    return f"values nested over {_MAX_DEPTH} deep" if depth > _MAX_DEPTH else None


def _fields_of(events: Iterator[yaml.Event], last_line: int) -> list[Field]:
    found: list[tuple[str, Value, int]] = []
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            break
        if isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent):
            message = f"can't be read: {_MEND}"
            raise PlainYamlError(message, _line_of(event))
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        line = _line_of(event)
        name = _value(event, events)
        found.append((name if isinstance(name, str) else "", _value(next(events), events), line))
    for _ in events:  # a second document, or an error at the end
        pass
    ends = [*(line for _, _, line in found[1:]), last_line][: len(found)]
    return [
        Field(name, value, (line, end))
        for (name, value, line), end in zip(found, ends, strict=True)
    ]


def _value(event: yaml.Event, events: Iterator[yaml.Event]) -> Value:
    """Read one value; what is nested in a list or is a mapping counts as ``None``."""
    if isinstance(event, yaml.ScalarEvent):
        return (
            None if event.implicit[0] and event.value in _NULLS else whole_characters(event.value)
        )
    items: list[str | None] = []
    depth = 1
    for inner in events:
        if depth == 1 and isinstance(inner, yaml.ScalarEvent):
            items.append(whole_characters(inner.value))
        depth += isinstance(inner, yaml.CollectionStartEvent)
        depth -= isinstance(inner, yaml.CollectionEndEvent)
        if not depth:
            break
        if depth > 1:
            items.append(None)
    return items if isinstance(event, yaml.SequenceStartEvent) else [None]


def whole_characters(text: str) -> str:
    """Join the halves of a character that was escaped as two; a lone half becomes “�”."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _explained(error: yaml.YAMLError) -> PlainYamlError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", "it is not YAML")
    message = (
        f"can't be read ({problem}): put a value that holds a colon, a quotation mark or a # "
        "in quotation marks"
    )
    return PlainYamlError(message, mark.line if mark else None)
