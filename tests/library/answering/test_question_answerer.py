from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bot.articles.quote import Quote
from bot.ingest.corpus import read_corpus
from bot.ingest.reader import parse_article
from bot.library.answering.turn import LONGEST, Turn
from bot.library.library import Library
from bot.retrieval.answer import NO_MATCH
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.models import Models, shipped_models
from bot.retrieval.meaning.reader import PassageReading
from tests.conftest import PROJECT
from tests.dialogues.dialogue import open_articles
from tests.retrieval.meaning.embedding_letters import (
    DIG_AND_VOTE,
    LetterEncoder,
    made_article,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span


class FindsTheBoat:
    """A stand-in for the reader: it sees that the boat answers once it knows of the reward."""

    def __init__(self) -> None:
        self.questions: set[str] = set()

    def read(
        self,
        question: str,
        passages: Sequence[str],
        titles: Sequence[str] = (),  # noqa: ARG002
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[PassageReading]:
        self.questions.add(question)
        found = ["reward" in question and "boat" in passage for passage in passages]
        return [
            PassageReading(9.0 if one else -9.0, 0, 3, 9.0 if one else -9.0, (0.0,) * len(spans))
            for one, spans in zip(found, sentences, strict=True)
        ]


def test_a_follow_up_is_also_read_right_behind_the_question_before() -> None:
    embeddings = {a.key: embed_article(a, LetterEncoder()) for a in DIG_AND_VOTE}
    reader = FindsTheBoat()
    library = Library(DIG_AND_VOTE, models=Models(LetterEncoder(), reader), embeddings=embeddings)
    before = "how big was the reward"
    answer = library.ask("what was done with it", after=Turn((before,)))
    assert f"{before} what was done with it" in reader.questions
    assert "boat" in answer.hits[0].passage.text
    assert answer.thread == (before, "what was done with it")
    assert answer.in_full is None


class ReadsTheFirstSentence(FindsTheBoat):
    """A stand-in for the reader: where it knows of the reward, a passage's first sentence says."""

    def read(
        self,
        question: str,
        passages: Sequence[str],
        titles: Sequence[str] = (),
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[PassageReading]:
        of_reward = "reward" in question
        found = super().read(question, passages, titles, sentences)
        own = [(9.0,) * of_reward + (0.0,) * (len(spans) - of_reward) for spans in sentences]
        return [replace(one, sentence_scores=of) for one, of in zip(found, own, strict=True)]


def test_the_question_before_finds_the_passage_and_not_its_own_sentence_again() -> None:
    boat = made_article(
        "boat", "The reward was 90 pounds. For the money there was a boat.", title="Boat"
    )
    bread = made_article("bread", "With the money bread was bought.", title="Bought with money")
    articles = [*DIG_AND_VOTE, boat, bread]
    embeddings = {a.key: embed_article(a, LetterEncoder()) for a in articles}
    models = Models(LetterEncoder(), ReadsTheFirstSentence())
    library = Library(articles, models=models, embeddings=embeddings)
    shown = Quote(boat, boat.passages[0], boat.passages[0].sentences[0])
    answer = library.ask(
        "what was bought with the money", after=Turn(("how big was the reward",), shown)
    )
    assert answer.hits[0].sentence_text == "For the money there was a boat."
    assert answer.thread == ("how big was the reward", "what was bought with the money")


def test_what_leans_is_read_behind_the_last_question_that_says_what_it_is_about() -> None:
    embeddings = {a.key: embed_article(a, LetterEncoder()) for a in DIG_AND_VOTE}
    reader = FindsTheBoat()
    library = Library(DIG_AND_VOTE, models=Models(LetterEncoder(), reader), embeddings=embeddings)
    before = "how big was the reward"
    library.ask("what was done with it", after=Turn((before, "why?")))
    assert f"{before} what was done with it" in reader.questions


def test_a_question_that_stands_alone_is_not_read_behind_another() -> None:
    embeddings = {a.key: embed_article(a, LetterEncoder()) for a in DIG_AND_VOTE}
    reader = FindsTheBoat()
    library = Library(DIG_AND_VOTE, models=Models(LetterEncoder(), reader), embeddings=embeddings)
    library.ask("Who lost the vote of the town council?", after=Turn(("how big was the reward",)))
    assert reader.questions == {"Who lost the vote of the town council?"}


def test_only_a_name_makes_an_answer_across_languages_sure() -> None:
    others = [made_article(f"rain-{n}", f"It rained on day {n}.", title="Rain") for n in range(9)]
    vote = made_article(
        "vote",
        "Ann Lee spoke of the vote. Everybody but the restaurant was closed.",
        title="A vote in town",
    )
    library = Library([vote, *others])
    assert library.ask("Qui est Ann Lee ?").answered
    shared = library.ask("o\u00f9 est le restaurant")
    assert shared.outcome == "perhaps"
    assert shared.articles_in == ("en",)


@pytest.mark.parametrize(
    "question", ["Wie teuer ist das Öl geworden?", "Wie teuer ist das Öl heute in Norwegen?"]
)
def test_a_question_in_a_language_of_no_article_gets_no_guess(question: str) -> None:
    answer = dialogues().ask(question)
    assert answer.outcome == "none"
    assert answer.articles_in == ("en",)


def test_what_a_name_or_much_similarity_finds_across_languages_is_shown() -> None:
    answer = dialogues().ask("Wie hoch war die Kaution von Dana Whitlock?")
    assert answer.outcome != "none"
    assert answer.hits[0].article.id == "trial"


@pytest.mark.parametrize("noise", ["asdf qwer", "hjkl", "zxcv bnm", "qwertyuiop asdfgh!", "jkl?"])
def test_what_has_no_word_that_anybody_knows_is_refused(noise: str) -> None:
    answer = dialogues().ask(noise)
    assert answer.outcome == "none"
    assert answer.reason == NO_MATCH


@pytest.mark.parametrize("noise", ["where are the glibs", "what is the florb", "uh huh hm"])
def test_a_question_about_nothing_gets_no_three_quotes(noise: str) -> None:
    assert news().ask(noise).outcome == "none"


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("guillemot", "lark-birds"),
        ("hevy coffin", "lead-coffin"),
        ("how did the currency react to the hike", "rate-rise"),
        ("why is the vicar sad about it", "padel-row"),
    ],
)
def test_short_misspelt_and_other_words_are_no_noise(question: str, article: str) -> None:
    answer = news().ask(question)
    assert article in [hit.article.id for hit in answer.shown]


SHELF = [
    parse_article(
        b"# Reservoirs of Port Amble\n\nThe reservoirs of Port Amble have fallen again.\n\n"
        b"| Year | Level | Days of restrictions |\n|---|---|---|\n| 2023 | 34% | 12 |\n"
        b"| 2024 | 22% | 61 |\n| 2025 | 11% | 148 |\n",
        "reservoirs.md",
    ),
    parse_article(
        b"# The keeper\n\nOrla Quayle keeps the lamp at Skelling Point.\n\n"
        b"**What was the worst night?**\n\n"
        b"The night of the Marguerite, in 2009. I saw her lights go out one after another.\n\n"
        b"**Who will look after the building?**\n\nThe Skelling Trust has bought it for a pound.\n",
        "keeper.md",
    ),
]


def test_the_row_that_is_asked_about_is_highlighted() -> None:
    library = Library(SHELF, models=shipped_models())
    library.embed()
    before = library.ask("how many days of restrictions were there in 2024")
    assert before.hits[0].sentence_text == "Year: 2024; Level: 22%; Days of restrictions: 61"
    after = library.ask("and in 2025?", after=Turn.of(before))
    assert after.hits[0].sentence_text == "Year: 2025; Level: 11%; Days of restrictions: 148"


def test_of_rows_that_name_somebody_the_one_about_them_is_highlighted() -> None:
    cast = (
        b"# Lanternfall\n\nIt is a series.\n\n| Character | Played by | Notes |\n|---|---|---|\n"
        b"| Master Pell | Hugh Dacre | Teacher of Wren |\n"
        b"| Wren Hallow | Tamika Shaw | Keeper of the Ninth Lamp in later years |\n"
    )
    library = Library([parse_article(cast, "lanternfall.md")], models=shipped_models())
    library.embed()
    assert "Tamika Shaw" in library.ask("who plays wren?").hits[0].sentence_text


def test_an_interviewers_question_is_not_shown_as_an_answer() -> None:
    library = Library(SHELF, models=shipped_models())
    library.embed()
    answer = library.ask("what was the worst night")
    assert answer.shown[0].sentence_text.startswith("The night of the Marguerite")
    assert not any(hit.sentence_text.endswith("?") for hit in answer.shown)


@cache
def news() -> Library:
    folder = PROJECT / "tests" / "benchmarks" / "questions" / "news_f"
    library = Library(read_corpus(folder).articles, models=shipped_models())
    library.embed()
    return library


def test_misspelt_words_and_words_of_a_name_are_no_noise() -> None:
    assert "ferry strike" in dialogues().ask("ferrry strikke saillors").hits[0].sentence_text
    assert dialogues().ask("whitlok").hits[0].article.id == "trial"
    assert dialogues().ask("holidaymakers").reason != NO_MATCH


@cache
def dialogues() -> Library:
    library = open_articles(shipped_models())
    library.embed()
    return library


def test_of_a_very_long_question_only_the_beginning_is_read_in_other_words() -> None:
    library = Library(DIG_AND_VOTE)
    shown = library.ask("Where was the bronze cat?").shown[0].quote
    long = Turn(("Who found the bronze cat? " + "a " * 5000,), shown)
    assert len(long.before(library.found_people).questions[0]) <= LONGEST
    assert library.ask("And the boat?", after=long).hits
    longest = "And the mayor? " + "a " * 5000
    assert library.ask(longest, after=long).in_full is None
