"""Layouts of answers: the passage and its citation, or that there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.markdown import code_block, escape, length, quote
from bot.discord_app.shown.citation import (
    address,
    citation,
    deep_link,
    host_to_show,
    plain_citation,
)
from bot.discord_app.shown.layout import (
    ACCENT,
    MUTED,
    TITLE_LIMIT,
    UNSURE_COLOUR,
    asked,
    beside,
    heading,
    layout,
    rows,
    rule,
    small,
)
from bot.retrieval.answer import UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article, Span
    from bot.articles.quote import Quote
    from bot.discord_app.locale.language import Language
    from bot.discord_app.shown.layout import Part
    from bot.retrieval.answer import Answer, Hit

    Button = discord.ui.Item[Any]

# Lengths in UTF-16 code units, chosen so that a message stays within ``TEXT_LIMIT``.
_QUOTE_LIMIT = 1800
_CONTEXT_LIMIT = 1000
_NAME_LIMIT = 120
_SENTENCE_LIMIT = 600
_QUOTED_LIMIT = 3300
_HEADING_LIMIT = 120
_COPY_LIMIT = 3900
_FEW = 3
"""The least number of quotations among which ``_QUOTED_LIMIT`` is divided."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around a passage.

    Attributes:
        footer: The line under the passage: what it is, and how sure.
        copy: The button that copies the quotation.
        under: The buttons under it.
        question: The question that it answers, if it is shown.
        colour: The colour of its edge.
        older: A note on similar passages of earlier days, if there are any.
    """

    footer: str
    copy: Button
    under: Sequence[Button] = ()
    question: str | None = None
    colour: discord.Colour = ACCENT
    older: str | None = None


def hit_layout(hit: Hit, frame: Frame, language: Language) -> discord.ui.LayoutView:
    """Return one passage with its best sentence in bold and its citation."""
    source = citation(hit.article, hit.passage, language)
    lines = filter(None, (source, frame.older, frame.footer))
    return layout(
        frame.colour,
        asked(frame.question),
        titled(hit.article, deep_link(hit.quote), language),
        rule(),
        quote(
            hit.passage.text,
            hit.sentence,
            _QUOTE_LIMIT,
            hit.exact,
            by_line=hit.passage.is_by_line,
        ),
        beside("\n".join(map(small, lines)), frame.copy),
        *rows(frame.under),
    )


def sure(answer: Answer, language: Language) -> str:
    """Return the line under an answer: how sure it is, and that it is quoted."""
    return language.say(
        "{share} sure · every word above is quoted", share=language.percent(answer.confidence)
    )


def older(answer: Answer, language: Language) -> str | None:
    """Return how many articles of earlier days say about the same, if any do."""
    if not answer.older:
        return None
    return language.count("older: {n} more", "older: {n} more", len(answer.older))


def which_of(page: int, pages: int, language: Language) -> str:
    """Return the line under one of an answer's passages, with its position among them."""
    return language.say(
        "Passage {page} of {pages} · every word above is quoted",
        page=language.number(page + 1),
        pages=language.number(pages),
    )


def titled(article: Article, url: str | None, language: Language) -> Part:
    """Return an article's title, linked, with a button that opens it where it was published."""
    host = host_to_show(article.title, url)
    title = escape(article.title, TITLE_LIMIT - length(host)) + host
    label = language.say("Read the article")
    return beside(heading(title, url), discord.ui.Button(label=label, url=url) if url else None)


def perhaps_layout(
    answer: Answer, openers: Iterable[Button], language: Language
) -> discord.ui.LayoutView:
    """Return the sentences that may answer, each with its citation; none is given as the answer.

    Where the sentences around one are short, they are shown with it.

    Args:
        answer: The answer.
        openers: A button for each of the sentences, which opens its passage.
        language: The reader's language.
    """
    return layout(
        UNSURE_COLOUR,
        asked(answer.question),
        _unsure(answer, language),
        *quoted(answer, openers, language),
        small(language.say("Every word above is quoted; the bot is not sure")),
    )


def parts_layout(
    answer: Answer, openers: Iterable[Button], language: Language
) -> discord.ui.LayoutView:
    """Return the best sentence for each part of a question, numbered, with its citation.

    Args:
        answer: The answer.
        openers: A button for each of the sentences, which opens its passage.
        language: The reader's language.
    """
    return layout(
        ACCENT if answer.answered else UNSURE_COLOUR,
        asked(answer.question),
        None if answer.answered else _unsure(answer, language),
        *quoted(answer, openers, language),
        small(
            sure(answer, language)
            if answer.answered
            else language.say("Every word above is quoted; the bot is not sure")
        ),
    )


def _unsure(answer: Answer, language: Language) -> str:
    """Return what stands above quotations none of which is given as the answer."""
    lines = [heading(language.say(UNSURE))]
    if answer.articles_in:
        lines.append(_written_in(answer, language))
    return "\n".join(lines)


def quoted(answer: Answer, buttons: Iterable[Button], language: Language) -> list[Part]:
    """Return an answer's quotations, numbered, each with its citation and a button beside it."""
    hits = zip(answer.shown, answer.quotations, buttons, strict=True)
    note = _written_in(answer, language) if answer.articles_in else ""
    room = (_QUOTED_LIMIT - length(note)) // max(_FEW, len(answer.shown))
    parts: list[Part] = []
    for number, (hit, shown, button) in enumerate(hits, start=1):
        text = _numbered(f"**{language.number(number)} ·", hit, shown, room, language)
        parts.extend((rule() if parts else None, beside(text, button)))
    return parts


def _numbered(number: str, hit: Hit, shown: Quote, room: int, language: Language) -> str:
    """Return a quotation with its title and citation; the title is linked where there is room."""
    source = small(citation(hit.article, hit.passage, language))
    title = escape(hit.article.title, _NAME_LIMIT)
    url = deep_link(hit.quote)
    linked = f"[{title}]({url}){host_to_show(hit.article.title, url)}" if url else title
    words = _in_bold(shown, hit.sentence, _SENTENCE_LIMIT)
    for name in (linked, title):
        left = room - length(f"{number} {name}**\n{source}")
        if left >= length(_block(words)):
            return f"{number} {name}**\n{_block(words)}\n{source}"
    words = _in_bold(shown, hit.sentence, left - length(_block(words)) + length(words))
    return f"{number} {title}**\n{_block(words)}\n{source}"


def _block(words: str) -> str:
    """Return words as a block of quotation, line by line."""
    return "\n".join(f"> {line}" for line in words.split("\n"))


def _in_bold(shown: Quote, sentence: Span, limit: int) -> str:
    """Return a quotation with a sentence of it in bold, unless it is that sentence alone."""
    start, end = (place - shown.span[0] for place in sentence)
    highlight = None if shown.span == sentence else (start, end)
    return quote(shown.text, highlight, limit, by_line=shown.passage.is_by_line)


def context_layout(found: Quote, position: int, language: Language) -> discord.ui.LayoutView:
    """Return a passage between the one before it and the one after it.

    Args:
        found: The sentence that was found in it, which is in bold there, too.
        position: The passage's position in the article, from 0.
        language: The reader's language.
    """
    article = found.article
    parts: list[Part] = [titled(article, address(article), language)]
    heading_before = None
    for at in range(max(0, position - 1), min(len(article.passages), position + 2)):
        passage = article.passages[at]
        new = passage.heading if passage.heading != heading_before else None
        heading_before = passage.heading
        under = f" · {escape(new, _HEADING_LIMIT)}" if new else ""
        mark, sentence = ("▸ ", found.span) if at == position else ("", None)
        parts.append(
            f"**{mark}¶ {language.number(passage.number)}{under}**\n"
            + quote(passage.text, sentence, _CONTEXT_LIMIT, by_line=passage.is_by_line)
        )
    return layout(ACCENT, *parts)


def not_found_layout(
    answer: Answer, nearest: Button | None, language: Language
) -> discord.ui.LayoutView:
    """Return the plain statement that the articles don't answer.

    Args:
        answer: The answer.
        nearest: A button that shows the nearest passage, if there is one.
        language: The reader's language.
    """
    lines = [heading(language.say("No answer in the articles"))]
    if answer.reason:
        lines.append(language.say(answer.reason))
    if answer.hits:
        title = escape(answer.hits[0].article.title, _NAME_LIMIT)
        lines.append(language.say("The nearest I have is “{title}”.", title=title))
    if answer.articles_in:
        lines.append(_written_in(answer, language))
    return layout(
        MUTED, asked(answer.question), "\n".join(lines), *rows([nearest] if nearest else [])
    )


def _written_in(answer: Answer, language: Language) -> str:
    """Return which languages the articles are in, for who asks in another."""
    return language.say(
        "The articles are in {languages}: ask in that language, or by a name.",
        languages=language.names_of(answer.articles_in),
    )


def copy_layout(copied: Quote, language: Language) -> discord.ui.LayoutView:
    """Return quoted words with their citation as plain text, to be copied."""
    return layout(None, code_block(plain_citation(copied, language), _COPY_LIMIT))
