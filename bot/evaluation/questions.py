"""Read questions whose answers are known: SQuAD's format, or a list about a corpus folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from bot.articles.article import Article, Passage
from bot.ingest.text.sentences import split_sentences
from bot.language.detection import detect_language
from bot.library.analysis.embedding import wanted_models
from bot.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

IMPOSSIBLE = "impossible"
"""The kind of SQuAD 2.0's impossible questions: a paragraph's words fit them, its facts don't."""

_LISTED = '{"question": "…", "answers": ["…"]}'


class EvaluationError(Exception):
    """A file can't be used to measure anything; the message says why and how to fix it."""


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question whose answer is known.

    Attributes:
        text: The question.
        answers: Texts that answer it; none where the articles don't.
        relevant: The ids of the passages that hold the answer.
        article: The id of the article that it is about, if known.
        after: The question that it follows, if any.
        kind: What kind of question it is, as the file calls it.
    """

    text: str
    answers: tuple[str, ...]
    relevant: frozenset[str]
    article: str | None
    after: str | None = None
    kind: str | None = None

    @property
    def in_full(self) -> str:
        """The question behind the one that it follows, for rankers that know no follow-ups."""
        return f"{self.after} {self.text}" if self.after else self.text


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, and the library that they are asked of.

    Attributes:
        library: The library.
        questions: The questions.
        near_misses: Questions without an answer whose words a paragraph fits.
    """

    library: Library
    questions: tuple[GoldQuestion, ...]
    near_misses: tuple[GoldQuestion, ...] = ()


def read_questions(
    path: Path, corpus: Path, progress: Callable[[int, int], None] | None = None
) -> QuestionSet:
    """Read a file of questions, and embed the articles that they are about.

    Args:
        path: SQuAD-format JSON, whose paragraphs are then the corpus; or a JSON list of
            ``{"question", "answers", "article"?, "paragraphs"?, "after"?, "kind"?}``; or an
            object whose field ``questions`` is such a list. ``bot/evaluation/README.md``
            explains the fields.
        corpus: The folder that a list is about.
        progress: Called with the number of articles embedded so far, and of all articles.

    Raises:
        EvaluationError: The file can't be read, or names what is not in the folder.
        CorpusFolderError: The folder can't be read.
    """
    asked = _read_unembedded(path, corpus)
    asked.library.embed(progress)
    return asked


def _read_unembedded(path: Path, corpus: Path) -> QuestionSet:
    """Read a file of questions; a large library is not embedded yet."""
    content = read_json(path)
    try:
        if isinstance(content, dict) and "questions" not in content:
            return _squad(content)
        items = content["questions"] if isinstance(content, dict) else content
        library = Library.from_folder(corpus)
        asked = [listed_question(item, place, library) for place, item in enumerate(items, start=1)]
    except (KeyError, TypeError, AttributeError) as error:
        message = (
            f"{path} is neither SQuAD's format nor a list of {_LISTED}: "
            "bot/evaluation/README.md says what is in either"
        )
        raise EvaluationError(message) from error
    except LookupError as error:
        message = f"{path}: {error}"
        raise EvaluationError(message) from error
    return QuestionSet(library, tuple(asked))


def read_json(path: Path) -> Any:
    """Return the content of a JSON file in UTF-8.

    Raises:
        EvaluationError: It can't be opened, or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path} can't be opened ({error.strerror}): check the name"
        raise EvaluationError(message) from error
    except ValueError as error:
        message = f"{path} is not JSON in UTF-8 ({error})"
        raise EvaluationError(message) from error


def _squad(content: Mapping[str, Any]) -> QuestionSet:
    articles: list[Article] = []
    questions: list[GoldQuestion] = []
    for number, document in enumerate(content["data"], start=1):
        article_id = f"article-{number}"
        passages = []
        language = detect_language("\n".join(p["context"] for p in document["paragraphs"]))
        for place, paragraph in enumerate(document["paragraphs"], start=1):
            text = paragraph["context"]
            spans = split_sentences(text, language)
            passage = Passage(f"{article_id}#{place}", place, text, spans)
            passages.append(passage)
            questions.extend(
                _squad_question(asked, passage, article_id) for asked in paragraph["qas"]
            )
        articles.append(_squad_article(article_id, document["title"], language, tuple(passages)))
    return QuestionSet(
        Library(articles, models=wanted_models()),
        tuple(question for question in questions if question.kind != IMPOSSIBLE),
        tuple(question for question in questions if question.kind == IMPOSSIBLE),
    )


def _squad_question(asked: Mapping[str, Any], passage: Passage, article: str) -> GoldQuestion:
    if asked.get("is_impossible", False):
        return GoldQuestion(asked["question"], (), frozenset(), article, kind=IMPOSSIBLE)
    answers = tuple(answer["text"] for answer in asked["answers"])
    return GoldQuestion(asked["question"], answers, frozenset({passage.id}), article)


def _squad_article(
    article_id: str, title: str, language: str, passages: tuple[Passage, ...]
) -> Article:
    return Article(
        id=article_id,
        file=article_id,
        title=title.replace("_", " "),
        source=None,
        author=None,
        date=None,
        url=None,
        language=language,
        digest="",
        passages=passages,
    )


def listed_question(item: Mapping[str, Any], place: int, library: Library) -> GoldQuestion:
    """Read a question of a list.

    Args:
        item: Its fields; see :func:`read_questions`.
        place: Its place in the list, from 1.
        library: What it is asked of.

    Raises:
        LookupError: It lacks a field, or names what is not in the library.
    """
    given = item.get("answers") if isinstance(item, dict) and "question" in item else None
    if not isinstance(given, list):  # a text would be taken for a list of its letters
        message = f"question {place} must have both fields of {_LISTED}, the answers as a list"
        raise LookupError(message)
    text = str(item["question"])
    answers = tuple(str(answer) for answer in given)
    about = item.get("article")
    articles = _articles_named(about, library)
    if not articles:
        message = f"question {place} is about {about!r}, but the corpus folder has no such article"
        raise LookupError(message)
    holding = _passages_with(answers, articles, item.get("paragraphs") or ())
    if answers and not holding:
        message = (
            f"question {place} ({text[:80]!r}): none of its answers is in the paragraphs that it "
            "is about; write them as they stand in the article, and see check for the paragraphs"
        )
        raise LookupError(message)
    after = item.get("after")
    return GoldQuestion(
        text,
        answers,
        holding,
        articles[0].id if about is not None else None,
        None if after is None else str(after),
        item.get("kind"),
    )


def _articles_named(name: str | None, library: Library) -> Sequence[Article]:
    """Return the articles with an id or a file name (without its ending), or all for ``None``."""
    return [
        article
        for article in library.articles
        if name in {None, article.id, PurePath(article.file).stem}
    ]


def _passages_with(
    answers: Sequence[str], articles: Sequence[Article], numbers: Sequence[int]
) -> frozenset[str]:
    """Return the ids of the passages that answer.

    Where their numbers are given, those are taken as long as one of them holds an answer: others
    may answer in other words.
    """
    passages = [passage for article in articles for passage in article.passages]
    holding = {
        passage.id
        for passage in passages
        if any(answer.casefold() in passage.text.casefold() for answer in answers)
    }
    if not numbers:
        return frozenset(holding)
    numbered = frozenset(passage.id for passage in passages if passage.number in numbers)
    return numbered if numbered & holding else frozenset()
