from __future__ import annotations

import pytest

from bot.language.foreign import is_foreign


@pytest.mark.parametrize(
    "question",
    [
        "qui est le nouveau président des États-Unis ?",
        "pourquoi est-ce que les enseignants sont en grève",
        "¿Dónde está el barco y por qué se fue?",
        "cuántos refugiados había en el barco",
        "wann wird die neue Fähre fertig sein?",
        "was hat der Minister über die Ukraine gesagt",
    ],
)
def test_other_languages_are_told(question: str) -> None:
    assert is_foreign(question)


@pytest.mark.parametrize(
    "question",
    [
        "who is the president",
        "What did de la Cruz say about the war?",
        "is el niño coming back this year",
        "die hard fans want what",
        "van der Berg?",
        "Rubio Ukraine war",
        "",
    ],
)
def test_english_is_not_foreign(question: str) -> None:
    assert not is_foreign(question)
