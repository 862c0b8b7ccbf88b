"""Find how far a run of capitalised words goes, with the small words within names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.name_parts import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.tokens import Token

_BEFORE = 3
"""Words before a particle of which one may show that a surname follows: *Oberst Xaver von Thal*."""


def may_be_in_name(token: Token, lexicon: NameLexicon) -> bool:
    """Whether a word is capitalised, “al-Rifai” included, and not one like “London-based”."""
    if token.capitalised:
        return not token.entry.endswith(lexicon.rules.compound_endings)
    return token.text.startswith(ARTICLES) and token.text[3:4].isupper()


def run_end(text: str, tokens: Sequence[Token], position: int, lexicon: NameLexicon) -> int:
    """Return the position behind a run of capitalised words."""
    end = position + 1
    while end < len(tokens):
        before, token = tokens[end - 1], tokens[end]
        gap = text[before.end : token.start]
        if gap not in {" ", "\n"} and not (
            gap == ". " and (before.entry in lexicon.rules.abbreviations or before.initial)
        ):
            if gap == ", " and token.entry in lexicon.rules.suffixes and token.capitalised:
                end += 1
            break
        if token.text == token.entry and not _leads_on(token, lexicon):
            break  # as most words do, and asking the rest takes time
        elided = token.elided and lexicon.has_given_name(tokens[position:end])
        if elided or may_be_in_name(token, lexicon):
            end += 1
            continue
        if token.capitalised:
            break
        after = _after_particles(text, tokens, end, lexicon)
        if after is None or lexicon.rules.affiliates(
            token.text,
            [part.entry for part in tokens[position:end]],
            lexicon.gazetteer.given_names,
        ):
            break
        end = after
    return end


def _leads_on(token: Token, lexicon: NameLexicon) -> bool:
    """Whether a word in small letters may stand within a name: a particle, or “of”."""
    return token.text in lexicon.rules.particles or token.text in lexicon.rules.genitives


def _after_particles(
    text: str, tokens: Sequence[Token], end: int, lexicon: NameLexicon
) -> int | None:
    """Return the position behind ``de``, ``van der``, or ``of State``, if a capital follows."""
    rules = lexicon.rules
    if tokens[end].text in rules.genitives and tokens[end - 1].entry in rules.offices:
        skip = end + 1
        if skip < len(tokens) and tokens[skip].text in rules.phrases.definite_articles:
            skip += 1
        if (
            skip < len(tokens)
            and tokens[skip].entry in rules.portfolios
            and tokens[skip].capitalised
        ):
            return skip + 1
        return None
    if rules.nouns_capitalised and tokens[end].text in rules.phrases.definite_articles:
        return None  # “Nele Harmuth den TSV”: the article of a noun
    if rules.nouns_capitalised and _belongs_to(tokens, end, lexicon):
        return None
    if rules.nouns_capitalised and not any(
        _leads_to_surname(token, lexicon) for token in tokens[max(0, end - _BEFORE) : end]
    ):
        return None
    skip = end
    while skip < len(tokens) and tokens[skip].text in rules.particles and skip < end + 3:
        skip += 1
        if skip < len(tokens) and text[tokens[skip - 1].end : tokens[skip].start] != " ":
            return None
    if end < skip < len(tokens) and tokens[skip].capitalised:
        return skip + 1
    return None


def _leads_to_surname(token: Token, lexicon: NameLexicon) -> bool:
    """Return whether a surname with its particle may follow a word: “Art von Taschen” is a thing.

    Where every noun has a capital, that is a given name, an initial, a form of address, or an
    office or a title.
    """
    rules = lexicon.rules
    given = lexicon.gazetteer.given_names
    return (
        token.initial
        or token.entry in given
        or not given.isdisjoint(token.entry.split("-"))
        or token.entry in rules.honorifics
        or rules.is_role(token.entry)
    )


def _belongs_to(tokens: Sequence[Token], end: int, lexicon: NameLexicon) -> bool:
    """Return whether a particle says whose a thing is: “der Werkstatt von Hanne Lüdtke”."""
    rules = lexicon.rules
    article, owned = tokens[max(0, end - 2)], tokens[end - 1].entry
    behind = tokens[end + 1 : end + 3]
    return (
        tokens[end].text in rules.affiliating
        and article.text.lower() in rules.phrases.definite_articles
        and not rules.is_role(owned)
        and owned not in rules.honorifics
        and len(behind) == len(("Hanne", "Lüdtke"))
        and behind[0].entry in lexicon.gazetteer.given_names
        and behind[1].capitalised
    )
