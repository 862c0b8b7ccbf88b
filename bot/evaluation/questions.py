"""Read questions with known answers: SQuAD's format, or a simple list over a corpus folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.articles.article import Article, Passage
from bot.ingest.sentences import split_sentences
from bot.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


class EvaluationError(Exception):
    """Tell what is wrong with a file of questions, and the mend."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """Hold a question whose answer is known.

    Attributes:
        text: The question.
        answers: Texts that answer it; none where the articles don't.
        relevant: The ids of the passages that hold the answer.
        article: The id of the article that it is about, if known.
    """

    text: str
    answers: tuple[str, ...]
    relevant: frozenset[str]
    article: str | None


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Hold questions and the library that they are asked of."""

    library: Library
    questions: tuple[AskedQuestion, ...]


def read_questions(path: Path, corpus: Path) -> QuestionSet:
    """Read a file of questions.

    Args:
        path: SQuAD-format JSON, whose paragraphs are then the corpus, or a JSON list of
            ``{"question", "answers", "article"?}``; a question with no answers is one that the
            articles don't answer.
        corpus: The folder that a list is about.

    Raises:
        EvaluationError: The file can't be read.
        CorpusFolderError: The folder can't be read.
    """
    content = read_json(path)
    try:
        if isinstance(content, dict):
            return _squad(content)
        return _listed(content, Library.from_folder(corpus))
    except (KeyError, TypeError, AttributeError) as error:
        message = (
            f"{path} is neither SQuAD's format nor a list of "
            '{"question": "…", "answers": ["…"]}'
            f" ({type(error).__name__}: {error})"
        )
        raise EvaluationError(message) from error


def read_json(path: Path) -> Any:
    """Read a file of JSON in UTF-8.

    Raises:
        EvaluationError: It can't be opened, or holds something else.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path} can't be opened ({error.strerror}): check the name"
        raise EvaluationError(message) from error
    except ValueError as error:
        message = f"{path} is no JSON in UTF-8 ({error})"
        raise EvaluationError(message) from error


def _squad(content: dict[str, Any]) -> QuestionSet:
    articles: list[Article] = []
    questions: list[AskedQuestion] = []
    for number, document in enumerate(content["data"], start=1):
        article_id = f"article-{number}"
        passages = []
        for place, paragraph in enumerate(document["paragraphs"], start=1):
            text = paragraph["context"]
            passage = Passage(f"{article_id}#{place}", place, text, split_sentences(text))
            passages.append(passage)
            questions.extend(
                AskedQuestion(
                    asked["question"],
                    tuple(answer["text"] for answer in asked["answers"]),
                    frozenset({passage.id}),
                    article_id,
                )
                for asked in paragraph["qas"]
                if not asked.get("is_impossible", False)
            )
        articles.append(_article(article_id, document["title"], tuple(passages)))
    return QuestionSet(Library(articles), tuple(questions))


def _article(article_id: str, title: str, passages: tuple[Passage, ...]) -> Article:
    return Article(
        id=article_id,
        file=article_id,
        title=title.replace("_", " "),
        source=None,
        author=None,
        date=None,
        url=None,
        language="en",
        digest="",
        passages=passages,
    )


def _listed(content: list[dict[str, Any]], library: Library) -> QuestionSet:
    questions: list[AskedQuestion] = []
    for item in content:
        answers = tuple(str(answer) for answer in item["answers"])
        about = item.get("article")
        relevant = frozenset(
            passage.id
            for article in library.articles
            if about in {None, article.id}
            for passage in article.passages
            if any(answer.casefold() in passage.text.casefold() for answer in answers)
        )
        questions.append(AskedQuestion(str(item["question"]), answers, relevant, about))
    return QuestionSet(library, tuple(questions))
