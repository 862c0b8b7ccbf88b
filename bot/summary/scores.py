"""Weigh the sentences of an article by how much they tell of its news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from bot.language.plain_text import QUESTION_MARKS
from bot.summary.centrality import centrality, term_counts
from bot.summary.places import is_live, places_of
from bot.summary.quotations import opens_in_first_person, without_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.language.pack import LanguagePack
    from bot.summary.sentences import Candidate

_SHORT_WORDS = 8
_ASKS = re.compile(rf"[{''.join(QUESTION_MARKS)}][\"”’»)]{{0,3}}\Z")
_OPENS_QUOTED = re.compile(r"[\"“«‘]")
# Tuned on the human summaries of the wikinews development set and on those of the news in
# tests/benchmarks/questions/news_a, over several lengths, with ``evaluate --summary``. Centrality
# by meaning was tried beside that by words and helped neither.
_TERM_WEIGHT = 0.6
_TITLE = 0.4
_TITLE_LIVE = 1.2
_SHORT = 0.4
_QUOTED_START = 0.3
# What costs a sentence of which half and more stands within quotation marks.
_MOSTLY_QUOTED = 0.5
_QUESTION = 0.5
_LEANING = 0.2
_UNINTRODUCED = 0.25
_POSITION = 0.5
_LEAD = 1.25
_LEAD_SHARE = 0.4
# What the first three sentences gain, times how little of the article is wanted.
_LEADS = (0.3, 0.15, 0.15)
# What the first sentence, if it comes to the point, gains in a summary of so many words: above a
# shorter one, the headline tells the news.
_OPENING, _LONGER = 0.3, 100
# What the first sentence that denies a charge gains; less in a summary of a small part.
_DENIAL = 1.0
# What *I* or *we* outside quotation marks costs, and the same again where it comes first.
_FIRST_PERSON = 0.4
_BEHIND_QUESTION = 0.5


def score(
    candidates: Sequence[Candidate],
    article: Article,
    pack: LanguagePack,
    wanted: tuple[int, int],
    introductions: Sequence[Sequence[int]],
) -> NDArray[np.float64]:
    """Return scores of sentences by centrality, weight of terms, the headline's terms, and place.

    The smaller the share of the article is that is wanted (so many words, of so many), the more
    its beginning counts: news tells the gist first, and the details all over. Of a live report the
    headline knows best what the news is.
    """
    size = len(candidates)
    weight = {term: 1 + np.log(count) for term, count in term_counts(candidates).items()}
    top = max(weight.values(), default=1.0)
    title = set(pack.analyser.terms(article.title))
    begins = max(0.0, 1 - wanted[0] / wanted[1] / _LEAD_SHARE)
    places = places_of(candidates, article, pack)
    live = is_live(article)
    opening = 0 if wanted[0] >= _LONGER and places.count(0) == 1 else None
    denial = None if live else _denial_in(candidates, pack)
    scores = centrality(candidates)
    for position, candidate in enumerate(candidates):
        terms = set(candidate.terms)
        mean = sum(weight[term] for term in terms) / len(terms) / top if terms else 0.0
        overlap = len(terms & title) / len(title) if title else 0.0
        place = places[position]
        lead = _LEADS[place] if place < len(_LEADS) else 0.0
        scores[position] += (
            _TERM_WEIGHT * mean
            + (_TITLE_LIVE if live else _TITLE) * overlap
            + (_POSITION + _LEAD * begins) * (1 - place / size)
            + lead * begins
            + _OPENING * (position == opening)
            - _UNINTRODUCED * bool(introductions[position])
            + _DENIAL * (1 - begins) * (position == denial)
            - _faults(candidate, pack)
        )
    return scores


def _denial_in(candidates: Sequence[Candidate], pack: LanguagePack) -> int | None:
    """Return the first sentence in which somebody denies a charge, or None.

    One that leans on a sentence which leans on another tells of something beside the news.
    """
    for place, candidate in enumerate(candidates):
        text = candidate.quote.text
        if candidate.sentence.quoted or not pack.denies(text):
            continue
        around = [one.quote.text for one in candidates[max(0, place - 1) : place + 1]]
        leans = all(map(pack.needs_antecedent, around))
        if not leans and pack.denies(without_quotations(text)):
            return place
    return None


def _faults(candidate: Candidate, pack: LanguagePack) -> float:
    """Return what speaks against quoting a sentence on its own."""
    text = candidate.quote.text
    return (
        _SHORT * (candidate.words < _SHORT_WORDS)
        + _QUOTED_START * bool(_OPENS_QUOTED.match(text))
        + _MOSTLY_QUOTED * (2 * len(without_quotations(text)) < len(text))
        + _QUESTION * bool(_ASKS.search(text))
        + _LEANING * bool(pack.leaning_opening.search(text))
        + _FIRST_PERSON * candidate.sentence.in_first_person
        + _FIRST_PERSON * opens_in_first_person(text, candidate.quote.article.language)
        + _BEHIND_QUESTION * (candidate.sentence.quoted or candidate.sentence.behind_question)
    )
