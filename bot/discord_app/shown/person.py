"""People as they are shown: a person's card, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import escape, quote
from bot.discord_app.shown.layout import (
    ACCENT,
    DESCRIPTION_LIMIT,
    LINE_LIMIT,
    TITLE_LIMIT,
    cut,
    join,
    linked,
    place,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord_app.locale.language import Language
    from bot.people.person import Person

PEOPLE_A_PAGE = 15
_ROLES_LIMIT = 1500
_NAMES_LIMIT = 500
_COUNTS_LIMIT = 800
_PASSAGE_LIMIT = 420
_ARTICLES = 10
_UNLISTED_LIMIT = 500


def person_embed(person: Person, language: Language) -> discord.Embed:
    """Return a person's card."""
    embed = discord.Embed(colour=ACCENT, title=escape(person.name, TITLE_LIMIT))
    roles = [
        f"“{escape(role.text, LINE_LIMIT)}” — {place(role.article, role.passage)}"
        for role in person.roles
    ]
    embed.description = join(roles, "\n", _ROLES_LIMIT, language) or None
    if person.aliases:
        aliases = ", ".join(escape(alias, 80) for alias in person.aliases)
        name = language.say("Also called")
        embed.add_field(name=name, value=cut(aliases, _NAMES_LIMIT), inline=False)
    counts = [
        f"{language.number(count)} × {linked(article)}"
        for article, count in person.by_article[:_ARTICLES]
    ]
    more = len(person.by_article) - len(counts)
    if more > 0:
        counts.append(language.count("and in {n} more", "and in {n} more", more))
    embed.add_field(
        name=language.say("Mentioned {times}", times=times(person.mentions, language)),
        value=join(counts, "\n", _COUNTS_LIMIT, language),
        inline=False,
    )
    for cited in person.passages:
        embed.add_field(
            name=f"¶ {cited.passage.number} · {escape(cited.article.title, 100)}",
            value=quote(cited.passage.text, None, _PASSAGE_LIMIT),
            inline=False,
        )
    if person.companions:
        names = ", ".join(escape(name, 80) for name in person.companions)
        name = language.say("Appears with")
        embed.add_field(name=name, value=cut(names, _NAMES_LIMIT), inline=False)
    return embed


def _unlisted(unlisted: Sequence[str], language: Language) -> str:
    """Say in which languages people can't be listed."""
    return language.say(
        "People in articles in {languages} can't be listed: ask for one by name.",
        languages=language.names_of(unlisted),
    )


def people_embed(
    people: Sequence[Person],
    page: int,
    pages: int,
    language: Language,
    unlisted: Sequence[str] = (),
) -> discord.Embed:
    """Return one page, from 0, of the list of people, most mentioned first.

    Args:
        people: All people.
        page: The page, from 0.
        pages: How many pages there are.
        language: The reader's language.
        unlisted: The languages of articles whose people can't be listed.
    """
    shown = people[page * PEOPLE_A_PAGE : (page + 1) * PEOPLE_A_PAGE]
    lines = [
        f"**{escape(person.name, 100)}** · {times(person.mentions, language)}"
        + (f" · {escape(person.roles[0].text, 90)}" if person.roles else "")
        for person in shown
    ]
    embed = discord.Embed(colour=ACCENT, title=language.say("People in the articles"))
    listed = join(lines, "\n", DESCRIPTION_LIMIT - _UNLISTED_LIMIT, language)
    parts = [listed or language.say("The articles name nobody.")] if listed or not unlisted else []
    if unlisted:
        parts.append(_unlisted(unlisted, language))
    embed.description = "\n\n".join(parts)
    embed.set_footer(
        text=language.say(
            "Page {page} of {pages} · /who with a name shows a person's card",
            page=language.number(page + 1),
            pages=language.number(pages),
        )
    )
    return embed
