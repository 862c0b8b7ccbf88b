"""Layouts of people: a person's card, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.discord_app.markdown import escape, length, quote
from bot.discord_app.shown.citation import linked, place
from bot.discord_app.shown.layout import (
    ACCENT,
    LINE_LIMIT,
    TITLE_LIMIT,
    cut,
    heading,
    join,
    layout,
    paragraphs,
    rows,
    rule,
    small,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import discord

    from bot.discord_app.locale.language import Language
    from bot.people.person import Person

    Button = discord.ui.Item[Any]

PEOPLE_A_PAGE = 15
# Lengths in UTF-16 code units, chosen so that a message stays within ``TEXT_LIMIT``.
_ROLES_LIMIT = 1100
_NAMES_LIMIT = 300
_COUNTS_LIMIT = 700
_PASSAGE_LIMIT = 420
_PASSAGES_LIMIT = 1100
_LIST_LIMIT = 3300
_ARTICLES = 10
"""The number of articles with counts on a card."""


def person_layout(person: Person, language: Language) -> discord.ui.LayoutView:
    """Return a person's card."""
    aliases = ", ".join(escape(alias, 80) for alias in person.aliases)
    companions = ", ".join(escape(name, 80) for name in person.companions)
    mentioned = language.say("Mentioned {times}", times=times(person.mentions, language))
    return layout(
        ACCENT,
        heading(escape(person.name, TITLE_LIMIT)),
        rule(),
        paragraphs(
            _roles(person, language),
            _named(language.say("Also called"), cut(aliases, _NAMES_LIMIT)),
            _named(mentioned, _counts(person, language)),
            *_passages(person),
            _named(language.say("Appears with"), cut(companions, _NAMES_LIMIT)),
        ),
    )


def _roles(person: Person, language: Language) -> str:
    lines: list[str] = []
    for deep in (True, False):
        lines = [
            f"“{escape(role.text, LINE_LIMIT)}” — {place(role, deep=deep)}" for role in person.roles
        ]
        if length("\n".join(lines)) <= _ROLES_LIMIT:
            break
    return join(lines, "\n", _ROLES_LIMIT, language)


def _counts(person: Person, language: Language) -> str:
    """Return how often each article names a person, or a single article without its count."""
    if len(person.by_article) == 1:
        return linked(person.by_article[0][0])
    counts = [
        f"{language.number(count)} × {linked(article)}"
        for article, count in person.by_article[:_ARTICLES]
    ]
    more = len(person.by_article) - len(counts)
    if more > 0:
        counts.append(language.count("and in {n} more", "and in {n} more", more))
    return join(counts, "\n", _COUNTS_LIMIT, language)


def _passages(person: Person) -> Iterable[str]:
    """Yield the passages that are most about the person, as many as there is room for.

    The article stands over each, unless it is the only one, which has just been named.
    """
    left = _PASSAGES_LIMIT
    for cited in person.passages:
        where = f"¶ {cited.passage.number}"
        if len(person.by_article) > 1:
            where += f" · {escape(cited.article.title, 100)}"
        shown = f"**{where}**\n" + quote(
            cited.passage.text, None, _PASSAGE_LIMIT, by_line=cited.passage.is_by_line
        )
        left -= length(shown)
        if left < 0:
            return
        yield shown


def _named(name: str, text: str) -> str | None:
    return f"**{name}**\n{text}" if text else None


def _unlisted(unlisted: Sequence[str], language: Language) -> str:
    """Say in which languages people can't be listed."""
    return language.say(
        "People in articles in {languages} can't be listed: ask for one by name.",
        languages=language.names_of(unlisted),
    )


def people_layout(
    people: Sequence[Person],
    page: int,
    pages: int,
    language: Language,
    *,
    unlisted: Sequence[str] = (),
    menu: Button | None = None,
    buttons: Iterable[Button] = (),
) -> discord.ui.LayoutView:
    """Return one page, from 0, of the list of people, most mentioned first.

    Args:
        people: All people.
        page: The page, from 0.
        pages: How many pages there are.
        language: The reader's language.
        unlisted: The languages of articles whose people can't be listed.
        menu: Chooses one of the page's people.
        buttons: The buttons beneath the page.
    """
    shown = people[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    listed = join([_line(person, language) for person in shown], "\n", _LIST_LIMIT, language)
    nobody = None if unlisted else language.say("The articles name nobody.")
    return layout(
        ACCENT,
        heading(language.say("People in the articles")),
        rule(),
        listed or nobody,
        _unlisted(unlisted, language) if unlisted else None,
        small(
            language.say(
                "Page {page} of {pages} · /who with a name shows a person's card",
                page=language.number(page + 1),
                pages=language.number(pages),
            )
        ),
        *rows([menu] if menu else []),
        *rows(buttons),
    )


def _line(person: Person, language: Language) -> str:
    line = f"**{escape(person.name, 100)}** · {times(person.mentions, language)}"
    return line + (f" · {escape(person.roles[0].text, 90)}" if person.roles else "")
