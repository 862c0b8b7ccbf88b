"""Read a message of the bot's as a member does, however it is made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
import simcord
from simcord.components import walk_components

from bot.discord_app.markdown import length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Answered = simcord.ResponseMessage | simcord.InteractionResult
    Shown = discord.Message | Answered | Mapping[str, Any]

_BUTTON, _TEXT, _CONTAINER = 2, 10, 17
_MOST_COMPONENTS = 40
_MOST_CHARACTERS = 4000


def told(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """Return what an interaction was answered with last."""
    shown = result.followups[-1] if result.followups else result.response
    assert shown is not None
    return shown


def read(shown: Shown, separator: str = "\n") -> str:
    """Return all texts of a message, with their Markdown, and check that Discord takes them."""
    every = list(_components(shown))
    texts = [component["content"] for component in every if component["type"] == _TEXT]
    assert len(every) <= _MOST_COMPONENTS
    assert sum(map(length, texts)) <= _MOST_CHARACTERS
    message = _message(shown)
    content = message.get("content") if isinstance(message, dict) else message.content
    return separator.join(filter(None, [content, *texts]))


def fields(shown: Shown) -> dict[str, str]:
    """Return what stands under each of the names in bold that a message has."""
    texts = re.split(r"\n\n|\0", read(shown, "\0"))
    named = (text.partition("\n") for text in texts if text.startswith("**"))
    return {name.strip("*"): text for name, _, text in named}


def buttons(shown: Shown) -> dict[str, str | None]:
    """Return the labels of a message's buttons, by their custom ids or addresses."""
    return {
        component.get("custom_id") or component["url"]: component.get("label")
        for component in _components(shown)
        if component["type"] == _BUTTON
    }


def button(shown: Shown, start: str) -> str:
    """Find a button by how its custom id begins."""
    return next(name for name in buttons(shown) if name.startswith(f"fn:{start}"))


def colour(shown: Shown) -> discord.Colour | None:
    """Return the colour of the edge of a message's frame, if it has one."""
    for component in _components(shown):
        if component["type"] == _CONTAINER:
            return discord.Colour(component["accent_color"])
    return None


def _message(shown: Any) -> Any:
    return told(shown) if isinstance(shown, simcord.InteractionResult) else shown


def _components(shown: Shown) -> Iterator[dict[str, Any]]:
    message = _message(shown)
    if isinstance(message, discord.Message):
        roots: Any = [component.to_dict() for component in message.components]
    elif isinstance(message, simcord.ResponseMessage):
        roots = message.components
    else:
        roots = message.get("components") or []
    yield from walk_components(roots)
