"""Quote an interview's questions with the beginnings of their answers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles.quote import Quote
from bot.language.plain_text import QUESTION_MARKS
from bot.summary.centrality import centrality
from bot.summary.interviews import turns_of
from bot.summary.sentences import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article
    from bot.language.pack import LanguagePack
    from bot.summary.sentences import Sentence

_FEWEST_ANSWERED = 5
"""Words of an answer's first sentence; of a shorter one the next is quoted too."""

_MOST_WORDS = 60
_MOST_READ = 100
"""Exchanges that are compared."""

_OVER = 1.15


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and how it is answered, so that it is plain whose words these are.

    Attributes:
        asked: What the interviewer says, a sentence or two.
        answered: What the answer begins with, a sentence or two.
    """

    asked: tuple[Sentence, ...]
    answered: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        """How many words both have."""
        return sum(sentence.words for sentence in (*self.asked, *self.answered))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Both as they stand: one quotation where they share a paragraph."""
        asked, answered = _joined(self.asked), _joined(self.answered)
        if asked.passage is not answered.passage:
            return (asked, answered)
        return (Quote(asked.article, asked.passage, (asked.span[0], answered.span[1])),)


def choose_exchanges(
    article: Article, every: Sequence[Sentence], pack: LanguagePack, words: int
) -> list[Exchange]:
    """Return the exchanges of an interview that share the most with the others, while they fit.

    Args:
        article: The article; of one that is no interview there are none.
        every: Its sentences.
        pack: Its language.
        words: How many words they may have, about.
    """
    if not turns_of(article).answers:
        return []
    clear = (one for one in _exchanges(every) if one.words <= _MOST_WORDS and _is_clear(one, pack))
    found = list(itertools.islice(clear, _MOST_READ))
    if not found:
        return []
    terms = [
        tuple(term for quote in one.quotes for term in pack.analyser.terms(quote.text))
        for one in found
    ]
    rank = centrality(
        [Candidate(one.answered[0], own) for one, own in zip(found, terms, strict=True)]
    )
    chosen: list[Exchange] = []
    left = int(_OVER * words)
    for place in sorted(range(len(found)), key=lambda place: -float(rank[place])):
        if found[place].words <= left:
            chosen.append(found[place])
            left -= found[place].words
    return chosen


def _exchanges(every: Sequence[Sentence]) -> Iterator[Exchange]:
    """Yield each question, all of its paragraph with it, and what comes right after it."""
    turns = [
        (asked, list(group))
        for (asked, _), group in itertools.groupby(
            every, key=lambda one: (one.asked, one.quote.passage.id)
        )
    ]
    for (asked, question), (answers, answer) in itertools.pairwise(turns):
        if asked and not answers and answer[0].quoted:
            enough = 1 if answer[0].words >= _FEWEST_ANSWERED else 2
            yield Exchange(tuple(question), tuple(answer[:enough]))


def _is_clear(exchange: Exchange, pack: LanguagePack) -> bool:
    """Whether an exchange asks something, and leans on nothing that was said before it."""
    asked, answered = _joined(exchange.asked).text, _joined(exchange.answered).text
    if not asked.rstrip().endswith(QUESTION_MARKS) or answered.rstrip()[-1:].isalnum():
        return False
    first = exchange.asked[0].quote.text
    return not (
        pack.leaning_opening.search(first)
        or any(
            pack.needs_antecedent(one.quote.text) or pack.has_pronoun_alone(one.quote.text)
            for one in exchange.asked
        )
    )


def _joined(sentences: Sequence[Sentence]) -> Quote:
    first, last = sentences[0].quote, sentences[-1].quote
    return Quote(first.article, first.passage, (first.span[0], last.span[1]))
