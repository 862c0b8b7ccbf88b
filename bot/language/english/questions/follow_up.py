"""English questions that depend on the previous one, and their full readings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.language.english.questions.antecedents import is_plural_noun, people_meant, things_meant
from bot.language.english.questions.bare_questions import asked_anew, read_of_shown
from bot.language.english.questions.question_phrases import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    WORD,
    Phrase,
    after_prepositions,
    phrases_of,
    subject_of,
)
from bot.language.english.questions.swapped_words import with_counterpart, with_word
from bot.language.english.words.role_words import ROLE_NOUNS
from bot.language.plain_text import word_set
from bot.language.questions.follow_up import Reading, distinct, join_with_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.language.analysis.analyser import Analyser
    from bot.language.questions.follow_up import Before

_ASKS = (
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had|"
    r"will|would|can|could|should|since when|by whom|to whom|in what|in which|at what)"
)
_CONTINUES = re.compile(
    r"\A\W*(?:and|but|or|so|also|then|plus|ok|okay)\b\W*(?:(?:what|how) about\b\W*)?"
    r"|\A\W*(?:what|how) about\b\W*",
    re.IGNORECASE,
)
_ASKING = re.compile(rf"\A\W*{_ASKS}\b", re.IGNORECASE)
_BARE = re.compile(
    r"\A\W*(?P<word>(?:since |until |by )?(?:when|where|why|how|what time)(?: so)?"
    r"|how (?:much|many|long|old|far|often|come)|(?:by |to |with |from )?who(?:m)?)\W*\Z"
    r"|\A\W*(?P<of_that>when|where|why|how)(?:\s+(?:was|is)\s+(?:that|this)|['’]?s\s+that"
    r"|\s+(?:did|does)\s+(?:that|this|it)\s+happen)\W*\Z",
    re.IGNORECASE,
)
"""Matches a question word alone, or what asks the same: *why?*, *when was that?*."""

_THAN_THAT = re.compile(
    r"\A\W*(?:before|after|until|since|besides)\s+(?:that|this|then|it)\W*\Z", re.IGNORECASE
)
_PERSONAL = re.compile(r"\b(?P<word>he|him|his|she|her|hers)\b(?P<next>\W+\w+)?", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:he|she|him)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?P<word>they|them|their|theirs)\b", re.IGNORECASE)
_THING = re.compile(
    r"\b(?P<word>it|its|that|this)\b(?=\W*\Z|\W+(?:" + "|".join(sorted(AUXILIARIES)) + r"|\w+)\b)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:that|this)\W+(?!\Z)(?!(?:" + "|".join(sorted(AUXILIARIES)) + r")\b)\w")
_THERE = re.compile(r"\b(?:there|then)\W*\Z", re.IGNORECASE)
_MORE = re.compile(r"\belse\b", re.IGNORECASE)
_MEASURED = word_set("old long far tall big larg heavi deep wide fast hot cold high")
"""Terms after *how*, which the answer need not have."""

_LONGEST_FRAGMENT = 6
_FEW_TERMS = 2
_MOST = 4
"""Readings of a question that are tried at most."""


def read_follow_up(question: str, before: Before, analyser: Analyser) -> tuple[Reading, ...]:
    """Return how a question can be read after another, the likeliest first.

    *And Rubio?* after *What did Blinken say about Iran?* is *What did Rubio say about Iran?*;
    a pronoun stands for whom or what was shown. Where no sentence that a person would write comes
    of it, the question is joined with the terms of the one before. What stands alone is left.

    Args:
        question: The question.
        before: The question before it.
        analyser: The English analyser.
    """
    rest = _CONTINUES.sub("", question, count=1)
    continues = rest != question
    bare = _BARE.match(rest)
    pronoun = None if _THAN_THAT.match(rest) else _leaning_pronoun(rest)
    terms = analyser.terms(rest)
    earlier = _questions_before(before, analyser)
    if of_shown := read_of_shown(rest, before):
        return of_shown
    if bare:
        anew = asked_anew(bare["word"] or bare["of_that"], before)
        readings = [reading for one in anew for reading in _resolved(one, before)]
    elif pronoun:
        readings = _for_pronoun(rest, pronoun, before, frozenset(terms) - _MEASURED)
    elif not _ASKING.match(rest) and (continues or len(terms) <= 1):
        readings = list(_for_fragment(rest, earlier, analyser))
        if not continues:
            readings.insert(0, Reading(question, question))
    elif len(terms) <= 1 or _THERE.search(rest) or _MORE.search(rest):
        readings = [Reading(rest, rest, natural=False, near=True, alone=False)]
    elif len(terms) <= _FEW_TERMS and not _names_in(rest):
        # It may stand alone, or be about what was shown.
        return (Reading(rest, rest, natural=False, near=True, alone=False),)
    else:
        return (Reading(rest, rest),) if _ASKING.match(rest) else (Reading(question, question),)
    if not (pronoun and readings):
        readings += [join_with_terms(rest, text, analyser) for text in earlier]
    return tuple([replace(one, behind=earlier[0]) for one in distinct(readings, _MOST)])


def _questions_before(before: Before, analyser: Analyser) -> Sequence[str]:
    """Return the questions before, the last one first: whole ones, if there are any."""
    earlier = before.questions[::-1]
    leading = [one for one in earlier if not _CONTINUES.match(one)]
    asking = [one for one in leading if _ASKING.match(one)]
    telling = [one for one in asking if len(analyser.terms(one)) > 1]
    return telling or asking or leading or earlier


def _for_fragment(fragment: str, earlier: Sequence[str], analyser: Analyser) -> Iterator[Reading]:
    """Yield the questions before with a fragment in the place of a part of them.

    The answer must have a term of the fragment that the question before hasn't, if there is one.
    """
    terms = frozenset(analyser.terms(fragment))
    for text in earlier:
        new = terms.difference(analyser.terms(text)) or terms
        yield from (replace(one, new=new, near=True) for one in _with_fragment(fragment, text))


def _leaning_pronoun(question: str) -> re.Match[str] | None:
    """Return the pronoun that nothing before it in the question explains, if there is one."""
    found = [
        match
        for pattern in (_PERSONAL, _PLURAL, _THING)
        for match in pattern.finditer(question)
        if not (pattern is _THING and _POINTS.match(question, match.start()))
    ]
    for match in sorted(found, key=lambda one: one.start()):
        earlier = question[: match.start()]
        explained = _names_in(earlier) or any(
            word[0].lower() in {"the", "a", "an"} for word in WORD.finditer(earlier)
        )
        if not explained:
            return match
    return None


def _names_in(text: str) -> bool:
    return any(word[0][0].isupper() for word in list(WORD.finditer(text))[1:])


def _with_fragment(fragment: str, before: str) -> Iterator[Reading]:
    """Yield the question before with each part in turn replaced by a few words."""
    words = list(WORD.finditer(fragment))
    if not words or len(words) > _LONGEST_FRAGMENT or _THAN_THAT.match(fragment):
        return
    own = fragment[words[0].start() : words[-1].end()]
    preposition = words[0][0].lower()
    if person := _in_place_of_pronoun(words, own, before):
        yield person
        return
    yield from with_counterpart(words, before)
    turned = list(with_word(own, before))
    yield from turned
    if turned and (preposition == "not" or preposition in PREPOSITIONS):
        return
    if preposition in PREPOSITIONS and len(words) > 1:
        there = [span for word, span in after_prepositions(before) if word == preposition]
        bare = fragment[words[1].start() : words[-1].end()]
        if there:
            yield from (_replaced(before, span, bare) for span in there[-1:])
        else:
            end = before.rstrip(" ?!.")
            yield Reading(f"{end} {own}?", f"{end} {own}?", near=True)
        return
    for span in phrases_of(before):
        yield _replaced(before, span, own)


def _with_kin(fragment: str, before: Before) -> Iterator[Reading]:
    """Yield the questions before with “his wife” for their *he*."""
    words = list(WORD.finditer(fragment))
    own = fragment[words[0].start() : words[-1].end()]
    for asked in before.questions[::-1] if len(words) <= _LONGEST_FRAGMENT else ():
        if reading := _in_place_of_pronoun(words, own, asked):
            yield reading


def _in_place_of_pronoun(words: Sequence[re.Match[str]], own: str, before: str) -> Reading | None:
    """Return the question before with somebody for its *he* or *she*: “and the nephew?”."""
    asked_of = _SUBJECT.search(before)
    if asked_of is None or words[-1][0].lower() not in ROLE_NOUNS:
        return None
    return _replaced(before, Phrase(*asked_of.span()), own)


def _replaced(question: str, span: Phrase, words: str) -> Reading:
    old = question[span.start : span.end]
    has_article = words.split(maxsplit=1)[0].lower() in DETERMINERS
    if old.lower().startswith("the ") and not has_article and words.islower():
        words = f"the {words}"
    text = question[: span.start] + words + question[span.end :]
    return Reading(text, text)


def _for_pronoun(
    question: str, pronoun: re.Match[str], before: Before, own: frozenset[str]
) -> list[Reading]:
    """Return how a question with a pronoun can be read; *they* may be nobody who was named."""
    if not _ASKING.match(question) and (kin := list(_with_kin(question, before))):
        return kin
    readings = list(_with_pronoun_resolved(question, pronoun, before, own))
    if pronoun.re is _PERSONAL and not _ASKING.match(question):
        readings = [*_of_somebody_near(question, readings, before), *readings]
    if not readings and pronoun.re is _PLURAL:
        readings.append(Reading(question, question, natural=False, near=True, alone=False))
    return readings


def _of_somebody_near(
    fragment: str, resolved: Sequence[Reading], before: Before
) -> Iterator[Reading]:
    """Yield the questions before, asked of somebody near to whom they are about.

    After *what does Ann Lee think?*, “and her colleague?” asks *what does Ann Lee's colleague
    think?*. The passages most likely have the words of the fragment.
    """
    for reading in resolved:
        name, _, _ = reading.said.partition("’s ")
        for asked in before.questions[::-1]:
            span = subject_of(asked)
            if span and asked[span.start : span.end].lower() == name.lower():
                ask = asked[: span.start] + fragment.strip(" ?!.") + asked[span.end :]
                said = asked[: span.start] + reading.said.strip(" ?!.") + asked[span.end :]
                yield replace(reading, text=ask, said=said, first=frozenset(), new=reading.first)


def _with_pronoun_resolved(
    question: str, pronoun: re.Match[str], before: Before, own: frozenset[str]
) -> Iterator[Reading]:
    """Yield the question with the pronoun replaced by whom or what it may stand for."""
    word = pronoun["word"].lower()
    if pronoun.re is _PERSONAL:
        meant: Sequence[str] = [one.name for one in people_meant(word, before)]
    else:
        meant = things_meant(before, plural=pronoun.re is _PLURAL)
    for name in meant[:2]:
        text = _put(question, pronoun, name)
        text = text[0].upper() + text[1:]
        yield Reading(text, text, own, near=True)


def _resolved(reading: Reading, before: Before) -> Sequence[Reading]:
    """Return a reading with its pronoun replaced, where it has one: “When did he leave?”."""
    pronoun = _leaning_pronoun(reading.said)
    meant = pronoun and list(_with_pronoun_resolved(reading.said, pronoun, before, frozenset()))
    return meant or (reading,)


def _put(question: str, pronoun: re.Match[str], name: str) -> str:
    word = pronoun["word"].lower()
    start, end = pronoun.span("word")
    following = WORD.search(question, end)
    is_owner = word in {"his", "its", "their", "theirs", "hers"} or (
        word == "her"
        and following is not None
        and following[0].lower() not in PREPOSITIONS | AUXILIARIES
    )
    is_plural = is_plural_noun(name)
    ending = ("’" if is_plural else "’s") if is_owner else ""
    return question[:start] + name + ending + question[end:]
