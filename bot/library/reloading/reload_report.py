"""What a reload changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.ingest.corpus import Corpus
    from bot.ingest.refusal import Refusal


@dataclass(frozen=True, slots=True)
class KeptRefusal:
    """A refused file, and whether its last good version stays in service."""

    refusal: Refusal
    kept: bool


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload changed.

    Attributes:
        added: New articles.
        changed: Articles whose file has changed.
        removed: Articles whose file is gone.
        refused: Files that were refused.
        unchanged: How many articles stayed as they were.
        to_embed: The number of passages that are found by words at once, and by meaning once they
            are embedded in the background.
        nameless: Articles stored by another version that name nobody, as searching them for people
            failed, with the reason.
    """

    added: tuple[Article, ...]
    changed: tuple[Article, ...]
    removed: tuple[Article, ...]
    refused: tuple[KeptRefusal, ...]
    unchanged: int
    to_embed: int = 0
    nameless: tuple[Refusal, ...] = ()


def with_last_good(corpus: Corpus, before: dict[str, Article]) -> list[Article]:
    """Return the articles read and the last good versions of refused files, in file order."""
    ids = {article.id for article in corpus.articles}
    last_good = [
        before[refusal.file]
        for refusal in corpus.refused
        if refusal.file in before and before[refusal.file].id not in ids
    ]
    return sorted([*corpus.articles, *last_good], key=lambda article: article.file)


def compare(before: dict[str, Article], articles: list[Article], corpus: Corpus) -> ReloadReport:
    """Return the changes in a corpus.

    Args:
        before: The articles in service, by file.
        articles: The articles that will be in service.
        corpus: What was read.
    """
    now = {article.file: article for article in articles}
    added = [article for file, article in now.items() if file not in before]
    changed = [
        article
        for file, article in now.items()
        if file in before and before[file].digest != article.digest
    ]
    return ReloadReport(
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(article for file, article in before.items() if file not in now),
        refused=tuple(KeptRefusal(r, r.file in now) for r in corpus.refused),
        unchanged=len(now) - len(added) - len(changed),
    )
