from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from bot.ingest.reader import parse_article
from bot.ingest.refusal import Refusal
from bot.library.library import Library
from bot.retrieval.answer import UNSURE, Answer
from bot.terminal.show import show_answer, show_check, show_people, show_summary, show_topic_summary
from tests.conftest import BRIDGE, OTTERS

if TYPE_CHECKING:
    from rich.console import RenderableType

LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")],
    [Refusal("bad.md", "the field “date” is not a day\u202e")],
)


def shown(result: RenderableType) -> str:
    console = Console(width=400, highlight=False)
    with console.capture() as capture:
        console.print(result)
    return capture.get()


def test_an_answer_has_its_citation_and_how_sure_it_is() -> None:
    text = shown(show_answer(LIBRARY.ask("How much did the work on the bridge cost?")))
    assert "Mayor Ann Lee said the work had cost 4.5 million dollars." in text
    assert "Harbour bridge reopens after nine months · City News" in text
    assert "¶ 2 of 3" in text
    assert "% sure" in text


def test_what_may_be_the_answer_is_shown_in_three_quotations() -> None:
    hits = LIBRARY.ask("How much did the work on the bridge cost?").hits
    assert len(hits) > 1
    text = shown(show_answer(Answer("How much?", 0.4, "perhaps", UNSURE, hits)))
    assert "I'm not sure. This may be it:" in text
    for hit in hits[:3]:
        assert f"“{hit.context.text}”" in text
        assert f"¶ {hit.passage.number} of {hit.article.paragraphs}" in text
    assert "not an answer" not in text


def test_what_is_not_answered_is_said_with_the_nearest_passage() -> None:
    text = shown(show_answer(LIBRARY.ask("Which dollars did the emperor Augustus mint?")))
    assert "couldn't find that" in text
    assert "The nearest passage, not an answer:" in text


def test_summaries_cite_paragraphs_and_articles() -> None:
    assert "¶ 1" in shown(show_summary(LIBRARY.summary("bridge")))
    topic = shown(show_topic_summary(LIBRARY.topic_summary("harbour bridge")))
    assert "¶ 1, Harbour bridge reopens after nine months" in topic
    assert "say nothing of 'penguins'" in shown(
        show_topic_summary(LIBRARY.topic_summary("penguins"))
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Priya Nair", "of the Wildlife Trust"),
        ("Priya Nair", "also: Nair"),
        ("Priya Nair", "2 × Otters return"),
        ("Anna Leeds", "Did you mean Ann Lee"),
        ("Xyzzy Qwfp", "name nobody like that."),
    ],
)
def test_cards(name: str, expected: str) -> None:
    assert expected in shown(show_people(LIBRARY.who(name), named=True))


def test_the_list_and_the_check() -> None:
    assert "Tomás Ferreira" in shown(show_people(LIBRARY.who(), named=False))
    check = shown(show_check(LIBRARY))
    assert "bad.md" in check
    assert "\u202e" not in check
    assert "2 articles, 6 passages, 1 file refused" in check
    assert "source City News, author Jane Roe, date 2024-03-02" in check
    assert "no source, no author, no date" in check
