"""Read and check the YAML front matter of a Markdown article."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.ingest.metadata.plain_yaml import PlainYamlError, Value, read_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGE = re.compile(r"\A[a-zA-Z]{2,3}(?:[-_][\w-]{1,16})?\Z")
_RULE = re.compile(r"\A-{3,}+[ \t]*+\Z")
_FIELD = re.compile(r"\A[\"']?[^\W\d][\w .-]{0,40}[\"']?[ \t]*+:(?:\s|\Z)")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\\]")
_LANGUAGE_PARTS = re.compile(r"[-_]")
_MAX_LENGTH = 10_000
_MAX_URL_LENGTH = 2000
_MAX_FIELD_LENGTH = 1000
_MAX_DATE_LENGTH = 100
_LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "nl"]
"""In which days are read; to try every language there is takes seconds."""
_USED = frozenset({"title", "source", "author", "date", "url", "lang", "language"})


class FrontMatterError(ValueError):
    """A field is wrong; the message names it and says how to fix it."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an article says about itself; each field is ``None`` where it says nothing."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    date: dt.date | None = None
    url: str | None = None
    language: str | None = None


def read_front_matter(text: str) -> tuple[FrontMatter, str, tuple[str, ...]]:
    """Split a Markdown file into its front matter and its body.

    A rule (``---``) that begins an article and is followed by prose is no front matter.

    Args:
        text: The file's text.

    Returns:
        The checked fields, the text below them, and the lines of fields that are not used.

    Raises:
        FrontMatterError: The YAML is broken, or a field holds what it can't; the message is a
            sentence that names the field and the fix.
    """
    lines = text.strip().split("\n")
    end = _end_of_front_matter(lines)
    if end is None:
        return FrontMatter(), "\n".join(lines), ()
    block = lines[1:end]
    source = "\n".join(block)
    if len(source) > _MAX_LENGTH:
        message = f"the front matter is over {_MAX_LENGTH:,} characters: shorten it"
        raise FrontMatterError(message)
    try:
        fields = read_fields(source)
    except PlainYamlError as error:
        line = "" if error.line is None else f", line {error.line + 2},"
        message = f"the front matter{line} {error}"
        raise FrontMatterError(message) from error
    not_used = {
        number for field in fields if field.name not in _USED for number in range(*field.lines)
    }
    unused = tuple(
        line.strip()
        for number, line in enumerate(block)
        if line.strip() and (number in not_used or line.lstrip().startswith("#"))
    )
    checked = check_fields({field.name: field.value for field in fields})
    return checked, "\n".join(lines[end + 1 :]).strip(), unused


def _end_of_front_matter(lines: list[str]) -> int | None:
    """Return the index of the line that closes the front matter, if the text begins with one."""
    if not _RULE.match(lines[0]):
        return None
    end = next((i for i, line in enumerate(lines) if i and _RULE.match(line)), None)
    if end is None:
        return None
    filled = [line for line in lines[1:end] if line.strip()]
    first = next((line for line in filled if not line.startswith("#")), None)
    if first is None:  # comments alone are headings between two rules
        return None if filled else end
    return end if _FIELD.match(first) else None


def check_fields(fields: Mapping[str, Value]) -> FrontMatter:
    """Check an article's fields, wherever they come from.

    Args:
        fields: Names and values; unknown names are ignored.

    Raises:
        FrontMatterError: A field holds what it can't.
    """
    return FrontMatter(
        title=_text(fields, "title"),
        source=_text(fields, "source"),
        author=_text(fields, "author"),
        date=_date(_text(fields, "date")),
        url=_url(_text(fields, "url", _MAX_URL_LENGTH)),
        language=_language(_text(fields, "lang") or _text(fields, "language")),
    )


def _text(fields: Mapping[str, Value], name: str, longest: int = _MAX_FIELD_LENGTH) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    texts = [item for item in value if item is not None] if isinstance(value, list) else [value]
    if isinstance(value, list) and len(texts) < len(value):
        message = f"the field “{name}” must be a text, as in “{name}: Some words”"
        raise FrontMatterError(message)
    joined = " ".join(", ".join(texts).split())
    if len(joined) > longest:
        message = f"the field “{name}” is over {longest:,} characters: shorten it"
        raise FrontMatterError(message)
    return joined or None


def _date(text: str | None) -> dt.date | None:
    if text is None:
        return None
    parsed = parse_date(text)
    if parsed is None:
        message = (
            f"the field “date” says “{text[:_MAX_DATE_LENGTH]}”, which is not a date: "
            "write it as 2024-11-13"
        )
        raise FrontMatterError(message)
    return parsed


def parse_date(text: str) -> dt.date | None:
    """Read a day as people write it (``2024-11-13``, ``13 November 2024``), or ``None``."""
    short = text.strip()[:_MAX_DATE_LENGTH]
    for form in (short, short[:10]):  # what follows the day is the time, in any form
        try:
            return dt.datetime.fromisoformat(form).date()
        except ValueError:
            continue
    import dateparser  # noqa: PLC0415 - 80 ms that only an odd date costs

    # Not “yesterday”: a file says the same whenever it is read.
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    parsed = dateparser.parse(short, languages=_LANGUAGES, settings=settings)
    return parsed.date() if parsed else None


def _url(url: str | None) -> str | None:
    if url is not None and not is_web_address(url):
        message = (
            f"the field “url” says “{url[:100]}”, which is not a web address: "
            "write it in full, as https://example.org/article"
        )
        raise FrontMatterError(message)
    return url


def is_web_address(url: str) -> bool:
    """Return whether a link can be shown: absolute, ``http`` or ``https``, no white space."""
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number or too large, too
        return False
    return (
        parts.scheme in {"http", "https"}
        and has_host
        and len(url) <= _MAX_URL_LENGTH
        and parts.username is None
        and url.isprintable()
        and not _NOT_IN_ADDRESS.search(url)
    )


def _language(text: str | None) -> str | None:
    if text is None:
        return None
    if not _LANGUAGE.match(text):
        message = f"the field “lang” says “{text[:40]}”: write a language code, as en or fr"
        raise FrontMatterError(message)
    return _LANGUAGE_PARTS.split(text)[0].lower()
