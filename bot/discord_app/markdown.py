"""Escape text for Discord: mentions, links, lists and hidden characters in it have no effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.plain_text import ELLIPSIS, plain
from bot.language.sentences.line_marks import LIST_ITEM, row_header

if TYPE_CHECKING:
    from bot.articles.article import Span

_SPECIAL = re.compile(
    r"[\\*_~|`<>\[\]#]|@(?=everyone|here)|(?<=\w):(?=//)|(?:^|(?<=\ue000))(?:[-+]|-#|\d+(?=[.)]))"
    r"|(?<=\w)@(?=\w)"
)
_BREAK = "\ue000"
"""Stands for a line break that is to be shown, while all other white space is folded."""

_ESCAPED = re.compile(r"\\(.)")
_ZERO_WIDTH = "\u200b"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATE, _END = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """Keep text that is written from right to left from moving what stands around it."""
    return f"{_ISOLATE}{text}{_END}" if _RIGHT_TO_LEFT.search(text) else text


def escape(text: str, limit: int | None = None) -> str:
    """Return text escaped for Discord, and cut; what is read from right to left is isolated.

    Args:
        text: Text from an article or from a member.
        limit: The greatest :func:`length` of the result; no escape is cut in two, and an
            ellipsis shows the cut.
    """
    marks = len(_ISOLATE + _END) if _RIGHT_TO_LEFT.search(text) else 0
    return isolated(_escape(text, None if limit is None else limit - marks))


def _escape(text: str, limit: int | None = None) -> str:
    pieces = _escaped_pieces(plain(text))
    whole = "".join(pieces)
    if limit is None or length(whole) <= limit:
        return whole
    kept: list[str] = []
    used = length(ELLIPSIS)
    for piece in pieces:
        used += length(piece)
        if used > limit:
            break
        kept.append(piece)
    return "".join(kept).rstrip() + ELLIPSIS


def _escaped_pieces(text: str) -> list[str]:
    """Return the pieces of a text that may not be cut in two, each escaped."""
    pieces: list[str] = []
    end = 0
    for match in _SPECIAL.finditer(text):
        pieces.extend(text[end : match.start()])
        pieces.append(_escaped(match[0]))
        end = match.end()
    pieces.extend(text[end:])
    return pieces


def _escaped(special: str) -> str:
    if special == "@":
        return "@" + _ZERO_WIDTH
    if special[0].isdigit():
        # "1." begins a list unless something that can't be seen stands before it.
        return _ZERO_WIDTH + special
    return "".join("\\" + character for character in special)


def unescape(text: str) -> str:
    """Return the text that :func:`escape` was given, as far as it is shown."""
    return plain(_ESCAPED.sub(r"\1", text))


def code(text: str, limit: int) -> str:
    """Return text as code, where nothing is markup but the backtick, which becomes a quote."""
    shown = plain(text).replace("`", "'")
    return f"`{clip(shown, limit)}`"


def code_block(text: str, limit: int) -> str:
    """Return lines as a block of code, to be copied as they are; a backtick becomes a quote."""
    lines = "\n".join(plain(line) for line in text.splitlines()).replace("`", "'")
    return f"```\n{clip(lines, limit)}\n```"


def clip(text: str, limit: int) -> str:
    """Return text cut to a :func:`length`; an ellipsis shows the cut."""
    if length(text) <= limit:
        return text
    left = limit - length(ELLIPSIS)
    kept = text[:left]
    while length(kept) > left:
        kept = kept[: -max(1, (length(kept) - left) // 2)]
    return kept + ELLIPSIS


def length(text: str) -> int:
    """Return the length of text in UTF-16 code units, as Discord counts at its strictest."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def quote(
    text: str,
    highlight: Span | None,
    limit: int,
    exact: Span | None = None,
    *,
    by_line: bool = False,
) -> str:
    """Return a passage with its best sentence in bold, within a limit.

    An item of a list, and a row of a table, has a line of its own in any case. What does not fit is
    cut around the sentence, with an ellipsis at each cut.

    Args:
        text: The passage.
        highlight: The span of the sentence, or ``None`` for none.
        limit: The greatest :func:`length` of the result.
        exact: The span of the answer's own words inside the sentence, which are underlined, or
            ``None`` for none.
        by_line: Whether each of its lines has one of its own.
    """
    text = _with_breaks(text, by_line=by_line)
    limit -= len(_ISOLATE + _END) if _RIGHT_TO_LEFT.search(text) else 0
    start, end = highlight or (0, 0)
    shown = _bold(text, (start, end), limit - 8, exact) if highlight else ""
    left = limit - length(shown) - 2
    before, after = _escape(text[:start]), _escape(text[end:])
    if length(before) + length(after) > left:
        share = max(left // 2, left - length(after))
        before = _keep_end(text[:start], share)
        after = _escape(text[end:], max(0, left - length(before))) if left > 1 else ""
    # Chinese and Japanese have no space between sentences.
    gaps = (
        " " if text[:start][-1:].isspace() else "",
        " " if shown and text[end:][:1].isspace() else "",
    )
    whole = isolated(f"{before}{gaps[0]}{shown}{gaps[1]}{after}".strip())
    return whole.replace(_BREAK, "\n").strip()


def _with_breaks(text: str, *, by_line: bool) -> str:
    """Mark the line breaks between the items of a list, and between the rows of a table.

    The mark itself, which an article may have as well, would break lines wherever it likes.
    """
    first, *others = text.replace(_BREAK, " ").split("\n")
    shown, above = [first], first
    for line in others:
        is_item = LIST_ITEM.match(line.lstrip()) or LIST_ITEM.match(above.lstrip())
        header = row_header(line)
        is_row = header is not None and header == row_header(above)
        shown += [_BREAK if by_line or is_item or is_row else "\n", line]
        above = line
    return "".join(shown)


def _bold(text: str, highlight: Span, limit: int, exact: Span | None) -> str:
    """Return a sentence in bold, with the answer's own words underlined where all of it fits."""
    start, end = highlight
    if exact:
        first, last = exact
        # Only the first part can begin a line, and so a list.
        before = _escape(text[start:first])
        words, after = (
            _escape(part).removeprefix(_ZERO_WIDTH) for part in (text[first:last], text[last:end])
        )
        # Escaping drops white space at the ends of each part.
        gaps = (
            " " if text[start:first][-1:].isspace() else "",
            " " if text[last:end][:1].isspace() else "",
        )
        shown = f"**{before}{gaps[0]}__{words}__{gaps[1]}{after}**"
        if words and length(shown) <= limit + 4:
            return shown
    shown = _escape(text[start:end], limit)
    return f"**{shown}**" if shown else ""


def _keep_end(text: str, limit: int) -> str:
    """Return escaped text cut at its start rather than at its end."""
    pieces = _escaped_pieces(plain(text))
    if length("".join(pieces)) <= limit:
        return "".join(pieces)
    kept: list[str] = []
    used = length(ELLIPSIS)
    for piece in reversed(pieces):
        used += length(piece)
        if used > limit:
            break
        kept.append(piece)
    return ELLIPSIS + "".join(reversed(kept)).lstrip() if kept else ""
