from __future__ import annotations

import pytest

from bot.ingest.formats.page import Page, read_page

LEAD = "The lead of the page says that the river rose overnight in several places near the coast."


def page(body: str, head: str = "") -> Page:
    read = read_page(
        f"<html lang='es'><head>{head}</head><body><main><article><h1>Floods</h1><p>{LEAD}</p>"
        f"{body}</article></main></body></html>"
    )
    assert read is not None
    return read


@pytest.mark.parametrize(
    "named",
    [
        'id="sf_comment_list"',
        'class="visitors comments"',
        'class="cookiemsg"',
        'class="box newsletter-form"',
        'id="tips_popup_holder"',
    ],
)
def test_what_is_named_as_no_part_of_the_article_is_left_out(named: str) -> None:
    said = "I have lived here for sixty years, and the river has never come as far as our street."
    body = f"<p>{LEAD}</p>" * 4 + f"<div {named}><p>{said}</p><p>{said}</p></div><p>It fell.</p>"
    read = page(body)
    assert said not in [block.text for block in read.blocks]
    assert "It fell." in [block.text for block in read.blocks]
    assert any(said in removal.text for removal in read.removals)


def test_an_article_that_is_named_as_a_comment_is_read() -> None:
    column = f'<div class="page comment"><p>{LEAD}</p><p>It is time to build a wall.</p></div>'
    read = read_page(f"<html><body><h1>A wall</h1>{column}</body></html>")
    assert read is not None
    assert LEAD in [block.text for block in read.blocks]
    headed = (
        f'<div class="with cookie-notice"><h1>A wall</h1><p>{LEAD}</p></div>' + f"<p>{LEAD}</p>" * 6
    )
    whole = read_page(f"<html><body>{headed}</body></html>")
    assert whole is not None
    assert [block.text for block in whole.blocks].count(LEAD) == 7


def test_what_a_wiki_sets_around_its_text_is_left_out() -> None:
    read = page(
        '<table class="vertical-navbox"><tr><td>Bridges of the north</td></tr></table>'
        '<div id="toc"><h2>Contents</h2><ul><li>History</li></ul></div><h2>History<span '
        'class="mw-editsection">[edit]</span></h2><p>It opened in 1874,<sup class="reference">'
        "[1]</sup> and it was rebuilt.</p><p>It is 20 m<sup>2</sup> wide.</p>"
        + f"<p>{LEAD}</p>"
        * 4
    )
    assert [block.text for block in read.blocks if block.text not in {LEAD, "Floods"}] == [
        "History",
        "It opened in 1874, and it was rebuilt.",
        "It is 20 m2 wide.",
    ]
