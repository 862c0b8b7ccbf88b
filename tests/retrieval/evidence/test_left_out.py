"""Near misses are told by what the sentence that fits best leaves out of the question."""

from __future__ import annotations

import pytest

from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.evidence.evidence import gather_evidence
from bot.retrieval.evidence.left_out import measure_left_out
from bot.retrieval.meaning.embeddings import embed_article
from bot.retrieval.meaning.models import Models
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.sentences.highlight import best_sentence, sentence_scores
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

ARTICLES = [
    made_article(
        "dig",
        "The students of Ann Lee found a bronze cat in 1912. It is in the town hall.",
        "The council gave them a reward of 900 crowns.",
        "Mark Hale is the curator. He promised the visitors a vitrine. It is of oak.",
        title="A cat for Ostrava",
    ),
    made_article(
        "vote", "The mayor, Tom Fox, lost the vote by 12. Nobody cheered.", title="A vote"
    ),
]


def left_out(text: str) -> dict[str, float]:
    """Measure the passage that fits the question best."""
    library = Library(ARTICLES)
    asked = read_question(text, pack_for("en"))
    question = weigh_question(asked, library.engine.statistics(asked))
    candidates = library.engine.candidates(question, 20)
    evidence = gather_evidence(candidates, question)
    best = int(evidence.features[:, 0].argmax())
    sentence = best_sentence(sentence_scores(evidence), evidence, best)
    return measure_left_out(question, candidates, evidence, best, sentence)


@pytest.mark.parametrize(
    ("question", "names", "numbers"),
    [
        ("what did the students of Ann Lee find in 1912", 0.0, 0.0),
        ("what did the students of Tom Fox find in 1912", 1.0, 0.0),
        ("what did the students of Ann Lee find in 1913", 0.0, 1.0),
        ("which bronze cat did the students find in Ostrava", 0.0, 0.0),
        ("which bronze cat did the students find in Paris", 1.0, 0.0),
        ("what did Mark Hale promise the visitors", 0.0, 0.0),
        ("what did Tom Fox promise the visitors", 1.0, 0.0),
    ],
)
def test_names_and_numbers_that_are_not_there_are_told(
    question: str, names: float, numbers: float
) -> None:
    measured = left_out(question)
    assert (measured["names_left_out"], measured["numbers_left_out"]) == (names, numbers)


def test_the_rarest_word_that_is_left_out_counts() -> None:
    assert left_out("students found a bronze cat")["most_left_out"] == 0
    assert left_out("students found a bronze helmet")["most_left_out"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("how many students found a bronze cat", 0.0),
        ("how old a bronze cat", 0.0),
        ("which old students found a bronze cat", 1.0),
        ("how long is the bronze cat of Ann Long", 1.0),
    ],
)
def test_what_only_asks_for_a_number_is_not_left_out(question: str, left: float) -> None:
    assert left_out(question)["most_left_out"] == pytest.approx(left)


def test_a_near_miss_is_less_sure_than_the_question_it_resembles() -> None:
    embeddings = {article.key: embed_article(article, LetterEncoder()) for article in ARTICLES}
    library = Library(ARTICLES, models=Models(LetterEncoder(), None), embeddings=embeddings)
    answered = library.ask("what did the students of Ann Lee find in 1912").confidence
    near_miss = library.ask("what did the students of Tom Fox find in 1912").confidence
    assert near_miss < answered
