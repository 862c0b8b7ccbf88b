"""What the rows of a page's tables say, each with its headers."""

from __future__ import annotations

import pytest

from bot.ingest.document_reader import DirectReader, Document
from bot.ingest.reader import parse_article
from bot.library.library import Library

LEAD = "The league of the islands ended on Sunday with a draw in the harbour town of Lune."
END = "It was the last day of the season for all of the clubs of the islands."


def page(table: str) -> str:
    return (
        f"<html><body><main><article><h1>The league ends</h1><p>{LEAD}</p>{table}<p>{END}</p>"
        "</article></main></body></html>"
    )


def found(table: str) -> list[tuple[str | None, str]]:
    article = parse_article(page(table).encode(), "league.html")
    return [
        (passage.heading, passage.text)
        for passage in article.passages
        if passage.text not in {LEAD, END}
    ]


TEAMS = "<tr><td>Ajax</td><td>Anna Lee</td></tr><tr><td>Lune</td><td>Bo Reed</td></tr>"
WANTED = "Team: Ajax; Coach: Anna Lee\nTeam: Lune; Coach: Bo Reed"


@pytest.mark.parametrize(
    "table",
    [
        f"<tr><th>Team</th><th>Coach</th></tr>{TEAMS}",
        f"<thead><tr><td>Team</td><td>Coach</td></tr></thead><tbody>{TEAMS}</tbody>",
        f"<tr><td><b>Team</b></td><td><strong>Coach</strong></td></tr>{TEAMS}",
        f"<tr><td style='font-weight: bold'>Team</td><td><b>Coach</b></td></tr>{TEAMS}",
    ],
)
def test_a_header_is_known_by_its_marks(table: str) -> None:
    assert found(f"<table>{table}</table>") == [(None, WANTED)]


def test_bold_rows_are_no_headers_where_all_are() -> None:
    bold = TEAMS.replace("<td>", "<td><b>").replace("</td>", "</b></td>")
    assert found(f"<table>{bold}</table>") == [(None, "Ajax: Anna Lee\nLune: Bo Reed")]


def test_years_above_figures_are_headers() -> None:
    table = (
        "<table><tr><td>Town</td><td>2023</td><td>2024</td></tr>"
        "<tr><td>Lune</td><td>12</td><td>14</td></tr></table>"
    )
    assert found(table) == [(None, "Town: Lune; 2023: 12; 2024: 14")]


@pytest.mark.parametrize(
    ("above", "heading"),
    [("", None), ("<tr><th colspan='2'>Lune FC</th></tr>", "Lune FC")],
)
def test_a_label_beside_each_figure_is_its_header(above: str, heading: str | None) -> None:
    table = (
        f"<table>{above}<tr><th>Ground</th><td>Quay Park</td></tr>"
        "<tr><th>Capacity</th><td>4,000</td></tr></table>"
    )
    assert found(table) == [(heading, "Ground: Quay Park\nCapacity: 4,000")]


def test_a_cell_that_reaches_over_rows_is_said_in_each() -> None:
    table = (
        "<table><tr><th>Day</th><th>Room</th><th>Time</th></tr>"
        "<tr><td rowspan='3'>Friday</td><td rowspan='2'>Red</td><td>5pm</td></tr>"
        "<tr><td>8pm</td></tr><tr><td>Blue</td><td>9pm</td></tr></table>"
    )
    ((_, text),) = found(table)
    assert text.split("\n") == [
        "Day: Friday; Room: Red; Time: 5pm",
        "Day: Friday; Room: Red; Time: 8pm",
        "Day: Friday; Room: Blue; Time: 9pm",
    ]


def test_cells_that_reach_over_columns_move_none_below_another_header() -> None:
    table = (
        "<table><tr><th>Team</th><th>Won</th><th>Lost</th></tr>"
        "<tr><td colspan='2'>All</td><td rowspan='2'>7</td></tr><tr><td>Lune</td><td>3</td></tr>"
        "</table>"
    )
    assert found(table) == [(None, "Team: All; Lost: 7\nTeam: Lune; Won: 3; Lost: 7")]


def test_a_title_and_a_line_across_are_the_headings_of_the_rows_below() -> None:
    table = (
        "<table><caption>After 30 matches</caption>"
        "<tr><th>Team</th><th>Points</th><th>Goals</th></tr>"
        "<tr><td>Ajax</td><td>61</td><td>54</td></tr><tr><td colspan='3'>Relegated</td></tr>"
        "<tr><td>Lune</td><td>22</td><td>25</td></tr></table>"
    )
    assert found(table) == [
        ("After 30 matches", "Team: Ajax; Points: 61; Goals: 54"),
        ("After 30 matches – Relegated", "Team: Lune; Points: 22; Goals: 25"),
    ]


def test_a_long_text_above_the_rows_stays_a_paragraph() -> None:
    said = "The clubs of the islands have played one another since 1931, " * 4 + "in all weather."
    rows = f"<tr><th>Team</th><th>Coach</th></tr>{TEAMS}"
    assert found(f"<table><tr><td colspan='2'>{said}</td></tr>{rows}</table>") == [
        (None, said),
        (None, WANTED),
    ]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which film is on Friday at 9pm?", "Day: Friday; Time: 9pm; Film: Salt"),
        ("What is on Saturday?", "Day: Saturday; Time: 4pm; Film: Nine Gulls"),
    ],
)
def test_a_row_is_found_by_what_reaches_into_it(question: str, sentence: str) -> None:
    table = (
        "<table><tr><td><b>Day</b></td><td><b>Time</b></td><td><b>Film</b></td></tr>"
        "<tr><td rowspan='2'>Friday</td><td>6pm</td><td>The Lamp</td></tr>"
        "<tr><td>9pm</td><td>Salt</td></tr>"
        "<tr><td>Saturday</td><td>4pm</td><td>Nine Gulls</td></tr></table>"
    )
    library = Library([parse_article(page(table).encode(), "films.html")])
    assert library.ask(question).hits[0].sentence_text == sentence


@pytest.mark.parametrize(
    "table",
    [
        "<tr>" + "<td rowspan=9999 colspan=9999>a b</td>" * 90 + "</tr>" + "<tr><td>x</tr>" * 5000,
        "<tr><td rowspan=99>a<td>b</tr>" * 5000,
        "<tr><td rowspan=-1 colspan=x>a<td rowspan=0>b</tr>" * 9,
        "<tr><td rowspan=3><table>" * 200,
    ],
)
def test_no_table_is_copied_without_end(table: str) -> None:
    article = parse_article(page(f"<table>{table}</table>").encode(), "league.html")
    assert sum(len(passage.text) for passage in article.passages) < 500_000


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td colspan=1000 rowspan=60000>Ajax</td><td rowspan=65000>Anna Lee</td></tr>" * 400,
        "<tr><td colspan=100>Ajax</td></tr><tr><td>Anna Lee</td></tr>" * 3000,
        f"<tr><td colspan={'9' * 5000}>Ajax</td><td>Anna Lee</td></tr>" * 3,
    ],
)
def test_no_table_takes_too_long_to_read(table: str) -> None:
    (reading,) = DirectReader().read(
        [Document("league.html", "league", page(f"<table>{table}</table>").encode())]
    )
    assert reading.article is not None, reading.refusal
    said = "\n".join(passage.text for passage in reading.article.passages)
    assert all(words in said for words in ("Ajax", "Anna Lee", LEAD, END))


def test_a_small_table_below_one_that_is_too_large_keeps_its_header() -> None:
    large = "<tr><td colspan=100>Ajax</td></tr><tr><td>Anna Lee</td></tr>" * 3000
    small = f"<tr><th>Team</th><th>Coach</th></tr>{TEAMS}"
    said = "\n".join(text for _, text in found(f"<table>{large}</table><table>{small}</table>"))
    assert WANTED in said


def test_headings_of_a_page_stand_under_those_of_their_section() -> None:
    sections = "".join(
        f"<h2>Season {n}</h2><h3>Cast</h3><p>Nadia Holt plays the captain in season {n}.</p>"
        f"<h3>Story</h3><p>She looks for her ship all over the seas in season {n}.</p>"
        for n in (1, 2)
    )
    html = f"<html><body><article><h1>Petrel</h1>{sections}</article></body></html>"
    article = parse_article(html.encode(), "petrel.html")
    assert [one.heading for one in article.passages] == [
        "Season 1 – Cast",
        "Season 1 – Story",
        "Season 2 – Cast",
        "Season 2 – Story",
    ]
