"""Look at what stands beside a name for what speaks for and against its being a person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.people.roles.after import affiliation
from bot.people.roles.beside import AGED, has_role_before, is_of_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.surroundings import Surroundings
    from bot.people.text.tokens import Token

_STOP = re.compile(r"[.!?;:]")
_CLAUSE_STOP = re.compile(r"[.;:]")
_APOSTROPHES = ("'", "’")
_APPOSITION_WORDS = 9
_LONGEST_OWNER = 4
_STATED_WORDS = 3
_VERB = 14


def context_features(
    span: NameSpan, around: Surroundings, lexicon: NameLexicon
) -> dict[str, float]:
    """Return the features of what stands around a name; those that don't hold are 0 or missing."""
    rules = lexicon.rules
    before, after = _neighbours(span, around)
    previous = before[-1].text if before and not span.prefix else ""
    following = after[0].text if after else ""
    the = bool(previous) and _has_article(previous.lower(), span, after, around, lexicon)
    within = previous in rules.within_prepositions  # “the government in Tarn denied”
    text, end = around.text, span.span[1]
    comma = text.startswith(",", end)
    silent = within or (the and comma)  # “of the Nova Marta, told” says nothing of who told
    owns = text.startswith(_APOSTROPHES, end)
    found: dict[str, float] = {
        "honorific": span.honorific,
        "office": span.office and not span.honorific,
        "role_before": has_role_before(span, before, around, lexicon),
        "speech": not silent
        and _speaks(span, before, () if owns else after, around, rules),  # “Wardle's said”
        "action": following in rules.action_verbs and not within,
        "age": rules.phrases.age.match(text, end) is not None,
        "kin": owns and bool(rules.kin_behind and rules.kin_behind.match(text, end)),
        "owned": _is_owned(span, around, lexicon),
        "thing_before": previous in rules.thing_nouns
        or (bool(previous) and is_of_several(span, previous, around, rules)),
        "thing_after": following in rules.thing_nouns,
        "the": the,
        "preposition": previous in rules.place_prepositions,
        "of_after": following in rules.beside_names,
    }
    # Most names have neither a comma nor an apostrophe behind them.
    if comma:
        found.update(_behind_comma(span, around, rules))
    elif owns and _is_of_a_body(span, around, rules):
        found["organisation"] = True
    elif text.startswith(" of ", end):
        found["affiliated"] = _is_of_a_firm(span, around, rules)
    return found


def _behind_comma(span: NameSpan, around: Surroundings, rules: NameRules) -> dict[str, float]:
    """Return the features of what a comma parts from a name."""
    text, end = around.text, span.span[1]
    several = len(span.tokens) > 1
    return {
        "apposition": _in_apposition(span, around, rules),
        "stated": several and _is_stated(span, around, rules),
        "aged": several and AGED.match(text, end) is not None,
        "years_old": _is_years_old(span, around, rules),
        "affiliated": _is_affiliated(span, around, rules),
    }


def _has_article(
    word: str, span: NameSpan, after: Sequence[Token], around: Surroundings, lexicon: NameLexicon
) -> bool:
    """Whether the word before a name is an article, as of a thing: “an Oscar”, “the Nova Marta”.

    “a Linda Moor song” is a thing as well, “a Linda Moor in Ely” is somebody unknown.
    """
    phrases = lexicon.rules.phrases
    if word not in phrases.indefinite_articles:
        return word in phrases.definite_articles
    if not after or len(span.tokens) == 1 or not lexicon.begins_with_given_name(span.entries):
        return True
    ends = after[0].text in phrases.head_ends or around.text.startswith(",", span.span[1])
    return not ends or span.entries[0] in lexicon.gazetteer.common_words


def _neighbours(span: NameSpan, around: Surroundings) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return up to three words before and two behind that no stop parts from the span."""
    text, begin, behind = around.text, span.first - len(span.prefix), span.behind
    before = around.tokens[max(0, begin - 3) : begin]
    after = around.tokens[behind : behind + 2]
    while before and _STOP.search(text, before[0].end, span.start):
        before = before[1:]
    while after and _STOP.search(text, span.span[1], after[-1].start):
        after = after[:-1]
    return before, after


def _speaks(
    span: NameSpan,
    before: Sequence[Token],
    after: Sequence[Token],
    around: Surroundings,
    rules: NameRules,
) -> bool:
    """Whether a verb of speech stands beside the name, with a word or an age between.

    “Farmer X, who gave Y away, said” shows nothing of Y: a comma stands before the verb alone.
    """
    if before and (before[-1].text in rules.speech_verbs or _owner_speaks(span, around, rules)):
        return not _owns_a_name(span, around, rules)
    if len(after) > 1 and after[1].text in rules.speech_verbs:
        behind = around.text[after[0].end : after[1].start]
        return "," not in behind or "," in around.text[span.span[1] : after[0].start]
    return bool(after) and after[0].text in rules.speech_verbs


def _owns_a_name(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether it is whose somebody is: in “said Barlow Keane's Femi Ade” Barlow Keane is silent."""
    if span.behind >= len(around.tokens):
        return False
    token = around.tokens[span.behind]
    gap = around.text[span.span[1] : token.start]
    return token.capitalised and gap in rules.phrases.possessives


def _owner_speaks(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a verb of speech stands before whose somebody is: “said Barlow Keane's Femi Ade”."""
    first = last = span.first - len(span.prefix)
    gap = around.text[around.tokens[first - 1].end : span.start]
    if gap not in rules.phrases.possessives:
        return False
    while first and last - first < _LONGEST_OWNER and around.tokens[first - 1].capitalised:
        first -= 1
    return 0 < first < last and around.tokens[first - 1].text in rules.speech_verbs


def _is_years_old(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a name is followed by “, a 34-year-old teacher”, and by no “30-year-old ferry”."""
    match = rules.phrases.years_old.match(around.text, span.span[1])
    words = match[1].split() if match else ()
    return any(rules.is_role(word) and word not in rules.company_roles for word in words)


def _is_affiliated(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a comma and a body that somebody is of follow a full name: “X, of TBC Bank,”."""
    end = span.span[1]
    if len(span.tokens) == 1 or not around.text.startswith(", ", end):
        return False
    return affiliation(around.text, end, len(around.text), rules) is not None


def _is_of_a_firm(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a body's whole name and a verb of speech follow: “X of Norvane Life Co said”."""
    if len(span.tokens) == 1:
        return False
    body = affiliation(around.text, span.span[1], len(around.text), rules)
    if body is None:
        return False
    words = around.text[slice(*body)].lower().rstrip(".").split()
    behind = around.text[body[1] : body[1] + _VERB].lstrip(".").split(" ")[1:2]
    return not rules.organisation_words.isdisjoint(words) and bool(
        rules.speech_verbs.intersection(behind)
    )


def _is_owned(span: NameSpan, around: Surroundings, lexicon: NameLexicon) -> bool:
    """Whether a body or a land has a full name: “NASA's Ann Lee”."""
    first = span.first - len(span.prefix)
    if not first or len(span.tokens) == 1:
        return False
    before = around.tokens[first - 1]
    owned = around.text[before.end : span.start] in lexicon.rules.phrases.possessives
    return owned and before.capitalised and lexicon.begins_with_given_name(span.entries)


def _in_apposition(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a comma and a role follow: “X, head of Y,”, “X, a retired teacher”."""
    end = span.span[1]
    if not around.text.startswith(", ", end):
        return False
    following = around.tokens[span.behind : span.behind + _APPOSITION_WORDS]
    limit = following[-1].start if following else end
    stop = _CLAUSE_STOP.search(around.text, end, limit)
    comma = around.text.find(",", end + 2, limit)
    for token in following:
        if stop and token.start > stop.start():
            return False
        if token.text.islower() and rules.single_role(token.entry):
            return token.entry not in rules.company_roles
        if 0 < comma < token.start:
            return False
    return False


def _is_stated(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a comma and what only people are follow at once: “X, vice minister for trade,”."""
    if not around.text.startswith(", ", span.span[1]):
        return False
    for token in around.tokens[span.behind : span.behind + _STATED_WORDS]:
        if token.text in rules.phrases.head_ends or not token.text.islower():
            return False
        if rules.is_role(token.entry):
            return token.entry not in rules.shared_roles and token.entry not in rules.company_roles
    return False


def _is_of_a_body(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a name owns the word of an organisation: “Dock Workers' Union”, “Cooper's Lane”.

    “John Major's Government” is somebody's all the same.
    """
    behind = span.behind
    if behind >= len(around.tokens):
        return False
    token = around.tokens[behind]
    gap = around.text[span.span[1] : token.start]
    plural = gap in {"' ", "’ "} and span.tokens[-1].text.endswith("s")
    bare = gap in {"'s ", "’s "} and len(span.tokens) == 1 and not span.prefix
    owned = plural or (bare and token.capitalised)
    return owned and token.entry in rules.organisation_words
