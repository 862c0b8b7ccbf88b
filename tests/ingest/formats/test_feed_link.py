from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.formats.feed_link import feed_link

SITE = "https://news.example.org/start/"


def page(*links: str) -> bytes:
    return f"<html><head>{''.join(links)}</head><body><p>Tidings</p></body></html>".encode()


@pytest.mark.parametrize("kind", ["application/rss+xml", "Application/Atom+XML; charset=utf-8"])
def test_the_first_feed_that_a_page_names_is_found(kind: str) -> None:
    first = f'<link href="../all.xml" type="{kind}" rel="alternate home">'
    second = '<link rel=alternate type=application/feed+json href="/comments.json">'
    assert feed_link(page(first, second), SITE) == "https://news.example.org/all.xml"
    assert feed_link(page(second), SITE) == "https://news.example.org/comments.json"


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" type="application/rss+xml" href="/a">',
        '<link rel="alternate" type="text/html" href="/a">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<link rel="alternate" type="application/rss+xml" href="https://[">',
        '<!-- <link rel="alternate" type="application/rss+xml" href="/a"> -->',
    ],
)
def test_what_is_no_feed_is_passed_over(link: str) -> None:
    assert feed_link(page(link), SITE) is None


@given(st.binary(max_size=300))
def test_no_bytes_are_an_error(content: bytes) -> None:
    feed_link(content, SITE)
    feed_link(page('<link rel="alternate" type="application/rss+xml" href="') + content, SITE)
