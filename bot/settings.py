"""The settings of the bot, read from the environment and ``.env``."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    SettingsConfigDict,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class SettingsError(Exception):
    """An option is invalid; the message names it and says what it may be."""


_PLAIN_NAME = re.compile(r"[A-Z0-9_]{1,40}")
"""Matches what is shown of a name: no mark, and no secret that was written behind a colon."""

_SHARDS = re.compile(r"auto|(?:\d{1,6}(?:-\d{1,6})?/)?[1-9]\d{0,5}")
_POSTGRESQL = ("postgresql://", "postgres://")
# Options whose values must not be shown in a log or an error.
_SECRET = frozenset({"DISCORD_TOKEN", "FOOTNOTE_DATABASE"})
_WITHOUT_FILE = Path(".footnote")
_PREFIX = "FOOTNOTE_"
_LIKE_PART = 0.7
"""The least similarity to an option, 0 to 1, of what follows ``FOOTNOTE_`` in a misspelt one."""

_LIKE_WHOLE = 0.85
"""The same for a variable's whole name, which may as well be another program's."""


def _path(value: object) -> object:
    """Return the name of a file or a folder, or raise ``ValueError`` where no system allows it."""
    if isinstance(value, str) and "\0" in value:
        message = "must have no NUL in it"
        raise ValueError(message)
    return value


def _file_or_address(value: object) -> object:
    """Return the address of a PostgreSQL database as a secret, as it may hold a password."""
    if not isinstance(value, str):
        return value
    _path(value)
    if value.startswith(_POSTGRESQL):
        return SecretStr(value)
    if "://" in value:
        message = "must be a file, or the address of a PostgreSQL database, postgresql://…"
        raise ValueError(message)
    return Path(value)


def _shards(text: str) -> str:
    """Return a valid value of ``FOOTNOTE_SHARDS``, or raise ``ValueError``."""
    if not _SHARDS.fullmatch(text):
        message = "must be auto, a number as in 16, or a part as in 0-3/16"
        raise ValueError(message)
    return text


class Settings(BaseSettings):
    """The settings. Each is an environment variable, or a line of ``.env``."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    token: SecretStr | None = Field(
        default=None,
        validation_alias="DISCORD_TOKEN",
        description="The bot's token. Without one the local preview is served.",
    )
    corpus: Annotated[Path, BeforeValidator(_path)] = Field(
        default=Path("corpus"),
        validation_alias="FOOTNOTE_CORPUS",
        description="The folder with the articles.",
    )
    database: Annotated[Path | SecretStr, BeforeValidator(_file_or_address)] = Field(
        default=Path(".footnote/footnote.db"),
        validation_alias="FOOTNOTE_DATABASE",
        description="The SQLite file, made if it is missing; or a PostgreSQL database, "
        "postgresql://…, for several processes.",
    )
    shards: Annotated[str, AfterValidator(_shards)] = Field(
        default="auto",
        validation_alias="FOOTNOTE_SHARDS",
        description="The bot's shards: auto asks Discord how many; or their number, as in 16; "
        "or those of this process alone, as in 0-3/16.",
    )
    meaning: Literal["on", "off"] = Field(
        default="on",
        validation_alias="FOOTNOTE_MEANING",
        description="Whether questions are also understood by what they mean: on or off.",
    )
    memory: int = Field(
        default=1024,
        ge=1,
        validation_alias="FOOTNOTE_MEMORY",
        description="How many MiB of memory the articles of single servers may take.",
    )
    most_sources: int = Field(
        default=200,
        ge=0,
        validation_alias="FOOTNOTE_MOST_SOURCES",
        description="How many files, links and feeds one server may add.",
    )
    most_passages: int = Field(
        default=50_000,
        ge=0,
        validation_alias="FOOTNOTE_MOST_PASSAGES",
        description="How many passages the articles of one server may have together.",
    )
    contact: str | None = Field(
        default=None,
        validation_alias="FOOTNOTE_CONTACT",
        description="An address where sites that are read find out whose bot it is; a live "
        "bot should have one.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO",
        validation_alias="FOOTNOTE_LOG_LEVEL",
        description="How much is logged: DEBUG, INFO, WARNING or ERROR.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text",
        validation_alias="FOOTNOTE_LOG_FORMAT",
        description="How the log is written: text, or json, an object a line.",
    )
    monitor_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        validation_alias="FOOTNOTE_MONITOR_PORT",
        description="The port on 127.0.0.1 of /healthz and /metrics. Without one they are off.",
    )
    preview_port: int = Field(
        default=8899,
        ge=0,
        le=65535,
        validation_alias="FOOTNOTE_PREVIEW_PORT",
        description="The port of the local preview page on 127.0.0.1; 0 takes any free one.",
    )

    @property
    def embeddings(self) -> Path:
        """The folder in which commands keep embeddings; it is beside the database."""
        file = self.database_file
        return (file.parent if file else _WITHOUT_FILE) / "embeddings"

    @property
    def database_file(self) -> Path | None:
        """The SQLite file; ``None`` where the database is PostgreSQL."""
        return self.database if isinstance(self.database, Path) else None

    @property
    def database_address(self) -> Path | str:
        """The SQLite file, or the address of the PostgreSQL database with its password."""
        if isinstance(self.database, Path):
            return self.database
        return self.database.get_secret_value()


def load_settings(**overrides: object) -> Settings:
    """Read the settings.

    Args:
        overrides: Options from the command line, by field name; ``None`` values are ignored.

    Raises:
        SettingsError: An option is invalid; the message says which one and how to correct it.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        name = str(problem["loc"][0])
        field = Settings.model_fields.get(name)
        option = str(field.validation_alias) if field else name
        shown = "" if option in _SECRET else f" is {problem['input']!r}, but"
        wrong = _wrong(problem["type"], problem.get("ctx", {}), problem["msg"])
        message = f"{option}{shown} {wrong}: correct it or leave it out"
        raise SettingsError(message) from error
    except UnicodeDecodeError as error:
        message = ".env is not written in UTF-8: save it as plain text in UTF-8"
        raise SettingsError(message) from error


def unknown_options() -> Iterator[str]:
    """Yield a line on each name that looks like an option's and is none, so that it is ignored.

    A service isn't stopped by one, as an option that a version no longer knows may be left over.
    """
    places = (
        (".env", DotEnvSettingsSource(Settings).env_vars),
        ("the environment", EnvSettingsSource(Settings).env_vars),
    )
    given = {name.upper(): place for place, names in places for name in names}
    known = {str(field.validation_alias) for field in Settings.model_fields.values()}
    for name in sorted(given.keys() - known):
        shown = _shown(name)
        meant = _meant(name, known - ({"DISCORD_TOKEN"} & given.keys())) if shown == name else None
        if meant:
            yield f"{shown} in {given[name]} is no option, so it is ignored: did you mean {meant}?"
        elif name.startswith(_PREFIX):
            yield (
                f"{shown} in {given[name]} is no option, so it is ignored: take it out, or see in "
                ".env.example what there is"
            )


def _shown(name: str) -> str:
    """Return a name, cut where it is no longer one: what follows may be a value, or no letter."""
    plain = _PLAIN_NAME.match(name)
    return name if plain and plain[0] == name else f"{plain[0] if plain else ''}…"


def _meant(name: str, options: set[str]) -> str | None:
    """Return the option that a name is most like, if it is like any."""
    if not name.startswith(_PREFIX):
        return next(iter(get_close_matches(name, options, 1, _LIKE_WHOLE)), None)
    parts = {option.removeprefix(_PREFIX).removeprefix("DISCORD_"): option for option in options}
    part = name.removeprefix(_PREFIX).removeprefix("DISCORD_")
    return next((parts[near] for near in get_close_matches(part, parts, 1, _LIKE_PART)), None)


def _wrong(kind: str, limits: Mapping[str, object], message: str) -> str:
    """Return what a value must be, in plain words, as pydantic's messages are for programmers.

    Args:
        kind: The type of pydantic's error.
        limits: The context of the error, such as the limit that the value exceeds.
        message: The message of the error.
    """
    plain = {
        "int_parsing": "must be a whole number",
        "greater_than_equal": "must be {ge} or more",
        "less_than_equal": "must be {le} or less",
        "literal_error": "must be {expected}",
    }
    if kind in plain:
        return plain[kind].format_map(limits)
    text = message.removeprefix("Value error, ")
    return text[:1].lower() + text[1:]
