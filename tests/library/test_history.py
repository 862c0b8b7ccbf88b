"""What a library answers follows from its articles, never from what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.encoded import EncodedArticle
from bot.ingest.reader import parse_article
from bot.library.library import Library
from tests.conftest import BRIDGE, OTTERS

if TYPE_CHECKING:
    from bot.articles.article import Article

ARTICLES = {
    file: parse_article(text.encode(), file)
    for file, text in {
        "bridge.md": BRIDGE,
        "otters.txt": OTTERS,
        "eels.txt": "Eels leave the Lune\n\nEels have not been seen in the river since May. "
        "The bridges of Caton were closed to anglers, said Priya Nair.",
        "ferries.txt": "Harbour ferries cost more\n\nA ferry costs 9 dollars. Nobody has seen "
        "the ferryman's brigade in the harbor. Repairing it took eleven months.",
    }.items()
}
QUESTIONS = (
    "How much did the work on the bridge cost?",
    "Who counted the otters?",
    "harbuor brigde",
    "ferrys",
    "Priya",
    "When were eels seen near Caton?",
    "anglers",
)


def answers(library: Library) -> list[dict[str, object]]:
    return [library.ask(question).to_dict() for question in QUESTIONS]


def library_of(files: set[str], before: Library | None = None) -> Library:
    articles = [ARTICLES[file] for file in sorted(files)]
    if before is None:
        return Library(articles)
    return Library(articles, (), before.encodings, before.found_people)


@settings(max_examples=40)
@given(st.lists(st.sets(st.sampled_from(sorted(ARTICLES))), min_size=1, max_size=5))
def test_the_same_articles_answer_the_same_whatever_came_before(
    history: list[set[str]],
) -> None:
    library: Library | None = None
    for files in history:
        library = library_of(files, library)
    assert library is not None
    fresh = library_of(history[-1])
    assert answers(library) == answers(fresh)
    assert library.who().to_dict() == fresh.who().to_dict()


def test_a_restart_changes_no_answer() -> None:
    before = library_of(set(ARTICLES))
    stored = {key: one.to_bytes() for key, one in before.encodings.items()}
    encodings = {key: EncodedArticle.from_bytes(packed) for key, packed in stored.items()}
    assert answers(Library(before.articles, (), encodings)) == answers(before)


@pytest.mark.parametrize("file", sorted(ARTICLES))
def test_a_part_of_a_library_answers_as_a_library_of_that_article_alone(file: str) -> None:
    article: Article = ARTICLES[file]
    part = library_of(set(ARTICLES)).within(article.id)
    assert answers(part) == answers(Library([article]))
