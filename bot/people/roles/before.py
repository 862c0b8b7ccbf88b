"""Find what a text says a person is right before the name: “Foreign Minister X”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.name_rules import without_article
from bot.people.roles.extent import extend_left, may_modify, rank_begin
from bot.people.roles.phrases import MAX_ROLE_WORDS, is_role_noun
from bot.people.text.offices import is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token


def role_before(
    text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules
) -> Span | None:
    """Return the role that stands right before a name, in capitals or not."""
    return (
        _long_role(text, tokens, name, rules)
        or _prefix_role(text, tokens, name, rules)
        or _noun_role(text, tokens, name, rules)
        or _rank(text, tokens, name, rules)
    )


def _long_role(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> Span | None:
    """Return a role with what it is of: “Chief executive of the Refugee Council X”."""
    phrases = rules.phrases
    begin = last = name.first - len(name.prefix)
    while begin and last - begin < MAX_ROLE_WORDS:
        token, follower = tokens[begin - 1], tokens[begin]
        gap = text[token.end : follower.start]
        if gap not in {" ", " - "} and gap not in phrases.possessives:
            return None
        if follower.text in rules.phrases.of_words and is_role_noun(
            token.entry, rules, plural=False
        ):
            end = _before_titles(tokens, last, name, rules)
            office = tokens[end - 1].entry
            if rules.is_role(office) and office not in rules.portfolios:
                return None  # “a spokesman for Chancellor X”: the office is the name's own
            if tokens[end - 1].text in rules.phrases.name_joiners:
                return None  # “chairman of the” is cut off: the name is what it is of
            begin = extend_left(text, tokens, begin - 1, rules)
            return tokens[begin].start, tokens[end - 1].end
        known = token.text in phrases.name_joiners or token.entry in rules.portfolios
        if not token.capitalised and not known:
            return None
        begin -= 1
    return None


def _before_titles(tokens: Sequence[Token], last: int, name: NameSpan, rules: NameRules) -> int:
    """Return where the titles before a name begin: “Chairman of the Joint Chiefs General X”."""
    end = name.first
    while end > last and tokens[end - 1].entry in rules.honorifics:
        end -= 1
    return end


def _prefix_role(
    text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules
) -> Span | None:
    """Return the office that stands before the name in capitals, with its adjectives."""
    if not name.prefix or not any(
        is_office(token, rules)
        or token.entry in rules.parties
        or token.entry in rules.short_offices
        or rules.is_role(token.entry)
        for token in name.prefix
    ):
        return None
    prefix = list(name.prefix)
    while rules.nouns_capitalised and len(prefix) > 1 and prefix[-1].entry in rules.titles:
        prefix.pop()  # “Bürgermeisterin Dr. X”
    while len(prefix) > 1 and _only_addresses(prefix[-2], prefix[-1], rules):
        prefix.pop()  # “Councillor Sir X”, “Chairman Rep. X”
    last = prefix[-1]
    if last.entry in rules.forms_of_address:
        return None
    first = name.first - len(name.prefix)
    while tokens[first].entry in rules.forms_of_address and first + 1 < name.first:
        first += 1  # “Mrs Justice X”
    begin = extend_left(text, tokens, first, rules)
    if begin == first and begin and tokens[begin - 1].text in rules.phrases.indefinite_articles:
        return None  # “a President Lee might”: nobody is that yet
    before = tokens[first - 1] if begin < first else last
    titled = name.honorific or (len(prefix) == 1 and before.entry not in rules.role_adjectives)
    if titled and before.text.islower() and rules.is_role(before.entry):
        last = before  # “Rebel commander Colonel X”, “royal commissioner Justice X”
    stop = last.entry in rules.short_offices and text.startswith(".", last.end)
    return tokens[begin].start, last.end + stop


def _only_addresses(before: Token, title: Token, rules: NameRules) -> bool:
    """Whether a title is but a form of address, or another one's: “Chairman Rep. X”."""
    honorific = title.entry in rules.honorifics
    shortened = title.entry in rules.abbreviations and honorific
    # “Attorney General X” has one title, “President General X” two.
    second = before.entry in rules.whole_offices and (honorific or title.entry in rules.offices)
    return (
        title.entry in rules.forms_of_address
        or second
        or (shortened and rules.is_role(before.entry))
    )


def _noun_role(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> Span | None:
    """Return the role in lower case right before the name: “Panama coach X”."""
    first = name.first - len(name.prefix)
    named = first > 1 and tokens[first - 1].text in rules.naming_words
    gap = f" {tokens[first - 1].text} " if named else " "
    first -= named
    if not first or text[tokens[first - 1].end : name.start] != gap:
        return None
    noun = last = tokens[first - 1]
    if first > 1 and _follows_role(text, tokens[first - 2], last, rules):
        first, noun = first - 1, tokens[first - 2]
    if not _in_lower_case(noun) or not rules.is_role(noun.entry):
        return None
    begin = extend_left(text, tokens, first - 1, rules)
    if begin == first - 1 and last is noun and _is_infinitive(tokens, begin, rules):
        return None
    # “The owner named X as coach” says nothing of X.
    article = begin and tokens[begin - 1].text.lower() in rules.phrases.indefinite_articles
    return None if named and not article else (tokens[begin].start, last.end)


def _rank(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> Span | None:
    """Return the rank right before a name: “world No 4 X”."""
    first = name.first - len(name.prefix)
    begin = rank_begin(text, tokens, first - 1, rules) if first else None
    if begin is None or text[tokens[first - 1].end : name.start] != " ":
        return None
    return tokens[extend_left(text, tokens, begin, rules)].start, tokens[first - 1].end


def _is_infinitive(tokens: Sequence[Token], noun: int, rules: NameRules) -> bool:
    """Whether a role is a verb: “told to guard X”; “according to judge X” has none."""
    if noun < len(("told", "to")) or tokens[noun].entry not in rules.verbal_roles:
        return False
    return tokens[noun - 1].text == "to" and not tokens[noun - 2].text.endswith("ing")


def _in_lower_case(token: Token) -> bool:
    """Whether a word is in lower case, its article aside: “L'arbitre”."""
    return without_article(token.text).islower()


def _follows_role(text: str, noun: Token, word: Token, rules: NameRules) -> bool:
    """Whether a word is the adjective of the role before it: “el turista alemán X”."""
    if not rules.adjectives_follow or rules.is_role(word.entry) or not word.text.islower():
        return False
    beside = text[noun.end : word.start] == " " and _in_lower_case(noun)
    return beside and rules.is_role(noun.entry) and may_modify(word, rules)
