"""What is asked for other than an answer, and what can't be given, in a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import BRIDGE
from tests.terminal.in_process import call

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2024-03-02"
FRENCH = "Le port\n\nLe port de Redcombe est fermé depuis lundi. La mairie l'a annoncé hier soir."


def test_the_articles_of_a_day_are_quoted_in_a_sentence_each(corpus: Path) -> None:
    where = ("--corpus", str(corpus))
    shown = call("summary", "--day", DAY, *where).stdout
    assert "Harbour bridge reopens" in shown
    found = json.loads(call("summary", "--day", DAY, "--json", *where).stdout)
    assert found["day"] == DAY
    (sentence,) = found["sentences"]
    assert sentence["text"] in BRIDGE
    assert sentence["article"]["id"] == "bridge"
    none = call("summary", "--day", "1999-01-01", *where)
    assert "There are no articles of that day." in none.stdout
    wrong = call("summary", "--day", "yesterday", *where)
    assert wrong.returncode == 2
    assert "must be a day such as 2026-02-15" in wrong.stderr
    for other in (["bridge"], ["--topic", "the harbour"]):
        both = call("summary", *other, "--day", DAY, *where)
        assert both.returncode == 2
        assert "leave out the article and --topic" in both.stderr


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("hello", "Ask anything about the articles"),
        ("what can you do?", "--help lists the commands"),
        ("is this true?", "Give the claim to the command claim"),
        ("what's new?", "Harbour bridge reopens"),
        ("tl;dr of the harbour bridge", "¶"),
    ],
)
def test_what_is_no_question_is_answered_in_its_own_way(
    corpus: Path, asked: str, shown: str
) -> None:
    assert shown in call("ask", asked, "--corpus", str(corpus)).stdout


@pytest.mark.parametrize(
    ("asked", "outcome", "holds"),
    [
        ("hello", "talk", {"talk": "greeting"}),
        ("what's new?", "news", {}),
        ("tl;dr of the harbour bridge", "summary", {}),
        ("any articles about the harbour bridge?", "topic", {"topic": "the harbour bridge"}),
    ],
)
def test_in_json_what_is_no_question_is_answered_in_its_own_way_too(
    corpus: Path, asked: str, outcome: str, holds: dict[str, str]
) -> None:
    found = json.loads(call("ask", asked, "--json", "--corpus", str(corpus)).stdout)
    assert found["outcome"] == outcome
    assert found["answered"] is False
    assert found["question"] == asked
    assert holds.items() <= found.items()
    if outcome == "talk":
        assert "Ask anything about the articles" in found["text"]
    else:
        assert any(sentence["text"] in BRIDGE for sentence in found["sentences"])


def test_a_claim_that_agrees_differs_in_nothing(corpus: Path) -> None:
    claim = "Mayor Ann Lee said the work had cost 4.5 million dollars."
    shown = call("claim", claim, "--corpus", str(corpus)).stdout
    assert "No name or number differs." in shown
    assert "You decide what is right." in shown


def test_each_part_of_a_question_is_answered_with_its_place(corpus: Path) -> None:
    asked = "Who is Ann Lee and where were the otters seen?"
    shown = call("ask", asked, "--corpus", str(corpus)).stdout
    assert "[1] “" in shown
    assert "[2] “" in shown
    assert shown.count("¶") == 2


def test_the_languages_that_limit_what_can_be_found_are_named(corpus: Path) -> None:
    for file in corpus.iterdir():
        file.unlink()
    japanese = (
        "港の橋\n\n港の橋は土曜日に再開した。市長の田中花子氏は工事費が四百万ドルだったと述べた。"
    )
    (corpus / "port.txt").write_text(FRENCH, encoding="utf-8")
    (corpus / "bridge.txt").write_text(japanese, encoding="utf-8")
    shown = call("who", "--corpus", str(corpus)).stdout
    assert "People in articles in Japanese can't be listed: ask for one by name." in shown
    refused = call("ask", "How many goals did Chelsea score?", "--corpus", str(corpus)).stdout
    assert "The articles are in " in refused
    assert "French" in refused
    (corpus / "port.txt").unlink()
    shown = call("who", "--corpus", str(corpus)).stdout
    assert "People in articles in Japanese can't be listed: ask for one by name." in shown
    assert "like that" not in shown


def test_an_evaluation_needs_exactly_one_thing_to_measure(corpus: Path) -> None:
    for arguments in ([], ["questions.json", "--people", "gold.json"]):
        done = call("evaluate", *arguments, "--corpus", str(corpus))
        assert done.returncode == 2
        assert "give one of QUESTIONS, --people GOLD and --summary GOLD" in done.stderr


def test_an_evaluation_measures_answers_and_people(corpus: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.json"
    asked = [{"question": "Who is Ann Lee?", "answers": ["Mayor Ann Lee"], "article": "bridge"}]
    questions.write_text(json.dumps(asked), encoding="utf-8")
    done = call("evaluate", str(questions), "--corpus", str(corpus), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["questions"] == 1
    assert "R@1" in call("evaluate", str(questions), "--corpus", str(corpus)).stdout

    gold = corpus / "gold.json"
    gold.write_text(json.dumps({"bridge.md": {"people": [{"name": "Ann Lee"}]}}), encoding="utf-8")
    people = call("evaluate", "--people", str(gold))
    assert people.returncode == 0, people.stderr
    assert "1 people listed" in people.stdout
    missing = call("evaluate", "--people", str(corpus / "nothing.json"))
    assert missing.returncode == 2
    assert "can't be opened" in missing.stderr
