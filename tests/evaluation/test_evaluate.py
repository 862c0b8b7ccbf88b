from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.evaluation.alone import meaning_alone
from bot.evaluation.answer_figures import confidence_figures, reliability
from bot.evaluation.answers import count_steps, evaluate_answers
from bot.evaluation.measures import DEPTH, best_f1, mean_figure, roc_area
from bot.evaluation.outcomes import Outcome, ask_all
from bot.evaluation.questions import (
    AskedQuestion,
    EvaluationError,
    QuestionSet,
    read_questions,
)
from bot.library.library import Library
from bot.retrieval.meaning.models import Models
from tests.retrieval.meaning.embedding_letters import LetterEncoder
from tests.terminal.in_process import call

if TYPE_CHECKING:
    from pathlib import Path

    from bot.evaluation.answers import AnswerReport
    from bot.retrieval.answer import Outcome as AnswerOutcome

SQUAD = {
    "version": "v2.0",
    "data": [
        {
            "title": name,
            "paragraphs": [
                {
                    "context": f"The {name} was built in {year}. It is made of stone.",
                    "qas": [
                        {
                            "question": f"When was the {name} built?",
                            "answers": [{"text": str(year), "answer_start": 0}],
                            "is_impossible": False,
                        },
                        {"question": "Impossible?", "answers": [], "is_impossible": True},
                    ],
                }
            ],
        }
        for name, year in (("lighthouse", 1811), ("viaduct", 1902), ("orangery", 1755))
    ],
}


LISTED: list[dict[str, Any]] = [
    {
        "question": "What did the work on the bridge cost?",
        "answers": ["4.5 million"],
        "article": "bridge",
        "paragraphs": [2],
        "kind": "paraphrase",
    },
    {"question": "Where were otters seen?", "answers": ["Lune"], "kind": "paraphrase"},
    {
        "question": "and who warned of the pillar?",
        "answers": ["Tomás Ferreira"],
        "article": "bridge",
        "after": "What did the work on the bridge cost?",
        "kind": "follow-up",
    },
    {"question": "Who won the chess championship?", "answers": [], "kind": "unanswerable"},
]


def write(path: Path, content: object) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def measure(asked: QuestionSet, *, compare: bool) -> AnswerReport:
    steps = []
    report = evaluate_answers(asked, lambda: steps.append(1), compare=compare)
    assert len(steps) == count_steps(asked, compare=compare)
    return report


def test_measures_over_the_paragraphs_of_squad(tmp_path: Path) -> None:
    questions = write(tmp_path / "squad.json", SQUAD)
    done = call("evaluate", str(questions), "--json", "--compare")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["questions"], report["passages"]) == (3, 3)
    assert report["figures"]["R@1"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert report["figures"]["sentence"]["value"] == 1.0
    # Half of the articles are left out at a time, and their questions refused.
    assert report["figures"]["ROC area"]["value"] == 1.0
    assert report["figures"]["near misses, answered"]["value"] == 0.0
    assert report["kinds"]["impossible"]["questions"] == 3
    assert {"rank-bm25", "SQLite FTS5"} <= set(report["compare"])
    assert report["misses"] == []


def test_measures_a_list_over_a_corpus_folder(corpus: Path, tmp_path: Path) -> None:
    questions = write(tmp_path / "questions.json", {"about": "a test", "questions": LISTED})
    done = call("evaluate", str(questions), "--corpus", str(corpus))
    assert done.returncode == 0, done.stderr
    assert "3 answerable questions over 6 passages" in done.stdout
    assert "unanswerable, answered: 0.000" in done.stdout
    assert re.search(r"^follow-up +1 +1\.00", done.stdout, re.MULTILINE)
    assert "Reliability" in done.stdout


def test_each_kind_has_its_figures(corpus: Path, tmp_path: Path) -> None:
    report = measure(read_questions(write(tmp_path / "q.json", LISTED), corpus), compare=True)
    assert {name: kind.questions for name, kind in report.kinds.items()} == {
        "paraphrase": 2,
        "follow-up": 1,
        "unanswerable": 1,
    }
    assert report.kinds["paraphrase"].figures["R@1"].value == 1.0
    assert "R@1" not in report.kinds["unanswerable"].figures
    assert report.kinds["unanswerable"].figures["none"].value == 1.0
    assert report.figures["area, right against unanswerable"].value == 1.0


def test_a_follow_up_is_asked_after_the_question_that_it_follows(
    corpus: Path, tmp_path: Path
) -> None:
    follow_up = {"question": "and in Caton?", "answers": ["eleven"], "article": "otters"}
    alone = read_questions(write(tmp_path / "alone.json", [follow_up]), corpus)
    before = {**follow_up, "after": "How many otters did Nair count?"}
    after = read_questions(write(tmp_path / "after.json", [before]), corpus)
    (first,), (second,) = (
        ask_all(asked.library, asked.questions, lambda: None) for asked in (alone, after)
    )
    assert second.right
    assert second.confidence != first.confidence


def test_words_and_meaning_are_compared_each_on_its_own(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", str(tmp_path / "footnote.db"))
    asked = read_questions(write(tmp_path / "q.json", LISTED), corpus)
    assert not set(measure(asked, compare=True).peers) & {"words alone", "meaning alone"}
    understood = Library(asked.library.articles, models=Models(LetterEncoder()))
    understood.embed()
    # What each finds has to follow from words, and from letters, as that encoder means them.
    with_models = measure(QuestionSet(understood, asked.questions), compare=True)
    words, meaning = (with_models.peers[f"{name} alone"] for name in ("words", "meaning"))
    assert words["R@1"] == measure(asked, compare=False).figures["R@1"]
    assert words["sentence"] == measure(asked, compare=False).figures["sentence"]
    assert meaning["R@5"].value > 0
    assert set(meaning) == set(words)


def test_meaning_alone_finds_the_passage_and_the_sentence_that_are_nearest(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", str(tmp_path / "footnote.db"))
    library = Library(Library.from_folder(corpus).articles, models=Models(LetterEncoder()))
    library.embed()
    passage = library.articles[0].passages[1]
    answers = ("We paid every cent",)
    question = AskedQuestion(passage.text, answers, frozenset({passage.id}), None)
    assert meaning_alone(library)(question)[0] == 0
    nobody = AskedQuestion(passage.text, ("otters",), frozenset(), None)
    assert meaning_alone(library)(nobody) == (DEPTH, False)


def test_a_question_without_paragraphs_is_answered_where_its_answers_are(
    corpus: Path, tmp_path: Path
) -> None:
    found = read_questions(write(tmp_path / "q.json", LISTED), corpus).questions
    assert found[1].relevant == {"otters#1"}
    assert found[0].relevant == {"bridge#2"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "can't be opened"),
        ("nonsense", "not JSON"),
        ('{"a": 1}', "neither"),
        ("[1]", "neither"),
        ([{**LISTED[0], "article": "ferry"}], "question 1 is about 'ferry'"),
        ([LISTED[1], {**LISTED[0], "answers": ["5.4 million"]}], "question 2"),
        ([{**LISTED[0], "paragraphs": [3]}], "none of its answers"),
    ],
)
def test_names_what_is_wrong_with_the_file(
    corpus: Path, tmp_path: Path, content: object, message: str
) -> None:
    questions = tmp_path / "questions.json"
    if content is not None:
        write(questions, content)
    with pytest.raises(EvaluationError, match=re.escape(message)) as raised:
        read_questions(questions, corpus)
    assert str(questions) in str(raised.value)


def test_what_is_wrong_with_the_file_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = call("evaluate", str(tmp_path / "gone.json"))
    assert done.returncode == 2
    assert "gone.json can't be opened" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def outcome(
    kind: AnswerOutcome, confidence: float, *, rank: int = 0, answerable: bool = True
) -> Outcome:
    relevant = frozenset({"a#1"}) if answerable else frozenset[str]()
    question = AskedQuestion("?", ("x",) if answerable else (), relevant, None)
    shown = kind != "none" and rank == 0
    return Outcome(question, kind, rank, rank == 0, shown, confidence, "a passage")


def test_confidence_is_judged_with_the_questions_that_have_no_answer() -> None:
    outcomes = [
        outcome("answer", 0.9),
        outcome("answer", 0.6, rank=2),
        outcome("perhaps", 0.4),
        outcome("none", 0.1),
        outcome("answer", 0.8, answerable=False, rank=10),
        outcome("none", 0.2, answerable=False, rank=10),
    ]
    figures = {name: f.value for name, f in confidence_figures(outcomes).items()}
    assert figures["right where sure"] == pytest.approx(1 / 3)
    assert figures["confidence where wrong"] == pytest.approx(0.7)
    assert figures["answer in what is shown"] == pytest.approx(2 / 4)
    assert figures["unanswerable, answered"] == pytest.approx(1 / 2)
    # Of the six pairs, .9 is over both, .4 over one, and .1 over none.
    assert figures["area, right against unanswerable"] == pytest.approx(3 / 6)


def test_the_reliability_table_has_the_answers_by_tenths() -> None:
    table = reliability(
        [outcome("answer", 1.0), outcome("answer", 0.9, rank=1), outcome("perhaps", 0.3)]
    )
    assert [(row.low, row.high, row.answers, row.right) for row in table] == [
        (0.3, 0.4, 1, 1.0),
        (0.9, 1.0, 2, 0.5),
    ]


GOLD = {
    "bridge.md": {"summary": "The harbour bridge reopened after nine months of repairs."},
    "otters.txt": {
        "people": [{"name": "Priya Nair", "also": ["Nair"]}, {"name": "Nobody Atall"}],
    },
}


def test_measures_people_against_gold(corpus: Path) -> None:
    gold = corpus / "gold.json"
    gold.write_text(json.dumps(GOLD))
    done = call("evaluate", "--people", str(gold), "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["people"] == 2
    assert report["recall"] == 0.5
    assert report["missed"] == [{"article": "otters.txt", "name": "Nobody Atall"}]
    shown = call("evaluate", "--people", str(gold))
    assert "F1" in shown.stdout
    assert "Nobody Atall (otters.txt)" in shown.stdout


def test_measures_summaries_against_gold_and_the_lead(corpus: Path) -> None:
    pytest.importorskip("rouge_score", reason="rouge-score is not installed (extra benchmark)")
    gold = corpus / "gold.json"
    gold.write_text(json.dumps(GOLD))
    done = call("evaluate", "--summary", str(gold), "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["articles"] == 1
    assert 0 < report["summary"]["ROUGE-1"]["value"] <= 1
    assert "lead, as many words" in call("evaluate", "--summary", str(gold)).stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "is no object"),
        ('{"gone.md": {}}', "gone.md"),
        ('{"bridge.md": {"people": [{}]}}', "name"),
        ("x", "not JSON"),
    ],
)
def test_names_what_is_wrong_with_the_gold(corpus: Path, content: str, message: str) -> None:
    gold = corpus / "gold.json"
    gold.write_text(content)
    done = call("evaluate", "--people", str(gold))
    assert done.returncode == 2
    assert "gold.json" in done.stderr
    assert message in done.stderr


def test_one_thing_is_measured_at_a_time(tmp_path: Path) -> None:
    for arguments in ([], ["a.json", "--people", "b.json"]):
        done = call("evaluate", *arguments)
        assert done.returncode == 2
        assert "--summary GOLD" in done.stderr


def test_the_interval_holds_the_mean() -> None:
    figure = mean_figure(np.array([1, 0, 1, 1, 0, 1]))
    assert figure.low <= figure.value <= figure.high
    assert figure.value == pytest.approx(4 / 6)


def test_the_roc_area_counts_pairs() -> None:
    scores = np.array([0.9, 0.8, 0.8, 0.1])
    positive = np.array([True, True, False, False])
    assert roc_area(scores, positive) == pytest.approx(3.5 / 4)
    assert best_f1(scores, positive) == pytest.approx(0.8)
