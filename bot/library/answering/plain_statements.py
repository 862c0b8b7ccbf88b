"""Give as sure what the articles say plainly: who somebody is, how old, what a table has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.articles.quote import Quote
from bot.language.english.questions.asked_fact import asked_fact
from bot.language.english.questions.asked_person import (
    TOLD_OF_THEN,
    asked_office,
    asked_person,
)
from bot.language.english.questions.asked_quantity import asked_quantity, is_quantity_of_list
from bot.language.english.questions.asked_scorers import (
    asked_side,
    is_list_of_scorers,
    names_scorers,
)
from bot.language.english.sentences.allegations import is_open
from bot.language.english.sentences.other_answers import answers_something_else
from bot.language.english.sentences.other_holders import names_another_holder
from bot.language.names.who_is import who_is_asked_for
from bot.language.packs import pack_for
from bot.people.lookup.people_called import (
    are_one,
    people_being,
    people_called,
    people_holding,
)
from bot.people.roles.find_roles import AFFILIATED
from bot.people.stated_ages import stated_ages
from bot.retrieval.answer import Hit
from bot.retrieval.question_answering import doubted
from bot.retrieval.sentences.labelled_sentences import under_label
from bot.retrieval.sentences.table_cells import asked_list, asked_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.language.english.questions.asked_person import AskedPerson
    from bot.library.analysis.found_people import FoundPeople
    from bot.people.article_person import ArticlePerson
    from bot.retrieval.answer import Answer

    Appearance = tuple[Article, ArticlePerson]

PLAINLY = 0.95
"""How sure a sentence is that says plainly what is asked of the only person of that name. Asked of
everybody in the articles of nine development sets, 46 of 46 ages found so were right, and 86 of 90
sentences that were drawn from those that say who somebody is."""

_ENGLISH = "en"
_WORD = re.compile(r"\w+")


def said_plainly(answer: Answer, people: FoundPeople) -> Answer:
    """Return an answer, made sure where the articles found say plainly what is asked.

    That is who somebody is, where one person is called so and a role or an apposition stands
    beside the name; who holds an office, where a single person does; how old somebody is, where a
    single age stands there; what the only row, entry or list says that the question names; who
    scored for a side, where a list of scorers says it; and how much of something is needed, where
    an item of a list does.

    Args:
        answer: The answer to one reading of a question.
        people: The people of the articles.
    """
    if not answer.hits:
        return answer
    quotes = [
        one for one in _said(answer, people) if not names_another_holder(answer.question, one.text)
    ]
    if not quotes:
        question, sentence = answer.question, answer.hits[0].sentence_text
        is_other = answers_something_else(question, sentence) or (
            asked_office(question) is not None and TOLD_OF_THEN.match(sentence) is not None
        )
        return doubted(answer) if answer.answered and is_other else answer
    if answer.hits[0].quote not in quotes:
        answer = _with_first(answer, _first_found(quotes, answer.hits))
    sure = max(answer.confidence, PLAINLY)
    return replace(answer, confidence=sure, outcome="answer", reason=None)


def _said(answer: Answer, people: FoundPeople) -> list[Quote]:
    """Return the sentences that say plainly what is asked, if that is of a kind that shows."""
    question = answer.question
    if asked := asked_person(question):
        return _beside_name(asked, answer, people) or _in_table(answer)
    if office := asked_office(question):
        return _held_by(*office, answer, people) or _in_table(answer)
    if side := asked_side(question):
        return _scorers(side, answer)
    if (what := asked_quantity(question)) and (quantities := _quantities(what, answer)):
        return quantities
    return _introduced(answer, people) or _in_table(answer)


def _introduced(answer: Answer, people: FoundPeople) -> list[Quote]:
    """Return the sentences that say who somebody is, asked in a language besides English."""
    found = []
    for one in dict.fromkeys(hit.article for hit in answer.hits):
        if name := who_is_asked_for(answer.question, one.language or ""):
            found += [(one, person) for person in people_called(name, one, people.of(one))]
    return _introductions(found) if are_one([person for _, person in found]) else []


def _in_english(answer: Answer) -> list[Hit]:
    """Return what was found in English articles, which alone are read for what they say plainly."""
    return [hit for hit in answer.hits if hit.article.language == _ENGLISH]


def _beside_name(asked: AskedPerson, answer: Answer, people: FoundPeople) -> list[Quote]:
    """Return the sentences that say who somebody is, or how old, if one person is called so."""
    if asked.by_role and len(_articles_with(asked.name, answer.hits)) > 1:
        return []
    whom = people_being if asked.by_role else people_called
    articles = dict.fromkeys(hit.article for hit in _in_english(answer))
    known = [(one, people.of(one)) for one in articles]
    by_name = (
        [(one, person) for one, named in known for person in whom(name, one, named)]
        for name in asked.names
    )
    found = next(filter(None, by_name), [])
    if not are_one([person for _, person in found]):
        return []
    if asked.wants == "age":
        return _ages(found)
    quotes = _introductions(found)
    return [one for one in quotes if not (asked.by_role and TOLD_OF_THEN.match(one.text))]


def _held_by(office: str, of: str, answer: Answer, people: FoundPeople) -> list[Quote]:
    """Return the sentences that say who holds an office, if a single person does."""
    found: list[Appearance] = []
    holding: list[ArticlePerson] = []
    for one in dict.fromkeys(hit.article for hit in _in_english(answer)):
        holders, of_it = people_holding(office, of, one, people.of(one))
        holding += holders
        found += [(one, person) for person in of_it]
    if not found or not are_one(holding):
        return []
    analyser = pack_for(_ENGLISH).analyser
    terms = frozenset(analyser.terms(office))
    return [
        one
        for one in _introductions(found)
        if terms.issubset(analyser.terms(one.text)) and not TOLD_OF_THEN.match(one.text)
    ]


def _articles_with(words: str, hits: Sequence[Hit]) -> set[ArticleKey]:
    """Return the articles of which a passage that was found has some words."""
    analyser = pack_for(_ENGLISH).analyser
    terms = frozenset(analyser.terms(words))
    return {hit.article.key for hit in hits if terms.issubset(analyser.terms(hit.passage.text))}


def _in_table(answer: Answer) -> list[Quote]:
    """Return the only row or entry that has what is asked for, or else the only list.

    Of several, it is that under a sub-heading of which the question has every word: *week A*.
    """
    asked = asked_fact(answer.question)
    if asked is None:
        return []
    terms = frozenset(pack_for(_ENGLISH).analyser.terms(asked.words))
    for finds in (asked_rows, asked_list):
        rows = [
            Quote(hit.article, hit.passage, row)
            for hit in _in_english(answer)
            for row in finds(terms, asked.value, hit.article, hit.passage)
        ]
        if len(rows) > 1:
            rows = [row for row in rows if _is_under_all(answer.question, row.passage.heading)]
        if len(rows) == 1:
            return rows
    return []


def _is_under_all(question: str, heading: str | None) -> bool:
    """Return whether a question has every word of the innermost sub-heading, small ones too."""
    words = _WORD.findall((heading or "").rpartition(" – ")[2].casefold())
    return bool(words) and set(words).issubset(_WORD.findall(question.casefold()))


def _scorers(side: str, answer: Answer) -> list[Quote]:
    """Return the only place where a list of scorers has those of a side."""
    terms = frozenset(pack_for(_ENGLISH).analyser.terms(side))
    found = [
        Quote(hit.article, hit.passage, span)
        for hit in _in_english(answer)
        if is_list_of_scorers(hit.passage.text) or is_list_of_scorers(hit.passage.heading or "")
        for span in under_label(terms, hit.article, hit.passage)
    ]
    named = [quote for quote in found if names_scorers(quote.text)]
    return named if terms and len(named) == 1 else []


def _quantities(what: str, answer: Answer) -> list[Quote]:
    """Return the only item of a list that says how much of something is needed."""
    analyser = pack_for(_ENGLISH).analyser
    terms = frozenset(analyser.terms(what))
    found = [
        quote
        for hit in _in_english(answer)
        for span in hit.passage.sentences
        if is_quantity_of_list((quote := Quote(hit.article, hit.passage, span)).text)
        and terms.issubset(analyser.terms(quote.text))
    ]
    return found if terms and len(found) == 1 and not answer.answered else []


def _ages(found: Sequence[Appearance]) -> list[Quote]:
    """Return the sentences that say how old somebody is, none where they differ."""
    ages = [age for article, person in found for age in stated_ages(article, person)]
    return [one.quote for one in ages] if len({one.age for one in ages}) == 1 else []


def _introductions(found: Sequence[Appearance]) -> list[Quote]:
    """Return the sentences that say most plainly who somebody is, and not that they may be it."""
    roles = [(role, article) for article, person in found for role in person.roles]
    most = max((role.strength for role, _ in roles), default=0)
    if most < AFFILIATED:
        return []
    quotes = []
    for role, article in roles:
        passage = article.passages[role.passage]
        within = (s for s in passage.sentences if s[0] <= role.span[0] < s[1])
        if role.strength == most and (sentence := next(within, None)):
            quote = Quote(article, passage, sentence)
            start, end = (place - sentence[0] for place in role.span)
            if not is_open(quote.text, (start, end)):
                quotes.append(quote)
    return quotes


def _first_found(quotes: Sequence[Quote], hits: Sequence[Hit]) -> Quote:
    """Return the quotation whose passage was found first, or the first of all."""
    order = [hit.passage for hit in hits]
    return min(
        quotes, key=lambda one: order.index(one.passage) if one.passage in order else len(order)
    )


def _with_first(answer: Answer, quote: Quote) -> Answer:
    """Return an answer with a quotation before all others."""
    analyser = pack_for(quote.article.language).analyser
    held = frozenset(analyser.terms(quote.passage.text))
    terms = tuple([t for t in dict.fromkeys(analyser.terms(answer.question)) if t in held])
    others = [hit for hit in answer.hits if hit.passage != quote.passage]
    hits = (Hit(quote, answer.hits[0].score, terms), *others)
    return replace(answer, hits=hits[: len(answer.hits)], older=())
