"""The building blocks of all layouts, within Discord's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.markdown import clip, escape, length, unescape
from bot.language.plain_text import ELLIPSIS, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.discord_app.locale.language import Language

ACCENT = discord.Colour(0x2F6FDE)
"""The colour of answers and of what was asked for."""

UNSURE_COLOUR = discord.Colour(0xC98A1B)
"""The colour of what may be an answer."""

MUTED = discord.Colour(0x8A8F98)
"""The colour of what is no answer."""

TEXT_LIMIT = 4000
"""The greatest length of all texts of a message together, in UTF-16 code units."""

TITLE_LIMIT = 256
QUESTION_LIMIT = 256
LINE_LIMIT = 180
"""The same for a title, for the question above an answer, and for a line of a list."""

Part = str | discord.ui.Item[Any] | None
"""A text in Markdown, another component, or nothing."""

_A_ROW = 5
"""The buttons that Discord allows in a row."""

_ASKED_ID = 0x4173_6B65
"""The id of the component that holds the question (``Aske``)."""

_SMALL = "-# "


def layout(colour: discord.Colour | None, *parts: Part) -> discord.ui.LayoutView:
    """Return parts beneath each other, in a frame.

    Args:
        colour: The colour of the frame's edge; without one there is no frame.
        parts: The texts and components; those that are ``None`` or empty are left out.

    Raises:
        ValueError: There are more than 40 components, each button and text counted.
    """
    items = [
        discord.ui.TextDisplay(part) if isinstance(part, str) else part for part in parts if part
    ]
    view = discord.ui.LayoutView(timeout=None)
    if colour is None:
        for item in items:
            view.add_item(item)
    else:
        view.add_item(discord.ui.Container(*items, accent_colour=colour))
    _keep_within(view, TEXT_LIMIT)
    return view


def add_note(view: discord.ui.LayoutView, text: str) -> None:
    """Add a sentence in small letters, in Markdown, under a layout that has no room to spare."""
    note: discord.ui.TextDisplay[Any] = discord.ui.TextDisplay(small(text))
    _keep_within(view, TEXT_LIMIT - length(note.content))
    view.add_item(note)


def notice(text: str) -> discord.ui.LayoutView:
    """Return a sentence without a frame, in Markdown."""
    return layout(None, text)


def beside(text: str, button: discord.ui.Item[Any] | None) -> Part:
    """Return a text with a button to its right, if there is one."""
    return discord.ui.Section(text, accessory=button) if button else text


def rows(buttons: Iterable[discord.ui.Item[Any]]) -> Iterator[discord.ui.ActionRow[Any]]:
    """Yield rows of buttons, as many in each as fit."""
    for row in discord.utils.as_chunks(buttons, _A_ROW):
        yield discord.ui.ActionRow(*row)


def rule() -> discord.ui.Separator[Any]:
    """Return a line between two parts."""
    return discord.ui.Separator()


def heading(text: str, url: str | None = None) -> str:
    """Return escaped text as a heading, as a link where there is an address."""
    return f"### [{text}]({url})" if url else f"### {text}"


def paragraphs(*texts: str | None) -> str:
    """Return texts with a blank line between them, without those that are ``None`` or empty."""
    return "\n\n".join(filter(None, texts))


def small(text: str) -> str:
    """Return Markdown of one line in small letters."""
    return _SMALL + text


def asked(question: str | None) -> Part:
    """Return the question that what follows answers, from which :func:`asked_in` reads it back."""
    text = clip(plain(question or ""), QUESTION_LIMIT)
    return discord.ui.TextDisplay(small(escape(text)), id=_ASKED_ID) if text else None


def asked_in(message: discord.Message | None) -> str | None:
    """Return the question that a message of the bot's answers, if it shows one.

    Messages from before there were layouts show it in an embed.
    """
    if message is None:
        return None
    if message.embeds:
        return message.embeds[0].author.name
    for component in _every(message.components):
        if isinstance(component, discord.TextDisplay) and component.id == _ASKED_ID:
            return unescape(component.content.removeprefix(_SMALL))
    return None


def _every(components: Iterable[discord.Component]) -> Iterator[discord.Component]:
    for component in components:
        yield component
        yield from _every(getattr(component, "children", ()))


def times(count: int, language: Language) -> str:
    """Return how often, in words."""
    return language.count("once", "{n} times", count)


def join(lines: Sequence[str], separator: str, limit: int, language: Language) -> str:
    """Return as many lines as the limit holds, joined; what is left out is counted."""
    joined = ""
    for number, line in enumerate(lines):
        more = separator + line if joined else line
        reserve = 20 if number + 1 < len(lines) else 0
        if length(joined) + length(more) + reserve > limit:
            left = len(lines) - number
            return joined + separator + language.count("… {n} more", "… {n} more", left)
        joined += more
    return joined


def cut(text: str, limit: int) -> str:
    """Return text that is escaped already, cut."""
    shown = clip(text, limit)
    return text if shown == text else shown.removesuffix(ELLIPSIS).rstrip("\\") + ELLIPSIS


def _keep_within(view: discord.ui.LayoutView, limit: int) -> None:
    """Leave out the texts that are too many: Discord would refuse the whole message."""
    texts = [item for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    for left, text in zip(range(len(texts) - 1, -1, -1), texts, strict=True):
        if length(text.content) + left > limit:
            text.content = ELLIPSIS
        limit -= length(text.content)
