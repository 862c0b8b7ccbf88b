from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.library.request import read_request
from bot.summary.wanted_summary import WantedSummary
from tests.conftest import BRIDGE, OTTERS

BRIDGE_ARTICLE = parse_article(BRIDGE.encode(), "bridge.md")
OTTERS_ARTICLE = parse_article(OTTERS.encode(), "otters.txt")
LIBRARY = Library([BRIDGE_ARTICLE, OTTERS_ARTICLE])


@pytest.mark.parametrize(
    "message",
    [
        "What happened?",
        "hey, was ist denn passiert??",
        "Que s'est-il passé ?",
        "¿Qué pasó?",
        "何が起きたのか",
        "что случилось",
        "Cosa è successo?",
        "O que aconteceu?",
        "Wat is er gebeurd?",
        "Co się stało?",
        "Ne oldu?",
        "무슨 일이",
        "发生了什么",
        "Що сталося?",
    ],
)
def test_a_summary_is_asked_for_in_any_language_of_the_interface(message: str) -> None:
    assert read_request(message, LIBRARY) == WantedSummary(BRIDGE_ARTICLE, "newest")


@pytest.mark.parametrize(
    "message", ["Was ist in Köln passiert, nachdem der Fluss stieg?", "¿Qué pasó en Caton ayer?"]
)
def test_a_question_is_no_request(message: str) -> None:
    assert read_request(message, LIBRARY) is None
