"""Tell HTML's tags in Markdown from what news sets in angle brackets: “Viacom <VIA>”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_IN_BRACKETS = re.compile(r"<[^<>]*+>")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,40})")
_CLOSED = re.compile(r"</([A-Za-z][A-Za-z0-9-]{0,40})")
_EMPTY = word_set("br hr img input wbr")
"""Elements that nothing closes, and that are therefore HTML's in capitals as well."""

_ELEMENTS = _EMPTY | word_set(
    "a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote "
    "body button canvas caption center cite code col colgroup data datalist dd del details dfn "
    "dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 "
    "h2 h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li link main map mark "
    "marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p "
    "param path picture pre progress q rect rp rt ruby s samp script search section select small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot "
    "th thead time title tr track tt u ul var video"
)


def closed_elements(text: str) -> frozenset[str]:
    """Return the names of the elements that a text closes, in lower case.

    Args:
        text: The text of one block.
    """
    return frozenset(name.lower() for name in _CLOSED.findall(text))


def is_tag(bracketed: str, closed: AbstractSet[str]) -> bool:
    """Whether what stands in angle brackets is markup: a tag, a comment or the like.

    A name that HTML has is a tag's in small letters, and in capitals where the text closes it
    (“<B>bold</B>”). Any other name, a share's or a company's, is text.

    Args:
        bracketed: What it is, with its brackets.
        closed: The names of the elements that the text closes.
    """
    match = _NAME.match(bracketed)
    if match is None or "=" in bracketed or bracketed.endswith("/>"):
        return True
    name = match[1].lower()
    known = name in _ELEMENTS or "-" in name
    return name in closed or name in _EMPTY or (known and match[1].islower())


def without_tags(text: str) -> str:
    """Return a text without its tags.

    Args:
        text: The text of one block.
    """
    closed = closed_elements(text)
    return _IN_BRACKETS.sub(lambda found: "" if is_tag(found[0], closed) else found[0], text)
