"""Find the names that look like options of the bot and are none, as misspelt ones do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_settings import DotEnvSettingsSource, EnvSettingsSource
from rapidfuzz import fuzz, process

from bot.settings import ENV_FILE, Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_PLAIN_NAME = re.compile(r"[A-Z0-9_]{1,40}")
"""Matches what is shown of a name: no mark, and no secret that was written behind a colon."""

_PREFIX = "FOOTNOTE_"
_LIKE_PART = 70
"""The least similarity to an option of what follows ``FOOTNOTE_`` in a misspelt one.

As rapidfuzz rates it, 0 to 100.
"""

_LIKE_WHOLE = 85
"""The same for a variable's whole name, which may as well be another program's."""

_OF_VIRTUAL_ENVIRONMENT = "pyvenv.cfg"
"""The file in a folder that Python's packages are in, which may be called ``.env`` as well."""

_MOST_TOLD = 20
"""Names that are no options and are told one by one."""


def unknown_options() -> Iterator[str]:
    """Yield a line on each name that looks like an option's and is none, so that it is ignored.

    One on a folder in the place of the file, as container engines make it, comes first. A service
    isn't stopped by one, as an option that a version no longer knows may be left over.
    """
    file = Path(ENV_FILE)
    if file.is_dir() and not (file / _OF_VIRTUAL_ENVIRONMENT).exists():
        yield f"{file} is a folder, so no option is read from it: put a file in its place"
    places = (
        (ENV_FILE, DotEnvSettingsSource(Settings).env_vars),
        ("the environment", EnvSettingsSource(Settings).env_vars),
    )
    given = {name.upper(): place for place, names in places for name in names}
    known = {str(field.validation_alias) for field in Settings.model_fields.values()}
    options = known - ({"DISCORD_TOKEN"} & given.keys())
    told = 0
    for name in sorted(given.keys() - known):
        shown = _shown(name)
        meant = _meant(name, options) if shown == name else None
        if not meant and not name.startswith(_PREFIX):
            continue
        told += 1
        if told > _MOST_TOLD:
            yield "and there are more such names: see in .env.example what options there are"
            return
        advice = (
            f"did you mean {meant}?"
            if meant
            else "take it out, or see in .env.example what there is"
        )
        yield f"{shown} in {given[name]} is no option, so it is ignored: {advice}"


def _shown(name: str) -> str:
    """Return a name, cut where it is no longer one: what follows may be a value, or no letter."""
    plain = _PLAIN_NAME.match(name)
    return name if plain and plain[0] == name else f"{plain[0] if plain else ''}…"


def _meant(name: str, options: Collection[str]) -> str | None:
    """Return the option that a name is most like, if it is like any."""
    if not name.startswith(_PREFIX):
        return _nearest(name, {option: option for option in options}, _LIKE_WHOLE)
    parts = {option: _part(option) for option in options}
    return _nearest(_part(name), parts, _LIKE_PART)


def _part(name: str) -> str:
    """Return what makes up an option's name behind the program's."""
    return name.removeprefix(_PREFIX).removeprefix("DISCORD_")


def _nearest(name: str, options: Mapping[str, str], least: int) -> str | None:
    found = process.extractOne(name, options, scorer=fuzz.ratio, score_cutoff=least)
    return found[2] if found else None
