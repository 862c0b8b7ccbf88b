"""The settings of the bot, read from the environment and ``.env``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from dotenv.parser import parse_stream
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.storage.cluster import wanted_shards

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettingsError(Exception):
    """An option is invalid; the message names it and says what it may be."""


POSTGRESQL = ("postgresql://", "postgres://")
"""How the address of a PostgreSQL database begins."""

# Options whose values must not be shown in a log or an error.
_SECRET = frozenset({"DISCORD_TOKEN", "FOOTNOTE_DATABASE"})
_WITHOUT_FILE = Path(".footnote")
ENV_FILE = ".env"
"""The file, in the folder that the bot is started in, that options are read from as well."""

_LONGEST_VALUE = 4096
"""Characters; no system has longer names of files."""

_LARGEST_FILE = 64 * 1024
"""Bytes of ``.env``: the libraries that read it take a millisecond a line, and ever more."""

_MOST_MEMORY = 1024 * 1024
"""MiB that the articles of single servers may be given."""

_MOST_SOURCES = 10_000
_MOST_PASSAGES = 10_000_000
"""What one server may be allowed."""

_LONGEST_SHOWN = 80
"""Characters of a wrong value that are shown."""


def _file_or_address(value: object) -> object:
    """Return the address of a PostgreSQL database as a secret, as it may hold a password."""
    if not isinstance(value, str):
        return value
    if value.startswith(POSTGRESQL):
        return SecretStr(value)
    if "://" in value:
        message = "must be a file, or the address of a PostgreSQL database, postgresql://…"
        raise ValueError(message)
    return _path(value)


def _path(value: object) -> object:
    """Return a path; a ~ before it is the home folder, as no shell replaces it in a file."""
    if not isinstance(value, str):
        return value
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        message = "must name a folder of a user that there is"
        raise ValueError(message) from error


def _shards(text: str) -> str:
    """Return a valid value of ``FOOTNOTE_SHARDS``, or raise ``ValueError``."""
    wanted_shards(text)
    return text


class Settings(BaseSettings):
    """The settings. Each is an environment variable, or a line of ``.env``."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
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
        le=_MOST_MEMORY,
        validation_alias="FOOTNOTE_MEMORY",
        description="How many MiB of memory the articles of single servers may take.",
    )
    most_sources: int = Field(
        default=200,
        ge=0,
        le=_MOST_SOURCES,
        validation_alias="FOOTNOTE_MOST_SOURCES",
        description="How many files, links and feeds one server may add.",
    )
    most_passages: int = Field(
        default=50_000,
        ge=0,
        le=_MOST_PASSAGES,
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

    @field_validator("*", mode="before")
    @classmethod
    def _single_line(cls, value: object) -> object:
        """Return a value without the line break behind it, which files of secrets end with.

        Raises:
            ValueError: It can't have been meant.
        """
        if not isinstance(value, str):
            return value
        line = value.strip("\r\n")
        if "\0" in line:
            message = "must have no NUL in it"
            raise ValueError(message)
        if len(line.splitlines()) > 1:
            message = (
                "must be a single line (the quote behind it may be missing, or a \\n in double "
                "quotes may have been read as a line break)"
            )
            raise ValueError(message)
        if len(line) > _LONGEST_VALUE:
            message = f"must have at most {_LONGEST_VALUE:,} characters"
            raise ValueError(message)
        return line

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
        _refuse_broken_lines(Path(ENV_FILE))
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        name = str(problem["loc"][0])
        field = Settings.model_fields.get(name)
        option = str(field.validation_alias) if field else name
        shown = "" if option in _SECRET else f" is {_cut(repr(problem['input']))}, but"
        wrong = _wrong(problem["type"], problem.get("ctx", {}), problem["msg"])
        message = f"{option}{shown} {wrong}: correct it or leave it out"
        raise SettingsError(message) from error
    except UnicodeDecodeError as error:
        message = ".env is not written in UTF-8: save it as plain text in UTF-8"
        raise SettingsError(message) from error
    except OSError as error:
        message = f".env can't be read ({error.strerror}): check its permissions"
        raise SettingsError(message) from error


def _refuse_broken_lines(file: Path) -> None:
    """Raise :class:`SettingsError` where a line would be skipped, or for a file that is no such."""
    if not file.is_file():  # a pipe can be read only once
        return
    if file.stat().st_size > _LARGEST_FILE:
        message = f"{file} is larger than {_LARGEST_FILE // 1024} KiB, so it is no file of options"
        raise SettingsError(message)
    with file.open(encoding="utf-8") as stream:
        broken = next((one for one in parse_stream(stream) if one.error), None)
    if broken:
        text = broken.original.string
        blank = text[: len(text) - len(text.lstrip())]
        line = broken.original.line + blank.count("\n")
        message = (
            f"line {line} of {file} can't be read: "
            "write NAME=value there, the value with a quote at both ends or at none"
        )
        raise SettingsError(message)


def _cut(text: str) -> str:
    """Return the beginning of a text that is too long to be shown."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


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
