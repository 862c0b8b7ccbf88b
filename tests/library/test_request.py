from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.library.request import read_request
from bot.summary.summary import TopicSummary
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


@pytest.mark.parametrize(
    "message",
    [
        "what articles are there about otters?",
        "which articles do you have on otters",
        "hey, do you have anything about otters?",
        "any stories about otters",
        "how many articles about otters are there?",
        "show me all articles about otters pls",
        "what do the articles say about otters?",
    ],
)
def test_what_there_is_on_a_topic_is_summed_up_over_all_articles(message: str) -> None:
    request = read_request(message, LIBRARY)
    assert isinstance(request, TopicSummary)
    assert request.topic == "otters"
    assert {sentence.article.id for sentence in request.sentences} == {"otters"}


@pytest.mark.parametrize(
    "message",
    [
        "what articles are there about penguins?",
        "anything about it?",
        "what did Nair say about otters?",
        "is there a bridge on the river?",
    ],
)
def test_what_is_no_topic_of_the_articles_is_a_question(message: str) -> None:
    assert read_request(message, LIBRARY) is None
