from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from bot.articles.article import Article, Passage
from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.memory_engine import MAX_WORDS
from bot.retrieval.question import read_question, weigh_question
from tests.conftest import BRIDGE, OTTERS

ENGLISH = pack_for("en")
LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)


def endless(words: int) -> Library:
    """Make a library of one article that is one sentence, which no splitter would let through."""
    text = "The otter " + " ".join(f"word{n % 5000} river" for n in range(words // 2)) + " ended."
    passage = Passage("a#1", 1, text, ((0, len(text)),))
    article = Article(
        id="a",
        file="a.txt",
        title="A title",
        source=None,
        author=None,
        date=None,
        url=None,
        language="en",
        digest="1",
        passages=(passage,),
    )
    return Library([article])


def test_a_sentence_without_end_takes_no_more_memory_to_ask_than_a_long_one() -> None:
    question = "Which otter of the river ended in word17 or word4999?"
    peaks = []
    for words in (4 * MAX_WORDS, 64 * MAX_WORDS):
        library = endless(words)
        library.ask(question)
        tracemalloc.start()
        answer = library.ask(question)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert answer.hits[0].sentence_text == library.articles[0].passages[0].text
    assert peaks[1] < 1.5 * peaks[0]


def test_what_stands_beyond_the_words_that_are_compared_is_found_all_the_same() -> None:
    assert endless(2 * MAX_WORDS).ask("What ended?").hits


@pytest.mark.parametrize("question", ["\uff9e", "\uff9e\uff9e ?", "the \uff9f"])
def test_a_word_of_nothing_but_an_accent_has_no_term(question: str) -> None:
    assert not LIBRARY.ask(question).hits


def test_an_article_with_a_word_of_nothing_but_an_accent_is_read() -> None:
    library = Library([parse_article("Title\n\nThe \uff9e otter \uff9e swam.".encode(), "a.txt")])
    assert library.ask("Which otter swam?").hits[0].passage.number == 1


def test_a_question_that_fails_leaves_nothing_behind_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = read_question("Who paid for the bridge in the harbour?", ENGLISH)
    question = weigh_question(asked, LIBRARY.engine.statistics(asked))
    before = LIBRARY.engine.candidates(question, 20).grams

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    class Failing:
        reduce = staticmethod(fail)

    monkeypatch.setattr(np, "bitwise_or", Failing)
    with pytest.raises(MemoryError):
        LIBRARY.engine.candidates(question, 20)
    monkeypatch.undo()
    np.testing.assert_array_equal(LIBRARY.engine.candidates(question, 20).grams, before)
