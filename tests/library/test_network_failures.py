"""A network that fails for one question costs that question its meaning, and nothing else.

onnxruntime itself fails here: the tokenizer knows a word more than the network has rows for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.library import Library
from bot.library.unanswered import group_unanswered
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.encoder import Encoder
from bot.retrieval.meaning.models import Models
from bot.retrieval.meaning.reader import Reader
from bot.retrieval.meaning.session import open_tokenizer
from tests.retrieval.meaning.embedding_letters import DIG_AND_VOTE, made_article

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer

UNDERSTOOD = "Where was the bronze cat?"
FAILS = "Gadzooks, where was the bronze cat?"
SAID = "a question is answered by its words alone: onnxruntime can't run the network"


def knowing_more(folder: Path) -> Tokenizer:
    tokenizer = open_tokenizer(folder)
    tokenizer.add_tokens(["gadzooks"])
    return tokenizer


@pytest.fixture(params=["encoder", "reader"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return a library one of whose networks fails for one word."""
    monkeypatch.setattr(f"bot.retrieval.meaning.{request.param}.open_tokenizer", knowing_more)
    encoder = Encoder()
    library = Library(DIG_AND_VOTE, models=Models(encoder, Reader(), encoder.knows))
    library.take_embeddings({one.key: embed_article(one, encoder) for one in DIG_AND_VOTE})
    return library


def test_a_question_for_which_a_network_fails_is_answered_by_its_words(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    by_words = Library(DIG_AND_VOTE)
    assert library.ask(FAILS).to_dict() == by_words.ask(FAILS).to_dict()
    assert library.ask(FAILS).hits[0].article.id == "dig"
    assert SAID in caplog.text
    caplog.clear()
    assert library.ask(UNDERSTOOD).confidence != by_words.ask(UNDERSTOOD).confidence
    assert SAID not in caplog.text


def test_so_is_one_for_whose_candidates_it_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.retrieval.meaning.encoder.open_tokenizer", knowing_more)
    articles = [
        *DIG_AND_VOTE,
        made_article("pond", "The cat is in the gadzooks pond.", title="Pond"),
    ]
    encoder = Encoder()
    library = Library(articles, models=Models(encoder, Reader(), encoder.knows))
    assert library.ask(UNDERSTOOD).to_dict() == Library(articles).ask(UNDERSTOOD).to_dict()
    assert SAID in caplog.text


def test_questions_that_fail_are_grouped_by_their_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.retrieval.meaning.encoder.open_tokenizer", knowing_more)
    library = Library(DIG_AND_VOTE, models=Models(Encoder()))
    asked = [("gadzooks where was the cat", 2), ("where was the cat, gadzooks?", 1)]
    (group,) = group_unanswered(asked, library, 10)
    assert group.times == 3
    assert "questions are compared by their words alone: onnxruntime can't run" in caplog.text


def test_a_topic_for_which_the_network_fails_is_looked_for_by_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.retrieval.meaning.encoder.open_tokenizer", knowing_more)
    encoder = Encoder()
    library = Library(DIG_AND_VOTE, models=Models(encoder))
    library.take_embeddings({one.key: embed_article(one, encoder) for one in DIG_AND_VOTE})
    found = library.topic_summary("the bronze cat, gadzooks")
    assert found == Library(DIG_AND_VOTE).topic_summary("the bronze cat, gadzooks")
    assert "a topic is looked for by its words alone: onnxruntime can't run" in caplog.text
