from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.language.sentence_cues import Kind
from bot.library.library import Library
from bot.retrieval.answer import NO_EVIDENCE, NO_NUMBER, ONE_WORD
from bot.retrieval.confidence import by_words
from bot.retrieval.confidence.by_words import confidence_of, measure
from bot.retrieval.evidence.evidence import FEATURES, Evidence
from bot.retrieval.question import ParsedQuestion, Question, Term

TEXT = (
    "Storm over the coast\n\n"
    "The storm reached the coast at night. Fishing boats were lost near Whitby harbour.\n\n"
    "Seven people were saved from the roof of the harbour hotel, said the coastguard.\n\n"
    "A lifeboat from Scarborough towed the trawler home, and the crew was given soup.\n"
)
LIBRARY = Library([parse_article(TEXT.encode(), "storm.txt")])
RAREST = math.log(24)


def test_how_many_is_not_answered_by_a_passage_without_a_number() -> None:
    answer = LIBRARY.ask("How many fishing boats were lost near Whitby harbour?")
    assert not answer.answered
    assert answer.reason == NO_NUMBER
    assert answer.confidence < 0.5


def test_how_many_is_answered_by_a_passage_with_one() -> None:
    answer = LIBRARY.ask("How many people were saved from the roof of the harbour hotel?")
    assert answer.answered
    assert "Seven people" in answer.hits[0].sentence_text


@pytest.mark.parametrize(
    "question",
    ["Which boats were lost near Whitby harbour?", "How much was lost near Whitby harbour?"],
)
def test_what_is_not_counted_needs_no_number(question: str) -> None:
    assert LIBRARY.ask(question).reason != NO_NUMBER


@pytest.mark.parametrize("question", ["Whitby?", "Who is Scarborough?", "the storm"])
def test_a_single_name_or_a_word_of_the_headline_is_answered(question: str) -> None:
    assert LIBRARY.ask(question).reason != ONE_WORD


@pytest.mark.parametrize("question", ["soup?", "the trawler", "fishing", "seven"])
def test_a_single_common_word_is_not(question: str) -> None:
    assert LIBRARY.ask(question).reason == ONE_WORD


def test_a_sentence_with_one_word_that_counts_is_called_no_single_word() -> None:
    assert LIBRARY.ask("they are all over the soup").reason == NO_EVIDENCE


def test_the_more_of_the_question_a_passage_has_the_surer() -> None:
    sure = [
        LIBRARY.ask(question).confidence
        for question in (
            "Who towed the purple submarine to Reykjavik in spring?",
            "Who towed the trawler to Reykjavik?",
            "Which lifeboat towed the trawler home?",
        )
    ]
    assert sure == sorted(sure)
    assert sure[0] < 0.5 < sure[2]


def _question(weights: tuple[float, float, float]) -> Question:
    """Make a question of which “a” is a name and found, “b” misspelt, “c” missing."""
    terms = (
        Term("a", "a", weights[0], 1.0, "a", capitalised=True),
        Term("b", "bb", weights[1], 0.8, "b", capitalised=False),
        Term("c", None, weights[2], 0.0, "c", capitalised=True),
    )
    letters, none = ("a", "b", "c"), ((), (), ())
    return Question(
        asked=ParsedQuestion(
            text="a b c",
            language="en",
            kind=Kind.OTHER,
            asks_count=False,
            stems=letters,
            forms=letters,
            capitalised=(True, False, True),
            sequence=(0, 1, 2),
            grams=(),
            grams_of=none,
        ),
        terms=terms,
        weights=np.array(weights),
        names=np.array([True, False, True]),
        form_weights=np.ones(3),
        grams=(),
        grams_of=none,
        gram_weights=np.zeros(0),
        mean_length=10.0,
        rarest=RAREST,
    )


def _evidence() -> Evidence:
    """Return evidence that is made up."""
    features = {
        "bm25": 0.44,
        "bigrams": 0.1,
        "coverage": 0.5,
        "soft_coverage": 0.9,
        "best_sentence": 1.3,
        "sentence_grams": 0.0,
        "forms": 0.4,
        "title": 0.3,
        "length": 1.0,
    }
    return Evidence(
        features=np.array([[features[name] for name in FEATURES]] * 2),
        present=np.array([[True, True, False]] * 2),
        alike=np.array([[1.0, 0.8, 0.0]] * 2),
        sentence_starts=np.array([0, 3, 5]),
        sentence_alike=np.zeros((5, 3)),
        soft_coverage=np.array([0.1, 0.2, 0.7, 0.9, 0.9]),
        sentence_grams=np.array([0.1, 0.3, 0.2, 0.8, 0.8]),
        sentence_bigrams=np.zeros(5),
        cues=np.array([0.0, 0.0, 0.5, 0.0, 0.0]),
    )


def _measured(sentence: int, weights: tuple[float, float, float]) -> dict[str, float]:
    return measure(_question(weights), _evidence(), 0, sentence)


def test_every_measure_is_a_share_of_what_the_question_weighs() -> None:
    assert _measured(0, (0.1, 0.2, 0.3)) == pytest.approx(
        {
            "soft_coverage": 0.9,
            "sentence_coverage": 0.7,
            "best_sentence": 1.3,
            "bm25": 0.44 / (0.6 * 2.2),
            "grams": 0.3,
            "bigrams": 0.1 / 0.6,
            "missed_names": 0.5,
            "misspelt": 0.2 / 0.6,
            "title": 0.5,
            "mass": 0.5 * 0.6 / RAREST / 3,
            "rarity": 0.6 / 3 / RAREST,
            "forms": 0.4 / 0.6 / 2,
            "no_cue": 1.0,
        }
    )


def test_much_that_matches_counts_up_to_a_limit() -> None:
    assert _measured(0, (900.0, 50.0, 50.0))["mass"] == pytest.approx(2.0)


def test_a_question_whose_words_weigh_all_the_same_is_as_rare_as_one_word() -> None:
    assert _measured(0, (0.2, 0.2, 0.2))["rarity"] == pytest.approx(0.2 / RAREST)


def test_evidence_counts_less_once_it_speaks_for_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    question = _question((0.1, 0.2, 0.3))
    chances = []
    for more in np.arange(-15, 5, 0.25).tolist():
        monkeypatch.setattr(by_words, "_BIAS", more)
        chances.append(confidence_of(question, _evidence(), 0))
    slopes = np.diff([math.log(chance / (1 - chance)) for chance in chances]) / 0.25
    for_it = np.array(chances[:-1]) > 0.43
    assert 0 < for_it.sum() < len(for_it)
    np.testing.assert_allclose(slopes[for_it], 0.71)
    np.testing.assert_allclose(slopes[np.array(chances[1:]) < 0.42], 0.71 + 0.98)


def test_the_cue_looked_for_is_in_the_best_sentence() -> None:
    weights = (0.1, 0.2, 0.1)
    assert [_measured(sentence, weights)["no_cue"] for sentence in range(2)] == [1.0, 0.0]


@given(
    st.lists(
        st.sampled_from(
            ["storm", "Whitby", "seven", "lifeboat", "soup", "of", "the", "Mars", "ran"]
        )
    )
)
def test_the_confidence_is_a_share(words: list[str]) -> None:
    assert 0.0 <= LIBRARY.ask(" ".join(words)).confidence <= 1.0
