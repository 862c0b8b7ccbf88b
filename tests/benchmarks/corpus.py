"""Make a corpus of any size from a seed: Zipf over a real vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from bot.articles.article import Article
from bot.ingest.text.splitter import Block, split_passages
from bot.language.english.words.stop_words import STOP_WORDS
from bot.people.gazetteer import shipped_gazetteer
from tests.conftest import PROJECT

PARAGRAPHS = 10
"""Passages of one article."""

_EXPONENT = 1.07
_FIRST_RANK = 2.7


@dataclass(frozen=True, slots=True)
class Made:
    """A made corpus: the passages' texts, ten to an article, and questions about them."""

    texts: list[str]
    questions: list[str]


def make_corpus(passages: int, questions: int, seed: int = 20241113) -> Made:
    """Return passages of about 70 words, and questions of 3 to 8 words from single passages."""
    random = np.random.default_rng(seed)
    words = np.array(_vocabulary(), dtype=object)
    weights = 1 / (np.arange(len(words)) + _FIRST_RANK) ** _EXPONENT
    lengths = random.integers(40, 101, passages)
    drawn = random.choice(len(words), int(lengths.sum()), p=weights / weights.sum())
    ends = np.cumsum(lengths)
    texts = [
        _passage(words[drawn[end - length : end]].tolist(), random)
        for end, length in zip(ends, lengths, strict=True)
    ]
    asked = [
        _question(texts[row], random) for row in random.integers(0, passages, questions).tolist()
    ]
    return Made(texts, asked)


def make_articles(texts: list[str]) -> list[Article]:
    """Put passages into articles of ``PARAGRAPHS`` each."""
    articles = []
    for start in range(0, len(texts), PARAGRAPHS):
        number = start // PARAGRAPHS
        blocks = [Block(text, is_heading=False) for text in texts[start : start + PARAGRAPHS]]
        article_id = f"article-{number}"
        articles.append(
            Article(
                id=article_id,
                file=f"{article_id}.txt",
                title=f"Article {number}",
                source=None,
                author=None,
                date=None,
                url=None,
                language="en",
                digest=f"{number:064x}",
                passages=split_passages(article_id, blocks),
            )
        )
    return articles


def _vocabulary() -> list[str]:
    """Return real words, the frequent ones first: stop words, an article's, names and places."""
    prose = (PROJECT / "corpus" / "blinken-in-brussels.md").read_text(encoding="utf-8")
    common = re.findall(r"[a-z]{3,14}", prose.lower())
    gazetteer = shipped_gazetteer()
    rare = sorted(
        entry
        for entry in gazetteer.surnames | gazetteer.given_names | gazetteer.places
        if entry.isalpha() and entry.isascii()
    )
    np.random.default_rng(1).shuffle(rare)
    frequent = sorted(word for word in STOP_WORDS if len(word) > 1)
    return list(dict.fromkeys([*frequent, *common, *rare]))


def _passage(words: list[str], random: np.random.Generator) -> str:
    sentences = []
    at = 0
    while at < len(words):
        length = int(random.integers(10, 26))
        sentence = words[at : at + length]
        sentences.append(" ".join(sentence).capitalize() + ".")
        at += length
    return " ".join(sentences)


def _question(text: str, random: np.random.Generator) -> str:
    words = [word for word in re.findall(r"\w+", text.lower()) if word not in STOP_WORDS]
    count = min(len(words), int(random.integers(3, 9)))
    return "what " + " ".join(random.choice(words, count, replace=False)) + "?"
