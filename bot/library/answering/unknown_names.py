"""Refuse questions about somebody whom the passages found don't name."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.language.detection import question_languages
from bot.language.english.questions.asked_person import asked_person
from bot.people.gazetteer import entry_of, shipped_gazetteer
from bot.people.lookup.names_in_questions import full_names_in, name_typed
from bot.people.text.tokens import tokenise
from bot.retrieval.question_answering import denied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.people.text.tokens import Token
    from bot.retrieval.answer import Answer, Hit

_ALIKE = 75.0
"""The least similarity of two words, 0 to 100, of which one may be a misspelling of the other."""

_ENGLISH = "en"


def refused_if_unknown(answer: Answer) -> Answer:
    """Refuse an answer about a person whom none of the passages found names.

    Something is found for *who is* with any name, as every article says who some people are; and
    *what did Ann Lee say of the dam* finds what others said. Only passages of articles that
    have the name are left, and none is shown where the first was of another. In a question in
    another language, words such as *del museo* would be taken for names.

    Args:
        answer: The answer to one reading of a question, read as English.
    """
    asked = asked_person(answer.question)
    if answer.outcome == "none" or not answer.hits or (asked and asked.by_role):
        return answer
    if any(hit.article.language != _ENGLISH for hit in answer.hits):
        return answer
    if asked is None:
        if question_languages(answer.question, (_ENGLISH,))[-1] != _ENGLISH:
            return answer
        for name in full_names_in(answer.question):
            answer = _about(name, answer)
        return answer
    typed = name_typed(asked.name)
    if typed and not any(_may_name(hit, typed) for hit in answer.hits):
        return denied(answer)
    return _about(typed, answer) if typed else answer


def _about(name: Sequence[str], answer: Answer) -> Answer:
    """Return an answer without articles that don't have a name, refused if its first hasn't."""
    articles = {hit.article.key: hit.article for hit in answer.hits}
    has = {key: _is_in(name[-1], article) for key, article in articles.items()}
    named = tuple([hit for hit in answer.hits if has[hit.article.key]])
    if not named:
        return (
            answer if any(_is_nearly_in(name[-1], hit) for hit in answer.hits) else denied(answer)
        )
    if len(named) == len(answer.hits):
        return answer
    older = tuple([hit for hit in answer.older if hit in named])
    left = replace(answer, hits=named, older=older)
    return left if has[answer.hits[0].article.key] else denied(left)


def _is_in(word: str, article: Article) -> bool:
    """Return whether an article has a word, given in lower case and without accents."""
    texts = itertools.chain([article.title], (passage.text for passage in article.passages))
    return any(word in entry_of(text) for text in texts)


def _is_nearly_in(word: str, hit: Hit) -> bool:
    """Return whether a passage has a word of which another may be a misspelling."""
    return any(_is_like(word, token.entry) for token in tokenise(hit.passage.text))


def _may_name(hit: Hit, name: Sequence[str]) -> bool:
    """Return whether a passage or its headline has a name's last word, or another one alone."""
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
