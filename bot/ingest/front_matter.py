"""Read and check the YAML front matter of a Markdown article."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][\w-]{1,16})?\Z")
_MAX_LENGTH = 10_000
_MAX_URL_LENGTH = 2000
_MAX_FIELD_LENGTH = 1000


class FrontMatterError(ValueError):
    """Tell which field is wrong and how to mend it."""


class _SafeYAML(YAMLHandler):
    """Load YAML with PyYAML's own safe loader: the one in C crashes on a deep nesting."""

    def load(self, fm: str, **_: object) -> Any:
        if len(fm) > _MAX_LENGTH:
            message = f"the front matter is over {_MAX_LENGTH:,} characters: shorten it"
            raise FrontMatterError(message)
        return yaml.load(fm, Loader=yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Hold what an article says about itself, each field ``None`` where it says nothing."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    date: dt.date | None = None
    url: str | None = None
    language: str | None = None


def read_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Part a Markdown file into its front matter and its body.

    Args:
        text: The file's text.

    Returns:
        The checked fields and the text below them.

    Raises:
        FrontMatterError: The YAML is broken, or a field holds what it can't; the message is a
            sentence that names the field and the mend.
    """
    try:
        fields, body = frontmatter.parse(text, handler=_SafeYAML())
    except FrontMatterError:
        raise
    except yaml.YAMLError as error:
        raise FrontMatterError(_explain(error)) from error
    except (ValueError, RecursionError) as error:
        message = "the front matter can't be read: write one «field: value» on each line"
        raise FrontMatterError(message) from error
    return check_fields(fields), body


def check_fields(fields: Mapping[str, object]) -> FrontMatter:
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
        date=_date(fields.get("date")),
        url=_url(fields.get("url")),
        language=_language(fields.get("lang") or fields.get("language")),
    )


def _explain(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f", line {mark.line + 1}" if mark else ""
    problem = getattr(error, "problem", None) or "it is no YAML"
    return (
        f"the front matter{line} can't be read ({problem}): put a value that holds a colon, "
        "a quotation mark or a # in quotation marks"
    )


def _text(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str | int | float | dt.date) for item in values):
        message = f"the field «{name}» must be a text, as in «{name}: Some words»"
        raise FrontMatterError(message)
    joined = " ".join(", ".join(str(item) for item in values).split())
    if len(joined) > _MAX_FIELD_LENGTH:
        message = f"the field «{name}» is over {_MAX_FIELD_LENGTH:,} characters: shorten it"
        raise FrontMatterError(message)
    return joined or None


def _date(value: object) -> dt.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    parsed = parse_date(str(value)) if isinstance(value, str | int) else None
    if parsed is None:
        message = f"the field «date» says {value!r}, which is no date: write it as 2024-11-13"
        raise FrontMatterError(message)
    return parsed


def parse_date(text: str) -> dt.date | None:
    """Read a day as people write it (``2024-11-13``, ``13 November 2024``), or ``None``."""
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        pass
    import dateparser  # noqa: PLC0415 - 80 ms that only an odd date costs

    parsed = dateparser.parse(text[:100], settings={"STRICT_PARSING": True})
    return parsed.date() if parsed else None


def _url(value: object) -> str | None:
    if value is None or value == "":
        return None
    url = str(value).strip()
    if not is_web_address(url):
        message = (
            f"the field «url» says {url[:100]!r}, which is no web address: "
            "write it in full, as https://example.org/article"
        )
        raise FrontMatterError(message)
    return url


def is_web_address(url: str) -> bool:
    """Tell whether a link can be shown: absolute, ``http`` or ``https``, without white space."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(host)
        and len(url) <= _MAX_URL_LENGTH
        and url.isprintable()
        and not re.search(r"[\s<>()\\]", url)
    )


def _language(value: object) -> str | None:
    if value is None or value == "":
        return None
    text = str(value)
    if not _LANGUAGE.match(text):
        message = f"the field «lang» says {text[:40]!r}: write a language code, as en or fr"
        raise FrontMatterError(message)
    return re.split(r"[-_]", text)[0].lower()
