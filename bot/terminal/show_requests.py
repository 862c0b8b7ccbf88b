"""How what is asked for other than an answer looks in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from bot.language.plain_text import plain
from bot.library.request import News, SmallTalk
from bot.terminal.show import show_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from bot.articles.quote import Quote
    from bot.library.library import Library
    from bot.library.request import Request

_TALK = {
    "greeting": "Hello! Ask anything about the articles: the answer is the passage itself.",
    "thanks": "You're welcome!",
    "help": "Ask anything about the articles; “what's new?” and “tl;dr” work, too. "
    "--help lists the commands.",
    "check": "Ask what is claimed as a question, to see what the articles say.",
}


def show_request(request: Request, library: Library) -> RenderableType:
    """Return a pointer, the newest articles, or a summary."""
    if isinstance(request, SmallTalk):
        return Text(_TALK[request.kind])
    if isinstance(request, News):
        return show_digest(library.digest(request.articles))
    summary = library.summary(request.article.id)
    return show_summary(summary, is_newest=request.because == "newest")


def show_digest(sentences: Sequence[Quote]) -> RenderableType:
    """Return one sentence of each of some articles, in the order given."""
    if not sentences:
        return Text("There are no articles of that day.")
    parts: list[RenderableType] = []
    for sentence in sentences:
        day = f"  {sentence.article.date}" if sentence.article.date else ""
        parts.append(Text.assemble((plain(sentence.article.title), "bold"), (day, "dim")))
        parts.append(Text(f"  {plain(sentence.text)}"))
    return Group(*parts)
