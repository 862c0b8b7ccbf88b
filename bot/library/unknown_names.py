"""Refuse questions about somebody whom none of the passages found names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.language.english.asked_person import asked_person
from bot.language.names.by_language import name_rules_for
from bot.people.gazetteer import entry_of, shipped_gazetteer
from bot.people.tokens import tokenise
from bot.retrieval.question_answering import denied, doubted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.people.tokens import Token
    from bot.retrieval.answer import Answer, Hit

_ALIKE = 75.0
"""How like a word of a name has to be to one of a passage so that one may be a slip for it."""

_ENGLISH = "en"
_FORMS = ("ing", "ed", "est", "er", "able", "ible", "ful", "less", "ly", "s")
"""Endings of words that are in no list and may yet be no name: “tallest”."""


def refused_if_unknown(answer: Answer) -> Answer:
    """Return an answer, refused where it asks for a person by a name that no passage found has.

    Passages of articles that don't have it are left out, if others do.

    Something is found for *who is* with any name, as every article says who some people are.

    Args:
        answer: The answer to one reading of a question.
    """
    asked = asked_person(answer.question)
    if asked is None or asked.by_role or answer.outcome == "none" or not answer.hits:
        return answer
    name = _name_of(asked.name)
    if not name or any(hit.article.language != _ENGLISH for hit in answer.hits):
        return answer
    if not any(_may_name(hit, name) for hit in answer.hits):
        return denied(answer)
    named = tuple([hit for hit in answer.hits if _is_in(name[-1], hit.article)])
    if not named or len(named) == len(answer.hits):
        return answer
    if answer.answered and named[0] is not answer.hits[0]:
        answer = doubted(answer)
    left = replace(answer, hits=named)
    return left if set(named).intersection(answer.shown) else denied(left)


def _is_in(word: str, article: Article) -> bool:
    """Whether an article has a word, given in lower case and without accents."""
    return any(word in entry_of(passage.text) for passage in article.passages)


def _name_of(typed: str) -> tuple[str, ...]:
    """Return the words of what is surely somebody's name, without a title, or nothing."""
    rules, names = name_rules_for(_ENGLISH), shipped_gazetteer()
    words = [token.entry.rstrip(".") for token in tokenise(typed)]
    titled = len(words) > 1 and rules is not None and words[0] in rules.titles
    if titled:
        words.pop(0)
    if not words or rules is None or any(rules.is_role(w) or w in rules.offices for w in words):
        return ()
    known = names.given_names | names.surnames
    rare = [w not in names.common_words and (w in known or not w.endswith(_FORMS)) for w in words]
    begins_so = len(words) > 1 and words[0] in names.given_names
    return tuple(words) if titled or all(rare) or (begins_so and not _is_phrase(words)) else ()


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether words may be a phrase rather than a name: the last one is a form of another."""
    return words[-1] not in shipped_gazetteer().surnames and words[-1].endswith(_FORMS)


def _may_name(hit: Hit, name: Sequence[str]) -> bool:
    """Whether a passage or its headline has a name's last word, or another one standing alone."""
    text = f"{hit.article.title}\n{hit.passage.heading or ''}\n{hit.passage.text}"
    tokens = tokenise(text)
    followers: list[Token | None] = [*tokens[1:], None]
    for token, follower in zip(tokens, followers, strict=True):
        if not token.capitalised and token.entry in shipped_gazetteer().common_words:
            continue
        if _is_like(name[-1], token.entry):
            return True
        goes_on = (
            follower is not None
            and follower.capitalised
            and text[token.end : follower.start] == " "
        )
        if not goes_on and any(_is_like(word, token.entry) for word in name[:-1]):
            return True
    return False


def _is_like(word: str, other: str) -> bool:
    return word == other or fuzz.ratio(word, other) >= _ALIKE
