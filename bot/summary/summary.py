"""Condense an article, or what the articles say of a topic, into sentences quoted from them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.summary.centrality import centrality
from bot.summary.exchanges import choose_exchanges
from bot.summary.introductions import Introductions
from bot.summary.quotations import opens_in_first_person, without_quotations
from bot.summary.scores import score
from bot.summary.selection import Links, choose
from bot.summary.sentences import Candidate, candidates_of, sentences_of
from bot.summary.told_before import places_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article, Passage
    from bot.articles.quote import Quote
    from bot.language.pack import LanguagePack
    from bot.retrieval.topic import Topic

LENGTHS = {"short": 60, "medium": 120, "long": 200}
"""The words that a summary of each length is to have, about."""

_MAX_SENTENCES = 200
_FEWEST_WORDS = 12
# Where the reporter of an interview tells less than this of what is wanted, answers are quoted too.
_ENOUGH_TOLD = 0.6
_ON_TOPIC = 2.0
_IN_PASSAGE = 0.5
# A sentence that has half of the topic, in a passage that has no more, says nothing of it.
_LEAST_ON_TOPIC = 0.76
_LEAST_TO_BEST = 0.6
# In meaning a sentence counts for so much of its likeness to a topic, and its passage for the rest.
_OWN_LIKENESS = 0.6
# Something is said of a topic where a sentence is as like it as this; then those go along that are
# a little less so. A part of a topic's words counts only where the meaning is near, and all of them
# unless it is quite another.
_LEAST_LIKE, _LEAST_QUOTED = 0.4, 0.36
_WHOLE, _LEAST_MEANT, _LEAST_MEANT_BY_A_PART = 0.99, 0.15, 0.28


@dataclass(frozen=True, slots=True)
class Summary:
    """An article's summary: sentences of it, in its order."""

    article: Article
    sentences: tuple[Quote, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the summary as the JSON object that other programs rely on."""
        return {
            "article": self.article.to_dict(),
            "sentences": [sentence.to_dict() for sentence in self.sentences],
        }


@dataclass(frozen=True, slots=True)
class TopicSummary:
    """What articles say of a topic: article by article, each one's sentences in its order.

    There are no sentences where the articles say nothing of it.
    """

    topic: str
    sentences: tuple[Quote, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the summary as the JSON object that other programs rely on."""
        return {
            "topic": self.topic,
            "sentences": [
                {**sentence.to_dict(), "article": sentence.article.to_dict()}
                for sentence in self.sentences
            ],
        }


def summarise(article: Article, pack: LanguagePack, words: int) -> Summary:
    """Return the sentences that tell the most of an article.

    Args:
        article: The article.
        pack: The article's language.
        words: How many words the summary is to have, about. It never has more than half of the
            article's, unless no whole sentence has so few.
    """
    every = list(sentences_of((article, passage) for passage in article.passages))
    total = sum(sentence.words for sentence in every)
    budget = min(words, total // 2)
    quotable = list(itertools.islice((s for s in every if s.is_quotable), _MAX_SENTENCES))
    candidates = candidates_of(quotable or every[:1], pack.analyser)
    introductions = Introductions(candidates, article)
    needed = introductions.among(range(len(candidates)))
    scores = score(candidates, article, pack, (budget, max(1, total)), needed)
    places = _attributed(candidates)
    attributed = [candidates[place] for place in places]
    sides = [pack.side_of(without_quotations(candidate.quote.text)) for candidate in attributed]
    if len(places) < len(candidates):
        needed = introductions.among(places)
    links = Links(needed, places_told(attributed, article.title, pack), sides)
    chosen = choose(attributed, scores[places], pack, budget, total // 2, links)
    told = sum(candidate.words for candidate in chosen)
    if told >= _ENOUGH_TOLD * budget:
        return Summary(article, _quoted(chosen))
    # Of most interviews the reporter tells little.
    exchanges = choose_exchanges(article, every, pack, budget - told)
    quotes = [*_quoted(chosen), *(quote for one in exchanges for quote in one.quotes)]
    return Summary(
        article, tuple(sorted(quotes, key=lambda q: (article.place_of(q.passage), q.span)))
    )


def _attributed(candidates: Sequence[Candidate]) -> list[int]:
    """Return which sentences aren't the words of somebody whom they don't name.

    Those that begin with *I* or *we* are, be it the reporter's. Where there is hardly anything
    else, all may be quoted.
    """
    found = [place for place, one in enumerate(candidates) if not _is_unattributed(one)]
    enough = sum(candidates[place].words for place in found) >= _FEWEST_WORDS
    return found if enough else list(range(len(candidates)))


def _is_unattributed(candidate: Candidate) -> bool:
    quote = candidate.quote
    return candidate.sentence.quoted or opens_in_first_person(quote.text, quote.article.language)


def summarise_topic(topic: Topic, pack: LanguagePack, words: int) -> TopicSummary:
    """Return the sentences that tell the most of a topic.

    Args:
        topic: The topic, with the passages that came nearest.
        pack: The language of the articles.
        words: How many words the summary is to have, about.
    """
    passages = list(_in_reading_order(topic.passages))
    quotable = [sentence for sentence in sentences_of(passages) if sentence.is_quotable]
    candidates = candidates_of(quotable, pack.analyser)
    told = {p.id: topic.share(pack.analyser.terms(p.text)) for _, p in passages}
    relevance = np.array([_relevance(topic, c, told[c.quote.passage.id]) for c in candidates])
    best = relevance.max(initial=0.0)
    if best < _LEAST_ON_TOPIC:
        return TopicSummary(topic.text, ())
    scores = _ON_TOPIC * relevance + centrality(candidates)
    scores[relevance < _LEAST_TO_BEST * best] = -np.inf
    chosen = choose(candidates, scores, pack, words, 2 * words)
    return TopicSummary(topic.text, _quoted(chosen))


def _relevance(topic: Topic, candidate: Candidate, told: float) -> float:
    """Return how much of a topic a sentence has, by its words or by what it means.

    By words it has its own share of the topic, and half of what its passage has besides; where
    meaning is known, words that mean something else (“space” in a car park) count for nothing.

    Args:
        topic: The topic.
        candidate: The sentence.
        told: The share of the topic that its passage's words make up.
    """
    share = topic.share(candidate.terms)
    by_words = share + _IN_PASSAGE * told if share else 0.0
    like = _likeness(topic, candidate.quote)
    if like is None:
        return by_words
    by_meaning = _LEAST_ON_TOPIC * like / _LEAST_LIKE if like >= _LEAST_QUOTED else 0.0
    least = _LEAST_MEANT if share > _WHOLE else _LEAST_MEANT_BY_A_PART
    return max(by_words if like >= least else 0.0, by_meaning)


def _likeness(topic: Topic, quote: Quote) -> float | None:
    """Return how like a topic a sentence and its passage are in meaning, where that is known."""
    passage = quote.passage
    whole = topic.similarity.get((passage.id, (0, len(passage.text))))
    if whole is None:
        return None
    own = topic.similarity.get((passage.id, quote.span), whole)
    return _OWN_LIKENESS * own + (1 - _OWN_LIKENESS) * whole


def _in_reading_order(
    passages: Sequence[tuple[Article, Passage]],
) -> Iterator[tuple[Article, Passage]]:
    """Yield ranked passages article by article, the best article first."""
    by_article: dict[str, list[tuple[Article, Passage]]] = {}
    for pair in passages:
        by_article.setdefault(pair[0].id, []).append(pair)
    for found in by_article.values():
        order = {passage.id: place for place, passage in enumerate(found[0][0].passages)}
        yield from sorted(found, key=lambda pair: order[pair[1].id])


def _quoted(chosen: Sequence[Candidate]) -> tuple[Quote, ...]:
    return tuple(candidate.quote for candidate in chosen)
