from __future__ import annotations

from typing import TYPE_CHECKING

from bot.evaluation.measures import DEPTH
from bot.evaluation.questions import GoldQuestion
from bot.evaluation.single_rankings import meaning_alone
from bot.library.library import Library
from bot.retrieval.meaning.models import Models
from tests.retrieval.meaning.embedding_letters import LetterEncoder

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_meaning_alone_finds_the_passage_and_the_sentence_that_are_nearest(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", str(tmp_path / "footnote.db"))
    models = Models(LetterEncoder())
    library = Library(Library.from_folder(corpus).articles, models=models)
    library.embed()
    passage = library.articles[0].passages[1]
    answers = ("We paid every cent",)
    question = GoldQuestion(passage.text, answers, frozenset({passage.id}), None)
    assert meaning_alone(library, models)(question)[0] == 0
    nobody = GoldQuestion(passage.text, ("otters",), frozenset(), None)
    assert meaning_alone(library, models)(nobody) == (DEPTH, False)
