from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.evaluation.measures import best_f1, mean_figure, roc_area
from tests.terminal.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

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


def test_measures_over_the_paragraphs_of_squad(tmp_path: Path) -> None:
    questions = tmp_path / "squad.json"
    questions.write_text(json.dumps(SQUAD))
    done = run("evaluate", str(questions), "--json", "--compare")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["questions"], report["passages"]) == (3, 3)
    assert report["figures"]["R@1"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert report["figures"]["sentence"]["value"] == 1.0
    assert report["figures"]["ROC area"]["value"] == 1.0
    assert {"rank-bm25", "SQLite FTS5"} <= set(report["compare"])
    assert report["misses"] == []


def test_measures_a_list_over_a_corpus_folder(corpus: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.json"
    questions.write_text(
        json.dumps(
            [
                {"question": "What did the work on the bridge cost?", "answers": ["4.5 million"]},
                {"question": "Where were otters seen?", "answers": ["Lune"], "article": "otters"},
                {"question": "Who won the chess championship?", "answers": []},
            ]
        )
    )
    done = run("evaluate", str(questions), "--corpus", str(corpus))
    assert done.returncode == 0, done.stderr
    assert "2 answerable questions over 6 passages" in done.stdout
    assert "Reliability" in done.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "can't be opened"),
        ("nonsense", "no JSON"),
        ('{"a": 1}', "neither"),
        ("[1]", "neither"),
    ],
)
def test_names_what_is_wrong_with_the_file(
    tmp_path: Path, content: str | None, message: str
) -> None:
    questions = tmp_path / "questions.json"
    if content is not None:
        questions.write_text(content)
    done = run("evaluate", str(questions))
    assert done.returncode == 2
    assert message in done.stderr
    assert "questions.json" in done.stderr


GOLD = {
    "bridge.md": {"summary": "The harbour bridge reopened after nine months of repairs."},
    "otters.txt": {
        "people": [{"name": "Priya Nair", "also": ["Nair"]}, {"name": "Nobody Atall"}],
    },
}


def test_measures_people_against_gold(corpus: Path) -> None:
    gold = corpus / "gold.json"
    gold.write_text(json.dumps(GOLD))
    done = run("evaluate", "--people", str(gold), "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["people"] == 2
    assert report["recall"] == 0.5
    assert report["missed"] == [{"article": "otters.txt", "name": "Nobody Atall"}]
    shown = run("evaluate", "--people", str(gold))
    assert "F1" in shown.stdout
    assert "Nobody Atall (otters.txt)" in shown.stdout


def test_measures_summaries_against_gold_and_the_lead(corpus: Path) -> None:
    pytest.importorskip("rouge_score", reason="rouge-score is not installed (extra benchmark)")
    gold = corpus / "gold.json"
    gold.write_text(json.dumps(GOLD))
    done = run("evaluate", "--summary", str(gold), "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["articles"] == 1
    assert 0 < report["summary"]["ROUGE-1"]["value"] <= 1
    assert "lead, as many words" in run("evaluate", "--summary", str(gold)).stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "is no object"),
        ('{"gone.md": {}}', "gone.md"),
        ('{"bridge.md": {"people": [{}]}}', "name"),
        ("x", "no JSON"),
    ],
)
def test_names_what_is_wrong_with_the_gold(corpus: Path, content: str, message: str) -> None:
    gold = corpus / "gold.json"
    gold.write_text(content)
    done = run("evaluate", "--people", str(gold))
    assert done.returncode == 2
    assert "gold.json" in done.stderr
    assert message in done.stderr


def test_one_thing_is_measured_at_a_time(tmp_path: Path) -> None:
    for arguments in ([], ["a.json", "--people", "b.json"]):
        done = run("evaluate", *arguments)
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
