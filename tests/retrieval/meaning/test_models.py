"""The models that ship are opened, and what can't be opened is done without."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from bot.library.library import Library
from bot.retrieval.meaning import models
from bot.retrieval.meaning.session import MeaningUnavailableError
from tests.retrieval.meaning.embedding_letters import made_article

if TYPE_CHECKING:
    import pytest


def unavailable() -> NoReturn:
    message = "the processor is too old"
    raise MeaningUnavailableError(message)


def test_without_an_encoder_words_decide_alone_and_the_log_says_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(models, "Encoder", unavailable)
    assert models.shipped_models.__wrapped__() is None
    assert "answered by their words alone: the processor is too old" in caplog.text


def test_without_a_reader_passages_are_compared_and_not_read(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(models, "Reader", unavailable)
    opened = models.shipped_models.__wrapped__()
    assert opened is not None
    assert opened.reader is None
    assert "but not read: the processor is too old" in caplog.text


def test_the_models_that_ship_answer_what_shares_no_word_with_the_article() -> None:
    opened = models.shipped_models()
    assert opened is not None
    article = made_article(
        "ferry",
        "The ferry went down off Redcombe on Monday. Fishermen pulled seventeen people out of "
        "the water.",
        "The harbour office had warned of high waves on Sunday.",
        title="Ferry lost off Redcombe",
    )
    library = Library([article, made_article("bread", "Bakers raised prices.")], models=opened)
    library.embed()
    answer = library.ask("How many passengers were rescued from the sinking boat?")
    assert answer.outcome != "none"
    assert "seventeen people" in answer.hits[0].sentence_text
