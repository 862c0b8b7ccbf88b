"""Read articles with reference data that people wrote: who is named, and a summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.evaluation.questions import EvaluationError, read_json
from bot.ingest.reader import read_article
from bot.ingest.refusal import RefusedFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.articles.article import Article


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with reference data that people made.

    Attributes:
        article: The article.
        people: For each person all forms of the name; ``None`` where nobody listed them.
        summary: A person's summary; ``None`` where there is none.
    """

    article: Article
    people: tuple[frozenset[str], ...] | None
    summary: str | None


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Read a file of gold: a JSON object whose keys name the articles.

    Args:
        path: The file; the articles are beside it. Each value may have ``people``, a list of
            ``{"name", "also"}``, and ``summary``, a text.

    Raises:
        EvaluationError: The file or one of its articles can't be read.
    """
    content = read_json(path)
    try:
        return tuple(_gold(path.parent, name, own) for name, own in content.items())
    except RefusedFileError as error:
        message = f"{path} names an article that can't be read: {error}"
        raise EvaluationError(message) from error
    except (AttributeError, KeyError, TypeError) as error:
        message = (
            f"{path} is not an object of "
            '{"article.md": {"people": [{"name": "…", "also": ["…"]}], "summary": "…"}}'
            ": bot/evaluation/README.md says what is in it"
        )
        raise EvaluationError(message) from error


def _gold(folder: Path, name: str, own: Mapping[str, Any]) -> GoldArticle:
    people = own.get("people")
    return GoldArticle(
        read_article(folder / name, name),
        None if people is None else tuple(_forms(person) for person in people),
        own.get("summary"),
    )


def _forms(person: Mapping[str, Any]) -> frozenset[str]:
    return frozenset({person["name"], *person.get("also", ())})
