from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.library.library import Library
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.models import Models
from bot.retrieval.meaning.reader import PassageReading
from bot.retrieval.same_story import Story
from tests.dialogues.dialogue import open_articles
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article, Span

LIBRARY = open_articles()


def test_of_articles_that_say_the_same_the_latest_goes_first() -> None:
    answer = LIBRARY.ask("How many sailors joined the ferry strike?")
    dates = [hit.article.date for hit in answer.hits[:3]]
    assert dates == sorted(dates, key=lambda date: date or dt.date.min, reverse=True)
    assert "425 sailors" in answer.hits[0].sentence_text
    assert answer.older == answer.hits[1:3]


def test_what_answers_something_else_does_not_count_as_older() -> None:
    answer = LIBRARY.ask("What did the repairs of the museum cost?")
    assert "eight million" in answer.hits[0].sentence_text
    assert answer.older == ()


def test_without_dates_the_order_stays() -> None:
    undated = Library([replace(article, date=None) for article in LIBRARY.articles])
    assert undated.ask("How many sailors joined the ferry strike?").older == ()


STRIKE = replace(
    made_article(
        "strike",
        "Sailors of Lyre Lines walked out, said Karin Holt, the mayor of Sandholm.",
        "The company, Lyre Lines, said the ferry would run again on 11 March.",
        title="Strike stops the ferry of Sandholm",
    ),
    date=dt.date(2024, 3, 4),
)
SETTLED = replace(
    made_article(
        "settled",
        "In the end the sailors and Lyre Lines agreed, said Karin Holt in Sandholm.",
        "A shaft broke, and the first boat of Lyre Lines is due to leave on 6 April.",
        title="Agreement, but the engine fails",
    ),
    date=dt.date(2024, 3, 22),
)


class FindsADay:
    """A stand-in for the reader: a sentence that names a day of a month answers."""

    def read(
        self,
        question: str,  # noqa: ARG002
        passages: Sequence[str],
        titles: Sequence[str] = (),  # noqa: ARG002
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[PassageReading]:
        readings = []
        for passage, spans in zip(passages, sentences, strict=True):
            scores = [_score(passage[slice(*span)]) for span in spans]
            readings.append(PassageReading(max(scores), 0, 3, max(scores), tuple(scores)))
        return readings


def _score(text: str) -> float:
    # The one in other words has to be about as good in all.
    return 14.0 if "April" in text else 6.0 if "March" in text else -9.0


def read_library(*articles: Article) -> Library:
    embeddings = {article.key: embed_article(article, LetterEncoder()) for article in articles}
    return Library(articles, models=Models(LetterEncoder(), FindsADay()), embeddings=embeddings)


def test_a_later_article_goes_first_that_answers_in_other_words() -> None:
    question = "When does the ferry run again?"
    answer = read_library(STRIKE, SETTLED).ask(question)
    assert "6 April" in answer.hits[0].sentence_text
    assert [hit.article.id for hit in answer.older] == ["strike"]
    assert "11 March" in answer.older[0].sentence_text


def test_a_later_article_on_another_story_does_not_go_first() -> None:
    other = replace(
        made_article(
            "tram",
            "The tram of Gorst is closed, said Piet Maas of Gorst Transport.",
            "The first tram is due to leave on 6 April, he said.",
            title="A tram stands still",
        ),
        date=dt.date(2024, 3, 22),
    )
    answer = read_library(STRIKE, other).ask("When does the ferry run again?")
    assert "11 March" in answer.hits[0].sentence_text
    assert answer.older == ()


def test_an_earlier_article_goes_first_only_where_it_has_the_same_of_the_question() -> None:
    answer = read_library(STRIKE, SETTLED).ask("When is the first boat due to leave?")
    assert "6 April" in answer.hits[0].sentence_text
    assert answer.older == ()


def test_one_story_is_told_by_its_names() -> None:
    by_id = {article.id: article for article in LIBRARY.articles}
    walkout = Story(by_id["ferry-walkout"])
    assert walkout.is_told_in(by_id["ferry-deal"])
    assert not walkout.is_told_in(by_id["museum"])
    assert Story(replace(by_id["museum"], language="de")).is_told_in(by_id["tram"])


def test_neither_days_nor_words_of_address_make_one_story() -> None:
    said = "On {} the mayor met Mrs Rask and Sir Holm, and in {} Madam Vale."
    first = made_article("pier", said.format("Monday", "March"), title="The pier")
    others = said.replace("Rask", "Lind").replace("Holm", "Maas").replace("Vale", "Roe")
    second = made_article("tram", others.format("Monday", "March"), title="The tram")
    assert not Story(first).is_told_in(second)
    assert Story(first).is_told_in(first)
