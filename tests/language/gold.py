"""Read the articles in many languages, with their sentences and questions as gold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bot.articles.article import Article, Passage

FOLDER = Path(__file__).parent / "articles"
CODES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
DENSE = tuple(code for code in CODES if (FOLDER / code / "dense.json").exists())
"""The languages that have paragraphs like an encyclopedia's, in the part ``dense``."""

_UNSPACED = {"zh", "ja"}


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, the texts that answer it, and the id of the article that does.

    Attributes:
        text: The question.
        answers: The texts that answer it.
        article: The id of the article.
        shares_words: Whether it was asked in the words of its passage, and not in other words.
        paragraph: The number of the paragraph that answers, where it is known.
    """

    text: str
    answers: tuple[str, ...]
    article: str
    shares_words: bool = False
    paragraph: int | None = None

    def is_answered_by(self, passage: Passage) -> bool:
        """Return whether a passage is the one that answers."""
        if passage.id.rpartition("#")[0] != self.article:
            return False
        if self.paragraph is not None:
            return passage.number == self.paragraph
        return any(answer in passage.text for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Gold:
    """Articles in one language and the questions on them."""

    articles: tuple[Article, ...]
    questions: tuple[GoldQuestion, ...]

    def __add__(self, other: Gold) -> Gold:
        return Gold(self.articles + other.articles, self.questions + other.questions)


def read_gold(code: str, part: str) -> Gold:
    """Read some of a language's articles: ``fitting``, ``reporting``, ``short`` or ``dense``."""
    content = json.loads((FOLDER / code / f"{part}.json").read_text(encoding="utf-8"))
    articles = tuple(
        _article(code, item["id"], item["title"], item["paragraphs"])
        for item in content["articles"]
    )
    questions = tuple(
        GoldQuestion(
            item["question"],
            tuple(item["answers"]),
            item["article"],
            item.get("kind") == "shared",
            item.get("paragraph"),
        )
        for item in content["questions"]
    )
    return Gold(articles, questions)


def read_unanswered(code: str) -> tuple[tuple[GoldQuestion, ...], tuple[GoldQuestion, ...]]:
    """Read the questions on a language's articles that none of them answers.

    Returns:
        Those that may be tuned on, and those that are kept. Each names the article that it is on.
    """
    path = FOLDER / code / "unanswered.json"
    items = json.loads(path.read_text(encoding="utf-8"))["questions"] if path.exists() else []
    fitting, kept = (
        tuple(
            GoldQuestion(item["question"], (), item["article"])
            for item in items
            if item["half"] == half
        )
        for half in ("fitting", "kept")
    )
    return fitting, kept


def _article(code: str, article_id: str, title: str, paragraphs: list[list[str]]) -> Article:
    passages = []
    for number, sentences in enumerate(paragraphs, start=1):
        text, spans = joined(code, sentences)
        passages.append(Passage(f"{article_id}#{number}", number, text, spans))
    return Article(
        id=article_id,
        file=f"{article_id}.txt",
        title=title,
        source=None,
        author=None,
        date=None,
        url=None,
        language=code,
        digest=article_id,
        passages=tuple(passages),
    )


def joined(code: str, sentences: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return sentences as a paragraph, and the place of each in it."""
    text = ""
    spans = []
    for sentence in sentences:
        if text and code not in _UNSPACED:
            text += " "
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, tuple(spans)
