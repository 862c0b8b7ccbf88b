"""Find what a text says a person is right before the name: “Foreign Minister X”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.name_rules import ELIDED, without_article
from bot.people.roles.phrases import MAX_ROLE_WORDS, is_role_noun
from bot.people.text.offices import is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token

_MAX_BEFORE = 7
_MAX_MODIFIERS = 3
_GERMAN_ADJECTIVES = ("e", "en", "er", "em", "es")
"""The endings that adjectives have where every noun has a capital letter, and few verbs."""


def role_before(
    text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules
) -> Span | None:
    """Return the role that stands right before a name, in capitals or not."""
    return (
        _long_role(text, tokens, name, rules)
        or _prefix_role(text, tokens, name, rules)
        or _noun_role(text, tokens, name, rules)
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
            end = last if name.honorific else name.first
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


def _prefix_role(
    text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules
) -> Span | None:
    """Return the office that stands before the name in capitals, with its adjectives."""
    if not name.prefix or not any(
        is_office(token, rules) or token.entry in rules.parties or rules.is_role(token.entry)
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
    before = tokens[first - 1] if begin < first else last
    if name.honorific and before.text.islower() and rules.is_role(before.entry):
        last = before  # “Rebel commander Colonel X”
    return tokens[begin].start, last.end


def _only_addresses(before: Token, title: Token, rules: NameRules) -> bool:
    """Whether a title is but a form of address, or shortened behind a role: “Chairman Rep. X”."""
    shortened = title.entry in rules.abbreviations and title.entry in rules.honorifics
    return title.entry in rules.forms_of_address or (shortened and rules.is_role(before.entry))


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
    # “The owner named X as coach” says nothing of X.
    article = begin and tokens[begin - 1].text.lower() in rules.phrases.indefinite_articles
    return None if named and not article else (tokens[begin].start, last.end)


def _in_lower_case(token: Token) -> bool:
    """Whether a word is in lower case, its article aside: “L'arbitre”."""
    return without_article(token.text).islower()


def _follows_role(text: str, noun: Token, word: Token, rules: NameRules) -> bool:
    """Whether a word is the adjective of the role before it: “el turista alemán X”."""
    if not rules.adjectives_follow or rules.is_role(word.entry) or not word.text.islower():
        return False
    beside = text[noun.end : word.start] == " " and _in_lower_case(noun)
    return beside and rules.is_role(noun.entry) and _may_modify(word, rules)


def extend_left(text: str, tokens: Sequence[Token], first: int, rules: NameRules) -> int:
    """Return where the words of a role begin: adjectives, names of places and bodies.

    Args:
        text: The text.
        tokens: Its words.
        first: The position of the first word that is known to be of the role.
        rules: The language's words.
    """
    begin = first
    while begin and first - begin < _MAX_BEFORE and not ELIDED.match(tokens[begin].text):
        gap = text[tokens[begin - 1].end : tokens[begin].start]
        if gap != " " and gap not in rules.phrases.possessives:
            break
        joining = tokens[begin - 1].text in rules.phrases.conjunctions and begin > 1
        joins = joining and (
            _joins(tokens[begin - 2], rules) or _within_one(tokens[begin - 2], tokens[begin], rules)
        )
        own = gap != " " and is_role_noun(tokens[begin - 1].entry, rules, plural=True)
        if not (joins or own or _within_name(tokens, begin - 1, rules)) and not (
            _is_role_word(tokens[begin - 1], rules)
        ):
            break
        begin -= 1
    while begin < first and tokens[begin].text in rules.phrases.conjunctions:
        begin += 1
    modified = _with_modifiers(text, tokens, begin, rules, office=tokens[first].capitalised)
    joined = modified < begin and modified > 1 and _is_joined(text, tokens, modified, rules)
    return extend_left(text, tokens, modified - 2, rules) if joined else modified


def _is_joined(text: str, tokens: Sequence[Token], begin: int, rules: NameRules) -> bool:
    """Whether “and” joins a role to another before it: “party secretary and strike leader”."""
    noun, joiner = tokens[begin - 2 : begin]
    gaps = (text[noun.end : joiner.start], text[joiner.end : tokens[begin].start])
    return (
        joiner.text in rules.phrases.conjunctions
        and set(gaps) == {" "}
        and is_role_noun(noun.entry, rules)
    )


def _joins(token: Token, rules: NameRules) -> bool:
    """Whether “and” behind a word joins two roles: “Foreign Minister and vice-chairman”."""
    return is_role_noun(token.entry, rules) or (
        token.text.islower() and _is_role_word(token, rules)
    )


def _within_one(before: Token, behind: Token, rules: NameRules) -> bool:
    """Whether “and” stands within a body's name: “Hale and Co”, “Trade and Industry Minister”."""
    pair = f"{before.entry} {behind.entry}"
    capitals = before.capitalised and behind.capitalised
    ends = behind.entry in rules.firm_endings
    office = before.entry in rules.portfolios and behind.entry in rules.portfolios
    return pair in rules.known_organisations or (capitals and (ends or office))


def _with_modifiers(
    text: str, tokens: Sequence[Token], begin: int, rules: NameRules, *, office: bool
) -> int:
    """Return where a role begins with the words before it: “left-arm spinner”, “rookie centre”.

    They count only where what stands before them shows that the phrase begins with them: before
    an office in capitals, or before “former”, a determiner (“to tell President X”).
    """
    first = hyphenated = begin
    if ELIDED.match(tokens[begin].text):
        return begin
    whole = office or tokens[begin].capitalised or tokens[begin].text in rules.once_words
    whole = whole and not rules.nouns_capitalised
    while first and begin - first < _MAX_MODIFIERS:
        token = tokens[first - 1]
        if text[token.end : tokens[first].start] != " ":
            break
        if token.text in rules.phrase_openings or token.entry in rules.speech_verbs:
            small = whole and not rules.phrases.is_determiner(token.text.lower())
            # “a news conference EC Commissioner X”: it stands right before no office.
            other = office and not rules.is_role(tokens[begin].entry)
            return hyphenated if small or other else first
        if token.capitalised and first < begin and _is_participle(text, token, rules):
            return first  # “Quoting legendary manager X”
        if token.capitalised and first < begin:
            # “Robles plays Briton Andy Marsh”: what looks like a plural may be the verb.
            nouns = not any(t.text[-2:-1] != "s" and t.text[-1] == "s" for t in tokens[first:begin])
            capitals = _capitalised_modifiers(text, tokens, first, rules) if nouns else None
            return hyphenated if capitals is None else capitals
        if not token.text.islower() or not _may_modify(token, rules):
            return hyphenated
        first -= 1
        if "-" in token.text and hyphenated == first + 1:
            hyphenated = first
    if whole:
        return hyphenated
    stop = first and text[tokens[first - 1].end : tokens[first].start] != " "
    return first if stop or not first else begin


def _is_participle(text: str, token: Token, rules: NameRules) -> bool:
    """Whether a sentence begins with a participle: “Quoting …”, “Led by …”."""
    begins = text[max(0, token.start - 3) : token.start].rstrip(' "“')[-1:] in {"", ".", "!", "?"}
    verbal = token.entry.endswith(rules.phrases.verbal_endings)
    return begins and verbal and token.entry not in rules.role_adjectives


def _capitalised_modifiers(
    text: str, tokens: Sequence[Token], first: int, rules: NameRules
) -> int | None:
    """Return where a role begins with a capital: “Estonian record holder”, or None if it doesn't.

    What stands before has to show that nothing else of the clause is taken along.
    """
    begin = first
    while begin and first - begin < _MAX_MODIFIERS and tokens[begin - 1].capitalised:
        if text[tokens[begin - 1].end : tokens[begin].start] != " ":
            return begin if begin < first else None
        if tokens[begin - 1].text.lower() in rules.phrase_openings:
            return begin if begin < first else None
        if not _is_role_word(tokens[begin - 1], rules) or (
            tokens[begin - 1].entry in rules.weekdays_and_months
        ):
            return None
        begin -= 1
    if not begin or text[tokens[begin - 1].end : tokens[begin].start] != " ":
        return begin
    return begin if tokens[begin - 1].text in rules.phrase_openings else None


def _may_modify(token: Token, rules: NameRules) -> bool:
    """Whether a word in lower case may stand before a noun, as no verb and no small word may."""
    if token.entry in rules.clause_verbs or token.entry in rules.action_verbs:
        return False
    if rules.nouns_capitalised and not token.entry.endswith(_GERMAN_ADJECTIVES):
        return False
    small = token.entry in rules.phrase_openings or token.entry in rules.common_capitalised
    participle = token.entry.endswith(rules.phrases.verbal_endings) and "-" not in token.entry
    return not small and not participle


def _within_name(tokens: Sequence[Token], position: int, rules: NameRules) -> bool:
    """Whether a small word joins two parts of a name: “Council for the Welfare of Y”."""
    before, word = tokens[max(0, position - 1)], tokens[position]
    phrases = rules.phrases
    if word.text in phrases.definite_articles and before.text in phrases.of_words:
        before = tokens[max(0, position - 2)]
    elif word.text not in phrases.of_words:
        return False
    follower = tokens[position + 1]
    capitalised = follower.capitalised or follower.text in phrases.definite_articles
    return capitalised and before.capitalised and before.entry not in rules.common_capitalised


def _is_role_word(token: Token, rules: NameRules) -> bool:
    adjective = token.entry in rules.role_adjectives
    if token.capitalised:
        common = token.entry in rules.common_capitalised and not adjective
        common = common or token.entry in rules.speech_verbs  # “Volgens trainer X”
        return not common and token.entry not in rules.forms_of_address
    return adjective or rules.is_role(token.entry) or token.entry in rules.parties
