"""Layouts of claims, beside the sentences of the articles that come closest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.discord_app.markdown import escape, length
from bot.discord_app.shown.citation import citation
from bot.discord_app.shown.layout import (
    MUTED,
    UNSURE_COLOUR,
    beside,
    heading,
    layout,
    rule,
    small,
)
from bot.retrieval.answer import NO_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import discord

    from bot.articles.article import Span
    from bot.discord_app.locale.language import Language
    from bot.discord_app.shown.layout import Part
    from bot.library.claim_check import ClaimCheck, CloseSentence

_LIMIT = 700
_NUMBER = re.compile(r"[0-9][0-9.,]{0,40}")


def claim_layout(
    check: ClaimCheck, openers: Iterable[discord.ui.Item[Any]], language: Language
) -> discord.ui.LayoutView:
    """Return a claim and the closest sentences, the names and numbers that differ underlined.

    It never says how sure anything is: a sentence that is close may say the opposite.

    Args:
        check: The claim, and what comes close.
        openers: A button for each sentence, which opens its passage.
        language: The reader's language.
    """
    if not check.closest:
        return layout(
            MUTED,
            heading(language.say("Nothing in the articles comes close to that")),
            f"> {escape(check.claim, _LIMIT)}" if check.claim else language.say(NO_TERMS),
        )
    first = check.closest[0].difference
    differs = any(one.difference.claim for one in check.closest)
    footer = (
        language.say("Underlined: names and numbers that differ · you decide what is right")
        if differs
        else language.say("No name or number differs · you decide what is right")
    )
    parts: list[Part] = []
    for compared, opener in zip(check.closest, openers, strict=True):
        parts += [rule(), beside(_sentence(compared, language), opener)]
    return layout(
        UNSURE_COLOUR,
        small(language.say("Claimed:")) + f"\n> {_marked(check.claim, first.claim)}",
        heading(language.say("Closest in the articles:")),
        *parts[1:],
        small(footer),
    )


def _sentence(compared: CloseSentence, language: Language) -> str:
    hit = compared.hit
    source = small(citation(hit.article, hit.passage, language))
    marked = _marked(hit.sentence_text, compared.difference.sentence)
    return f"**{escape(hit.article.title, 120)}**\n> {marked}\n{source}"


def _marked(text: str, spans: Sequence[Span]) -> str:
    """Return escaped text with some spans underlined; without marks where it is too long."""
    shown, at = "", 0
    for start, end in spans:
        shown += _escape(text[at:start]) + f"__{_escape(text[start:end])}__"
        at = end
    shown += _escape(text[at:])
    return shown if length(shown) <= _LIMIT else escape(text, _LIMIT)


def _escape(text: str) -> str:
    """Escape a part of a text, with the spaces that part it from what stands beside it."""
    if _NUMBER.fullmatch(text):
        # It begins no list here, which is all that it could be taken for.
        return text
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escape(text)}{after}"
