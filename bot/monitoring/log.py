"""The log: one line per event, for people or as JSON for programs."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
from typing import Literal

_FIELDS = "footnote_fields"
_TALKATIVE = ("aiosqlite", "discord")


def log_event(log: logging.Logger, event: str, **fields: object) -> None:
    """Log an event with its fields.

    Args:
        log: The module's logger.
        event: What happened, in a word or two.
        fields: What is known about it; a text that a member wrote only where an admin of the
            server has turned that on.
    """
    log.info(event, extra={_FIELDS: fields})


def code_of(snowflake: int) -> str:
    """Return what the log and the member call an interaction or a message: the end of its id."""
    return f"{snowflake:X}"[-8:]


class TextFormatter(logging.Formatter):
    """Formats an event as a line for people; times are in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of one event."""
        fields = "".join(f" {name}={_shown(value)}" for name, value in _fields(record).items())
        line = f"{_time(record)} {record.levelname:<7} {record.name}: {_message(record)}{fields}"
        if not record.exc_info:
            return line
        trace = self.formatException(record.exc_info).splitlines()
        return "\n".join((line, *map(_printable, trace)))


class JsonFormatter(logging.Formatter):
    """Formats an event as a line of JSON; times are in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of one event."""
        event: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "event": _message(record),
            **_fields(record),
        }
        if record.exc_info:
            event["error"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False, default=str)


def set_up_log(level: str, form: Literal["text", "json"], secret: str | None = None) -> None:
    """Write the log to standard error.

    Args:
        level: The lowest level that is written.
        form: ``text`` for people, or ``json``.
        secret: The token, which is never written.
    """
    handler = logging.StreamHandler(sys.stderr)
    formatter: logging.Formatter = JsonFormatter() if form == "json" else TextFormatter()
    handler.setFormatter(_WithoutSecret(formatter, secret) if secret else formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        # Below this level they log what members write.
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
    # The bot uses no voice channels, so discord.py's warnings about voice concern nobody.
    logging.getLogger("discord.client").addFilter(lambda record: "voice" not in str(record.msg))


class _WithoutSecret(logging.Formatter):
    """Replaces a secret in every line, tracebacks included."""

    def __init__(self, inner: logging.Formatter, secret: str) -> None:
        super().__init__()
        self._inner = inner
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        return self._inner.format(record).replace(self._secret, "[token]")


def _message(record: logging.LogRecord) -> str:
    # An article's title or a file's name may hold a line break; an event stays a line.
    return _printable(" ".join(record.getMessage().splitlines()))


def _printable(text: str) -> str:
    """Return a text with every character that a terminal could act on written as an escape."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )


def _fields(record: logging.LogRecord) -> dict[str, object]:
    return getattr(record, _FIELDS, {})


def _time(record: logging.LogRecord) -> str:
    when = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _shown(value: object) -> str:
    text = str(value)
    return text if text and text.isprintable() and " " not in text else json.dumps(text)
