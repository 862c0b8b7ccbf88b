from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

from rich.console import Console

from bot.evaluation.answer_tables import show_answer_report
from bot.evaluation.answers import count_steps, evaluate_answers
from bot.evaluation.outcomes import ask_all
from bot.evaluation.questions import QuestionSet, read_questions
from bot.library.library import Library
from bot.retrieval.meaning.models import Models
from tests.evaluation.asked import LISTED, SQUAD, write
from tests.retrieval.meaning.embedding_letters import LetterEncoder
from tests.terminal.in_process import call

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.evaluation.answers import AnswerReport


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


def test_no_figure_is_cut_where_lines_are_short(corpus: Path, tmp_path: Path) -> None:
    report = measure(read_questions(write(tmp_path / "q.json", LISTED), corpus), compare=True)
    console = Console(width=80, file=io.StringIO(), record=True)
    console.print(show_answer_report(report))
    assert "…" not in console.export_text()


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


def test_what_is_wrong_with_the_file_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = call("evaluate", str(tmp_path / "gone.json"))
    assert done.returncode == 2
    assert "gone.json can't be opened" in done.stderr
    assert len(done.stderr.splitlines()) == 1
