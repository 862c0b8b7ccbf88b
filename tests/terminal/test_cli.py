from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BRIDGE, PROJECT
from tests.terminal.in_process import call

FULL = Path("/dev/full")
"""A device that is always full, where the system has it."""


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROJECT / "run_bot.py"), *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "120", **environment},
        check=False,
        timeout=60,
    )


def ask_json(*arguments: str, stdin: str = "") -> list[dict[str, Any]]:
    done = call(*arguments, "--json", stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_ask_answers(corpus: Path) -> None:
    done = run("ask", "Who is Ann Lee?", "--corpus", str(corpus))
    assert done.returncode == 0
    assert "Mayor Ann Lee" in done.stdout
    assert "City News" in done.stdout
    assert "¶ 2 of 3" in done.stdout


def test_ask_in_json(corpus: Path) -> None:
    (answer,) = ask_json("ask", "Who is Ann Lee?", "--corpus", str(corpus))
    assert answer["answered"] is True
    assert answer["passage"] in BRIDGE


def test_json_has_nothing_that_steers_a_terminal(corpus: Path) -> None:
    asked = "Who is Ann Lee\x9b31m\x85\u202e\u2028?"
    done = call("ask", asked, "--json", "--corpus", str(corpus))
    assert json.loads(done.stdout)["question"] == asked
    assert done.stdout.rstrip("\n").isprintable()


def test_ask_reads_a_question_a_line(corpus: Path) -> None:
    answers = ask_json(
        "ask", "--corpus", str(corpus), stdin="Who is Ann Lee?\n\nqwertz\nWhere are the otters?\n"
    )
    assert [answer["answered"] for answer in answers] == [True, False, False, True]
    assert answers[0]["question"] == "Who is Ann Lee?"


def test_summary(corpus: Path) -> None:
    (summary,) = ask_json("summary", "bridge", "--length", "short", "--corpus", str(corpus))
    assert summary["article"]["id"] == "bridge"
    assert all(sentence["text"] in BRIDGE for sentence in summary["sentences"])
    assert "¶" in call("summary", "otters", "--corpus", str(corpus)).stdout


def test_without_an_article_the_newest_is_summarised(corpus: Path) -> None:
    newer = BRIDGE.replace("2024-03-02", "2024-03-05").replace("Harbour bridge", "Ferry pier")
    (corpus / "pier.md").write_text(newer, encoding="utf-8")
    shown = call("summary", "--corpus", str(corpus)).stdout
    assert shown.startswith("The newest article:\nFerry pier reopens after nine months\n")
    assert [one["article"]["id"] for one in ask_json("summary", "--corpus", str(corpus))] == [
        "pier"
    ]


def test_an_unknown_article_is_told_with_some_that_there_are(corpus: Path) -> None:
    for number in range(24):
        (corpus / f"tide-{number:02}.txt").write_text(f"Tide {number}\n\nIt came in at noon.\n")
    done = call("summary", "zeppelin", "--corpus", str(corpus))
    assert done.returncode == 2
    assert "no article is called “zeppelin”: bridge, otters, tide-00, tide-01" in done.stderr
    assert done.stderr.endswith("tide-17 … and 6 more\n")


def test_a_claim_is_set_beside_what_comes_closest(corpus: Path) -> None:
    claim = "lol the work on the harbour bridge cost 9 million dollars, says Mayor Ann Lee"
    shown = call("claim", claim, "--corpus", str(corpus)).stdout
    assert "Claimed:\n“the work on the harbour bridge cost 9 million" in shown
    assert "“Mayor Ann Lee said the work had cost 4.5 million dollars.”" in shown
    assert "Differs: 9 as claimed; here: 4.5." in shown
    assert "%" not in shown
    (checked,) = ask_json("claim", claim, "--corpus", str(corpus))
    (closest,) = checked["closest"]
    assert closest["differs"] == {"claim": ["9"], "sentence": ["4.5"]}
    assert closest["article"]["id"] == "bridge"
    nothing = call("claim", "Chelsea signed a goalkeeper from Brazil", "--corpus", str(corpus))
    assert "Nothing in the articles comes close to that" in nothing.stdout


def test_who(corpus: Path) -> None:
    (found,) = ask_json("who", "nair", "--corpus", str(corpus))
    assert [person["name"] for person in found["people"]] == ["Priya Nair"]
    assert "Tomás Ferreira" in call("who", "--corpus", str(corpus)).stdout
    assert "Did you mean Ann Lee" in call("who", "Anna Leeds", "--corpus", str(corpus)).stdout


def test_check_lists_what_was_read_cleaned_and_refused(corpus: Path) -> None:
    (corpus / "otters.txt").write_text(
        "Otters return\n\nThey were seen in the river.\n\nRead more: Eels\n"
    )
    done = call("check", "--corpus", str(corpus))
    assert done.returncode == 0
    assert "Read more: Eels" in done.stdout
    assert "the title is the file's name" not in done.stdout
    lead = "The ferry to the islands stayed in port on Monday, as its crew went on strike.\n"
    (corpus / "ferry-strike.txt").write_text(lead)
    done = call("check", "--corpus", str(corpus))
    assert "Ferry strike" in done.stdout
    assert done.stdout.count("the title is the file's name") == 1
    (corpus / "ferry-strike.txt").unlink()
    (corpus / "bad.md").write_text("---\ndate: someday\n---\nSome words.")
    done = call("check", "--json", "--corpus", str(corpus))
    assert done.returncode == 1
    checked = json.loads(done.stdout)
    assert [(a["id"], a["passages"]) for a in checked["articles"]] == [("bridge", 3), ("otters", 1)]
    assert [refused["file"] for refused in checked["refused"]] == ["bad.md"]


@pytest.mark.parametrize(
    ("environment", "is_told"),
    [
        ({}, False),
        ({"DISCORD_TOKEN": "x"}, True),
        ({"DISCORD_TOKEN": "x", "FOOTNOTE_CONTACT": "https://example.org/bot"}, False),
    ],
)
def test_check_tells_who_goes_live_that_sites_want_a_contact(
    corpus: Path, environment: dict[str, str], *, is_told: bool
) -> None:
    done = call("check", "--corpus", str(corpus), **environment)
    assert done.returncode == 0
    assert ("FOOTNOTE_CONTACT is not set" in done.stderr) is is_told


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["ask"], {}, "give a question"),
        (["ask", "x", "--corpus", "/nowhere"], {}, "/nowhere"),
        (["summary", "--length", "tiny"], {}, "short, medium, long"),
        (["summary", "nothing"], {}, "nothing"),
        (["check"], {"FOOTNOTE_PREVIEW_PORT": "x"}, "FOOTNOTE_PREVIEW_PORT"),
        ([], {"FOOTNOTE_LOG_LEVEL": "LOUD"}, "FOOTNOTE_LOG_LEVEL"),
        (["ask", "x", "--corpus", "."], {"FOOTNOTE_CORPUS": "~nobody-here/a"}, "FOOTNOTE_CORPUS"),
    ],
)
def test_a_wrong_call_is_one_clear_line_and_status_2(
    arguments: list[str], environment: dict[str, str], message: str
) -> None:
    done = call(*arguments, **environment)
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize("command", [["ask", "Who is Ann Lee?"], ["who", "Ann Lee"], ["check"]])
def test_a_misspelt_option_is_told_once_and_stops_nothing(corpus: Path, command: list[str]) -> None:
    told = "FOOTNOTE_CORPSE in the environment is no option, so it is ignored"
    done = call(*command, "--corpus", str(corpus), FOOTNOTE_CORPSE="articles")
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == f"footnote: {told}: did you mean FOOTNOTE_CORPUS?\n"


def test_a_service_tells_a_misspelt_option_in_its_log() -> None:
    done = run(
        "run",
        DISCORD_TOKEN="x",
        FOOTNOTE_LOG_FORMAT="json",
        FOOTNOTE_DATABASE=".",
        FOOTNOTE_CORPSE="articles",
    )
    told, failed = done.stderr.splitlines()
    assert json.loads(told)["level"] == "WARNING"
    assert "did you mean FOOTNOTE_CORPUS?" in json.loads(told)["event"]
    assert "database" in failed


@pytest.mark.parametrize(
    "command", [[], ["ask"], ["claim"], ["summary"], ["who"], ["check"], ["preview"], ["run"]]
)
def test_help_everywhere(command: list[str]) -> None:
    done = call(*command, "--help")
    assert done.returncode == 0
    assert "Usage: run_bot.py" in done.stdout


def test_summarises_a_topic_over_all_articles(corpus: Path) -> None:
    done = call("summary", "--topic", "the harbour bridge", "--corpus", str(corpus), "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["topic"] == "the harbour bridge"
    assert {sentence["article"]["id"] for sentence in result["sentences"]} == {"bridge"}
    shown = call("summary", "--topic", "penguins", "--corpus", str(corpus))
    assert "say nothing of" in shown.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
def test_who_closes_the_output_is_told_nothing(corpus: Path) -> None:
    command = [sys.executable, str(PROJECT / "run_bot.py"), "ask", "Who is Ann Lee?", "--corpus"]
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&- <&-', "sh", *command, str(corpus)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is full")
def test_a_full_disk_is_told_in_a_line(corpus: Path) -> None:
    command = [sys.executable, str(PROJECT / "run_bot.py"), "ask", "Who is Ann Lee?", "--corpus"]
    with FULL.open("w") as full:
        done = subprocess.run(
            [*command, str(corpus)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "footnote: No space left on device: make room on the disk, or write elsewhere\n"
    )
