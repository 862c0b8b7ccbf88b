"""Serialise the settings of a server."""

from __future__ import annotations

import dataclasses
import json

from bot.storage.guild_settings import GuildSettings


def settings_json(settings: GuildSettings) -> str:
    """Return settings as JSON."""
    return json.dumps(dataclasses.asdict(settings))


def read_settings(text: str) -> GuildSettings:
    """Read settings from JSON; unknown options of other versions are ignored.

    Raises:
        TypeError: An option is of the wrong type.
        ValueError: The text is not JSON.
    """
    values = json.loads(text)
    types = {field.name: type(field.default) for field in dataclasses.fields(GuildSettings)}
    known = {name: value for name, value in values.items() if name in types}
    for name in ("channels", "forums"):
        known[name] = tuple(int(channel) for channel in known.get(name, ()))
    known["channel_tags"] = tuple(str(one) for one in known.get("channel_tags", ()))
    for name, value in known.items():
        if type(value) is not types[name]:
            message = f"the setting {name} can't be {value!r}"
            raise TypeError(message)
    return GuildSettings(**known)
