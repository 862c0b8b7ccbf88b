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


DESCRIPTION = "Three villages are cut off, and the mayor asks everybody to stay at home"


@pytest.mark.parametrize("name", ["og:description", "description"])
def test_a_lead_in_the_head_of_the_page_is_read_with_the_article(name: str) -> None:
    read = read_page(
        f'<html><head><meta property="{name}" content="{DESCRIPTION}…"></head><body><header><h1>'
        f"Floods</h1><p>{DESCRIPTION} until noon.</p></header><article><h2>The night</h2><p>{LEAD}"
        "</p></article></body></html>"
    )
    assert read is not None
    assert [(block.text, block.is_heading) for block in read.blocks] == [
        (f"{DESCRIPTION} until noon.", False),
        ("The night", True),
        (LEAD, False),
    ]
    assert [removal.text for removal in read.removals] == ["Floods"]


def test_a_lead_that_is_in_the_article_is_not_repeated() -> None:
    read = page("", f'<meta name="description" content="{LEAD[:60]}…">')
    assert [block.text for block in read.blocks].count(LEAD) == 1
