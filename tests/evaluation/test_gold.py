from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.terminal.in_process import call

if TYPE_CHECKING:
    from pathlib import Path


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
        ("[]", "is not an object"),
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
