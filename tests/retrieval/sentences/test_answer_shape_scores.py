from __future__ import annotations

from dataclasses import replace

import pytest

from bot.library.library import Library
from tests.retrieval.meaning.embedding_letters import made_article

OTHERS = [
    made_article(f"otro-{n}", f"Por la tarde llovió en el pueblo {n} y en la isla.", title="Lluvia")
    for n in range(9)
]
MILLER = made_article(
    "molino",
    "Aurelio Prat Soler lleva catorce meses sin moler en el valle. “El río ya no baja”, dice este "
    "viudo de 71 años. La rueda le costó 900 euros.",
    title="El molino",
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "¿Qué edad tiene Aurelio Prat Soler?",
            "“El río ya no baja”, dice este viudo de 71 años.",
        ),
        ("¿Cuánto le costó la rueda a Aurelio Prat Soler?", "La rueda le costó 900 euros."),
    ],
)
def test_what_is_measured_is_quoted_and_not_the_sentence_with_the_full_name(
    question: str, sentence: str
) -> None:
    library = Library([replace(article, language="es") for article in (MILLER, *OTHERS)])

    assert library.ask(question).hits[0].sentence_text == sentence
