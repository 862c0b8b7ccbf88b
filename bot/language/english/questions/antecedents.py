"""Resolve English pronouns to the people and things in the previous turn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.english.questions.asked_person import asked_person
from bot.language.english.questions.question_phrases import WORD, phrases_of, subject_of
from bot.language.plain_text import word_set
from bot.language.possessives import POSSESSIVES

if TYPE_CHECKING:
    from bot.language.questions.follow_up import Before, NamedBefore

_HE = word_set("he him his")
_ASKS_WHO = re.compile(r"\A\W*(?:who|whom|whose)\b", re.IGNORECASE)
_PLURAL_NOUN = re.compile(r"(?<!\w)[a-z]\w*[^isu\W]s\Z")
_GROUPS = word_set(
    "association authority band board bank channel choir church city club college commission "
    "committee company cooperative council country court crew department family firm government "
    "group hospital jury ministry museum office opposition orchestra parliament party police "
    "school shop side society staff team union university"
)
"""What *they* stands for, though it is one."""


def people_meant(word: str, before: Before) -> list[NamedBefore]:
    """Return who may be meant by a pronoun such as *he* or *her*, the likeliest first.

    Args:
        word: The pronoun in lower case.
        before: The question before, and what was shown.
    """
    pronoun = "he" if word in _HE else "she"
    question = before.questions[-1]
    asked = [one for one in before.people if _is_named(one.name, question)]
    asks_who = _ASKS_WHO.match(question) is not None and not (asked and asked_person(question))
    if not asks_who and any(one.pronoun == pronoun for one in asked):
        return [one for one in asked if one.pronoun == pronoun]
    rivals = [one for one in before.people if one.pronoun == pronoun]
    named = [one for one in asked if one.pronoun is None]
    is_rivalled = any(one.in_sentence or one.in_title for one in rivals)
    if named and not is_rivalled and not asks_who:
        # Somebody else of the passage is less likely than whom the question names.
        return named
    shown = [one for one in before.people if one not in asked and one.in_sentence]
    others = [one for one in before.people if one not in asked and not one.in_sentence]
    likely = [*shown, *asked] if asks_who else [*asked, *shown]
    known = [one for one in others if one.pronoun == pronoun]
    # Whom the headline names, and the article calls so, is likelier than one of whom that isn't
    # known.
    ordered = [
        *[one for one in likely if one.pronoun == pronoun],
        *[one for one in known if one.in_title],
        *[one for one in likely if one.pronoun is None],
        *[one for one in known if not one.in_title],
        *[one for one in others if one.pronoun is None],
    ]
    # A single word of which no pronoun is known is often a place that was taken for somebody.
    return sorted(ordered, key=lambda one: one.pronoun is None and " " not in one.name)


def _is_named(name: str, question: str) -> bool:
    """Return whether a question has a person's last name."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return any(re.sub(r"['’]s?\Z", "", word[0].lower()) == last for word in WORD.finditer(question))


def things_meant(before: Before, *, plural: bool) -> list[str]:
    """Return what may be meant by *it* or *they*, the likeliest first.

    Args:
        before: The question before, and what was shown.
        plural: Whether it is *they*.
    """
    people = {one.name.lower() for one in before.people if " " in one.name}
    found = []
    for asked in before.questions[::-1]:
        subject = subject_of(asked)
        spans = phrases_of(asked)
        if subject is None or _ASKS_WHO.match(asked):
            # What is asked for is no *it*: in *Who is the owner of the ship?* that is the ship.
            spans = [span for span in reversed(spans) if span != subject]
            spans += [subject] if subject else []
        found += [re.sub(r"['’]s?\Z", "", asked[span.start : span.end]) for span in spans]
        is_last = asked == before.questions[-1]
        if plural and is_last and _ASKS_WHO.match(asked) and before.sentence:
            found = [*_names_of(before.sentence, asked), *found]
    things = [
        thing
        for thing in found
        if not any(thing.lower() in name or name in thing.lower() for name in people)
    ]
    if not plural:
        return [one for one in things or found if not is_plural_noun(one)]
    # Few say *they* of one thing, but many of a firm or a council.
    return sorted(filter(_may_be_many, things), key=lambda one: not is_plural_noun(one))


def _may_be_many(thing: str) -> bool:
    """Return whether *they* may stand for a thing: for several, for a group, or for a name."""
    words = thing.split()
    return is_plural_noun(thing) or words[-1].lower() in _GROUPS or _is_name(thing)


def _is_name(thing: str) -> bool:
    return all(w[0].isupper() or w in {"of", "and", "the"} for w in thing.split())


def _names_of(sentence: str, question: str) -> list[str]:
    """Return the names in a sentence that a question hasn't."""
    spans = phrases_of(f"Is {sentence}")
    names = [f"Is {sentence}"[span.start : span.end] for span in spans]
    names = [name for name in names if not name.endswith(POSSESSIVES)]
    return [one for one in names if _is_name(one) and one.lower() not in question.lower()]


def is_plural_noun(thing: str) -> bool:
    """Return whether some words end in what looks like a plural: *the sailors*."""
    return _PLURAL_NOUN.search(thing) is not None
