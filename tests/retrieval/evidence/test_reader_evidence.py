from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.library import Library
from bot.retrieval.evidence.reader_evidence import READ, READ_HURRIED
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.models import Models
from bot.retrieval.meaning.reader import PassageReading
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span

ARTICLES = [
    made_article(
        "vote",
        "The council voted on Monday. The mayor, Ann Lee, lost by a single vote.",
        "The mayor of the town had spoken of the vote for an hour.",
        title="A vote in town",
    ),
    made_article("bread", "Bakers raised their prices. Flour is dear.", title="Bread"),
]


class FinderOf:
    """A stand-in for the reader: it is sure of some words, wherever it reads them."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.read_passages: list[str] = []

    def read(
        self,
        question: str,  # noqa: ARG002
        passages: Sequence[str],
        titles: Sequence[str] = (),  # noqa: ARG002
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[PassageReading]:
        self.read_passages += passages
        return [self._read(*one) for one in zip(passages, sentences, strict=True)]

    def _read(self, passage: str, sentences: Sequence[Span]) -> PassageReading:
        start = passage.find(self.words)
        if start < 0:
            return PassageReading(-20.0, 0, 1, -10.0, tuple(-10.0 for _ in sentences))
        inside = tuple(30.0 if begin <= start < end else -9.0 for begin, end in sentences)
        return PassageReading(20.0, start, start + len(self.words), 30.0, inside)


def library_with(reader: FinderOf | None) -> Library:
    embeddings = {a.key: embed_article(a, LetterEncoder()) for a in ARTICLES}
    return Library(ARTICLES, models=Models(LetterEncoder(), reader), embeddings=embeddings)


def test_what_is_read_decides_over_words() -> None:
    question = "who spoke of the mayor in the town"
    by_words = library_with(None).ask(question)
    assert by_words.hits[0].passage.number == 2
    reader = FinderOf("Ann Lee")
    answer = library_with(reader).ask(question)
    best = answer.hits[0]
    assert best.sentence_text == "The mayor, Ann Lee, lost by a single vote."
    # Three passages, and then the sentence that is shown, without its neighbours.
    assert reader.read_passages[3:] == [best.sentence_text]


def test_nothing_is_read_where_that_is_not_wanted() -> None:
    reader = FinderOf("Ann Lee")
    library_with(reader).ask("who lost the vote", read=False)
    assert reader.read_passages == []


def library_of(reader: FinderOf, *passages: str) -> Library:
    article = made_article("votes", *passages)
    embeddings = {article.key: embed_article(article, LetterEncoder())}
    return Library([article], models=Models(LetterEncoder(), reader), embeddings=embeddings)


def test_fewer_are_read_while_others_need_the_processors() -> None:
    reader = FinderOf("Ann Lee")
    library = library_of(reader, *[f"Vote {n} was lost by {n} votes." for n in range(20)])
    assert library.models is not None
    with library.models.passages.hurried():
        library.ask("who lost the vote")
    assert len(set(reader.read_passages)) == READ_HURRIED
    reader.read_passages.clear()
    library.ask("who lost the vote")
    assert len(set(reader.read_passages)) == READ


def test_fewer_are_read_where_the_others_fit_far_worse() -> None:
    reader = FinderOf("Ann Lee")
    right = "Ann Lee repaired the lighthouse lantern of Corran with copper wire."
    library = library_of(reader, right, *[f"Day {n} had a copper sky." for n in range(20)])
    answer = library.ask("who repaired the lighthouse lantern of Corran with copper wire")
    assert answer.hits[0].passage.text == right
    assert len(set(reader.read_passages)) == READ_HURRIED


def test_fewer_are_read_where_passages_are_long() -> None:
    reader = FinderOf("Ann Lee")
    long = [f"Vote {n} was lost by {n} votes. " + "It was a long night. " * 20 for n in range(20)]
    library_of(reader, *long).ask("who lost the vote")
    whole = [text for text in reader.read_passages if text.startswith("Vote") and len(text) > 100]
    assert READ_HURRIED < len(whole) < READ


def test_sureness_follows_the_reader() -> None:
    question = "who lost the vote"
    sure = library_with(FinderOf("Ann Lee")).ask(question).confidence
    unsure = library_with(FinderOf("nobody has this")).ask(question).confidence
    assert sure > unsure
