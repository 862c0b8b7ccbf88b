from __future__ import annotations

from dataclasses import replace

import pytest

from bot.library.library import Library
from tests.language.gold import DENSE, read_gold
from tests.retrieval.meaning.embedding_letters import made_article

OTHERS = [
    made_article(
        f"wetter-{n}", f"Am Abend regnete es in Dorf {n} und auf der Insel.", title="Regen"
    )
    for n in range(9)
]
VENN = made_article(
    "venn",
    "Marta Venn führte sechshundert Frauen zum Zollhaus. Sie verbrannte die Rechnungsbücher.",
    "General Reiss belagerte die Stadt mit achtzehntausend Soldaten im Juni 1684.",
    title="Aufstand",
)


def german() -> Library:
    """Return a library in German."""
    return Library([replace(article, language="de") for article in (VENN, *OTHERS)])


@pytest.mark.parametrize(
    "question",
    [
        "Wer führte sechshundert Frauen zum Zollhaus?",
        "Was verbrannte Marta Venn?",
        "Mit wie vielen Soldaten belagerte General Reiss die Stadt?",
    ],
)
def test_what_a_passage_says_is_answered(question: str) -> None:
    assert german().ask(question).answered


@pytest.mark.parametrize(
    "question",
    [
        "In welchem Jahr heiratete Marta Venn?",
        "Auf welches Schiff flüchtete Marta Venn?",
        "Wie viele Pferde besaß General Reiss?",
        "Wann kaufte General Reiss einen Mantel?",
    ],
)
def test_a_passage_on_somebody_does_not_answer_all_that_is_asked_of_them(question: str) -> None:
    assert not german().ask(question).answered


@pytest.mark.parametrize("code", [code for code in DENSE if code != "en"])
def test_few_questions_that_only_neighbours_have_words_of_are_answered(code: str) -> None:
    dense = read_gold(code, "dense")
    first = dense.articles[0]
    half = Library([replace(first, passages=first.passages[::2])])
    whole = Library(dense.articles)
    asked = [question for question in dense.questions if question.article == first.id]
    beside = [one for one in asked if not any(map(one.is_answered_by, first.passages[::2]))]
    assert sum(half.ask(one.text).answered for one in beside) <= len(beside) // 2
    assert sum(whole.ask(one.text).answered for one in asked) >= 0.85 * len(asked)
