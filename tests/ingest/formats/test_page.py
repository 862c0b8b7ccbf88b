from __future__ import annotations

import pytest

from bot.ingest.formats.page import Page, PageError, read_page
from bot.ingest.reader import parse_article

LEAD = "The lead of the page says that the river rose overnight in several places near the coast."


def page(body: str, head: str = "") -> Page:
    read = read_page(
        f'<html lang="es"><head>{head}</head><body><nav><a href="/">Home</a></nav><main><article>'
        f"<h1>Floods</h1><p>{LEAD}</p>{body}</article></main><footer>Imprint</footer></body></html>"
    )
    assert read is not None
    return read


def page_with(body: str) -> str:
    return f"<html><body><article><h1>Floods</h1><p>{LEAD}</p>{body}</article></body></html>"


def texts(body: str) -> list[str]:
    return [block.text for block in page(body).blocks if block.text not in {LEAD, "Floods"}]


def test_a_row_of_a_table_never_loses_its_headers() -> None:
    table = (
        "<table><thead><tr><th>City</th><th>Deaths</th></tr></thead><tbody>"
        "<tr><td><b>Valencia</b></td><td>12</td></tr><tr><td>Murcia</td><td>3</td></tr></table>"
    )
    wanted = ["City: Valencia; Deaths: 12\nCity: Murcia; Deaths: 3"]
    assert texts(table) == wanted
    plain = table.replace("th>", "td>").replace("<thead>", "").replace("</thead>", "")
    assert texts(plain) == wanted


def test_a_list_stands_with_what_leads_in_to_it() -> None:
    listed = "<p>Three things matter:</p><ul><li>The <i>price</i></li><li>The time</li></ul>"
    assert texts(listed) == ["Three things matter:\n• The price\n• The time"]


def test_a_live_blog_keeps_its_times() -> None:
    body = (
        "<div><time>18.40 GMT</time><h2>Bridge closed</h2><p>The bridge is closed to all traffic, "
        "the mayor said.</p></div><div><p><time>19.05 GMT</time></p><p>Trains stop at the border, "
        "the operator said today.</p></div>"
    )
    assert texts(body) == [
        "Bridge closed",
        "18.40 GMT The bridge is closed to all traffic, the mayor said.",
        "19.05 GMT Trains stop at the border, the operator said today.",
    ]


def test_a_bold_line_above_a_paragraph_is_its_heading() -> None:
    body = (
        "<p><strong>18h45 – Trains stop</strong></p><p>The operator stops all trains at noon.</p>"
        "<p><b>Why is that?</b></p><p>The line is <b>flooded</b>.</p><p><b>It is late.</b></p>"
        "<p><b>पुल बंद है।</b></p><p>The line is open.</p><p><b>It said “No.”</b></p><p>It is.</p>"
    )
    blocks = [(b.text, b.is_heading) for b in page(body).blocks if b.text not in {LEAD, "Floods"}]
    assert blocks == [
        ("18h45 – Trains stop", True),
        ("The operator stops all trains at noon.", False),
        ("Why is that?", False),
        ("The line is flooded.", False),
        ("It is late.", False),
        ("पुल बंद है।", False),
        ("The line is open.", False),
        ("It said “No.”", False),
        ("It is.", False),
    ]


def test_a_long_sentence_marked_as_a_heading_is_a_paragraph() -> None:
    said = "The council says that it will take until May to open the bridge to all the traffic."
    body = (
        f"<h2>{said}</h2><p>Divers look at the piers.</p><h2>Who pays?</h2><p>The county does.</p>"
    )
    headings = [block.text for block in page(body).blocks if block.is_heading]
    assert said in texts(body)
    assert headings == ["Floods", "Who pays?"]


def test_line_breaks_part_lines_and_two_of_them_paragraphs() -> None:
    body = (
        "<p>The bridge is <b>closed</b>,<br>and the ferry runs.<br><br>It takes\ncars, too.</p>"
        "<p>Doors: 11 am<br/>Concert: noon</p>"
    )
    assert texts(body) == [
        "The bridge is closed,\nand the ferry runs.",
        "It takes cars, too.",
        "Doors: 11 am\nConcert: noon",
    ]


def test_lines_of_facts_are_sentences_of_their_own() -> None:
    content = page_with("<p>Doors: 11 am<br>Concert: noon<br>Price: 12 euros</p>")
    passage = parse_article(content.encode(), "concert.html").passages[-1]
    lines = [passage.text[start:end] for start, end in passage.sentences]
    assert lines == ["Doors: 11 am", "Concert: noon", "Price: 12 euros"]


def test_each_paragraph_of_a_quotation_stands_alone() -> None:
    assert texts("<blockquote><p>It was a long night.</p><p>We slept little.</p></blockquote>") == [
        "It was a long night.",
        "We slept little.",
    ]


def test_reports_captions_and_what_stands_around_the_article() -> None:
    read = page("<figure><img src='x.jpg'><figcaption>The river on Friday.</figcaption></figure>")
    assert [(r.text, r.why) for r in read.removals] == [
        ("The river on Friday.", "caption"),
        ("Home", "outside of the article"),
        ("Imprint", "outside of the article"),
    ]


@pytest.mark.parametrize("around", ["<DOCUMENT>\n<TYPE>EX-99.1\n<HTML><BODY>{}", "<div>{}</div>"])
def test_a_part_of_a_page_is_read(around: str) -> None:
    read = read_page(around.format(f"<h1>Floods</h1><p>{LEAD}</p>"))
    assert read is not None
    assert LEAD in [block.text for block in read.blocks]


@pytest.mark.parametrize(
    "body",
    [
        "<a href=x>a</a>" * 20_000,
        "<p " + " ".join(f"a{n}=1" for n in range(90_000)) + ">Words.</p>",
    ],
    ids=["links", "attributes"],
)
def test_refuses_what_takes_too_long_to_parse(body: str) -> None:
    with pytest.raises(PageError, match=r"too many attributes|over 30,000 elements"):
        page(body)


@pytest.mark.parametrize(
    "clocks", [("18 h 40", "17 h 05"), ("18h40", "9h05"), ("18.40 GMT", "9:05")]
)
def test_the_times_of_a_live_blogs_blocks_are_part_of_what_is_said(clocks: tuple[str, str]) -> None:
    said = "La direction propose une prime de 300 euros, que les syndicats jugent insuffisante."
    blocks = "".join(f"<div><time>{clock}</time><p>{said}</p></div>" for clock in clocks)
    lead = "Les contrôleurs ont cessé le travail lundi et le trafic est perturbé partout."
    page = f"<html><body><article><h1>Le direct</h1><p>{lead}</p>{blocks}</article></body></html>"
    texts = [passage.text for passage in parse_article(page.encode(), "direct.html").passages]
    assert texts[1:] == [f"{clock} {said}" for clock in clocks]
