"""Two libraries that are asked together rank as one of all their articles would."""

from __future__ import annotations

import numpy as np
import pytest

from bot.evaluation.questions import read_questions
from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.library.shelves.joint_library import JointLibrary
from bot.retrieval.question import read_question, weigh_question
from tests.benchmarks.question_sets import OWN
from tests.conftest import BRIDGE, OTTERS

ENGLISH = pack_for("en")
ARTICLES = [
    parse_article(BRIDGE.encode(), "bridge.md"),
    parse_article(OTTERS.encode(), "otters.txt"),
]
ONE = Library(ARTICLES)
JOINT = JointLibrary(Library(ARTICLES[:1]), Library(ARTICLES[1:]))


@pytest.mark.parametrize(
    "text",
    [
        "What did the harbour bridge cost?",
        "Who counted otters in the river?",
        "Was the bridge over the river repaired by the city?",
        "otterz near Caton",
    ],
)
def test_scores_are_those_of_one_engine(text: str) -> None:
    asked = read_question(text, ENGLISH)
    wanted = _scores(ONE, weigh_question(asked, ONE.engine.statistics(asked)))
    found = _scores(JOINT, weigh_question(asked, JOINT.engine.statistics(asked)))
    assert found == pytest.approx(wanted)


def test_of_equals_the_servers_own_comes_first() -> None:
    said, other = "The ferry left Skarn at noon.", "Gulls nest in the old harbour."
    own = parse_article(f"# The ferry\n\n{other}\n\n{said}\n".encode(), "own.md")
    shared = parse_article(f"# The ferry\n\n{said}\n\n{other}\n".encode(), "shared.md")
    answer = JointLibrary(Library([own]), Library([shared])).ask("When did the ferry leave Skarn?")
    assert [hit.passage.id for hit in answer.hits[:2]] == ["own#2", "shared#1"]
    assert answer.hits[0].score == answer.hits[1].score


def _scores(library: Library, question: object) -> dict[str, float]:
    candidates = library.engine.candidates(question, 20)  # type: ignore[arg-type]
    passages = [passage.id for _, passage in candidates.found]
    return dict(zip(passages, candidates.scores.tolist(), strict=True))


def test_articles_dealt_onto_two_shelves_rank_as_on_one() -> None:
    asked = read_questions(OWN / "news_a" / "questions.json", OWN / "news_a")
    articles = asked.library.articles
    one, own, shared = (Library(part) for part in (articles, articles[::2], articles[1::2]))
    joint = JointLibrary(own, shared)
    same, questions = 0, asked.questions[::4]
    for question in questions:
        alone, together = one.ask(question.text), joint.ask(question.text)
        first = [answer.hits[0].passage.id for answer in (alone, together) if answer.hits]
        same += len(set(first)) <= 1 and alone.outcome == together.outcome
    assert same / len(questions) > 0.97


def test_a_joint_library_answers_everything_that_one_does() -> None:
    assert JOINT.passages == ONE.passages
    assert JOINT.who("Nair").people == ONE.who("Nair").people
    assert {a.id for a in JOINT.articles} == {"bridge", "otters"}
    assert JOINT.within("otters").ask("Who counted eleven animals?").answered
    topic = JOINT.topic_summary("salmon and eels")
    assert "eels" in " ".join(sentence.text for sentence in topic.sentences)
    assert JOINT.summary("bridge").sentences == ONE.summary("bridge").sentences


def test_where_one_of_two_holds_nothing_that_is_asked_the_other_answers() -> None:
    for text in ("Where were otters seen?", "When did the harbour bridge reopen?"):
        assert JOINT.ask(text).answered
    assert not JOINT.ask("Who won the football match?").answered
    np.testing.assert_equal(len(JointLibrary(Library(()), ONE).engine), len(ONE.engine))
