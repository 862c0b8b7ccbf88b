"""Measure how near each sentence of an article stands to the news."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bot.language.sentence_cues import TIME_SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, Passage
    from bot.language.pack import LanguagePack
    from bot.summary.sentences import Candidate

_ENTRY = re.compile(r"\W{0,3}\d{1,2}[.:h]\d{2}\s?(?:[ap]\.?m)?\b", re.IGNORECASE)
_FEWEST_ENTRIES = 4
_WORD = re.compile(r"\w+")
# A headline of which the opening has so much is told by it.
_TOLD = 0.45
_WORDS_READ = 300
"""Words of a paragraph that are searched for a day or a month."""

_SCENE = 6
"""An opening scene is over after at most so many paragraphs."""


def places_of(candidates: Sequence[Candidate], article: Article, pack: LanguagePack) -> list[int]:
    """Return for each sentence how far it stands from the news: 0 is nearest.

    That is its place in the article, or in a live report's entry. Where the article opens with a
    scene, which tells neither when nor what the headline says, it comes to its point with the
    first paragraph that says when; its sentences are as near as the scene's.
    """
    if is_live(article):
        return _within_entries(candidates)
    point = _point(article, pack)
    first = next((p for p, c in enumerate(candidates) if c.quote.passage is point), 0)
    return [place - first if place >= first else place for place in range(len(candidates))]


def is_live(article: Article) -> bool:
    """Whether most paragraphs of an article begin with a time of day, as a live report's do."""
    entries = sum(bool(_ENTRY.match(passage.text)) for passage in article.passages)
    return entries >= _FEWEST_ENTRIES and 2 * entries > len(article.passages)


def _within_entries(candidates: Sequence[Candidate]) -> list[int]:
    """Return the place of each sentence within its paragraph."""
    places: list[int] = []
    for before, candidate in itertools.pairwise((None, *candidates)):
        same = before and candidate and before.quote.passage is candidate.quote.passage
        places.append(places[-1] + 1 if same else 0)
    return places


def _point(article: Article, pack: LanguagePack) -> Passage | None:
    """Return the paragraph at which an article that opens with a scene comes to its point."""
    if not article.passages:
        return None
    opening, *others = article.passages[:_SCENE]
    title = set(pack.analyser.terms(article.title))
    told = len(title & set(pack.analyser.terms(opening.text)))
    if told > _TOLD * len(title) or _says_when(opening.text, pack):
        return None
    return next((passage for passage in others if _says_when(passage.text, pack)), None)


def _says_when(text: str, pack: LanguagePack) -> bool:
    """Whether a text names a day or a month."""
    words = itertools.islice(_WORD.findall(text), _WORDS_READ)
    return any(word[0].isalpha() and pack.word_cues(word) & TIME_SHOWN for word in words)
