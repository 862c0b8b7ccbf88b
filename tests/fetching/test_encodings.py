"""The encodings that pages, feeds and texts are in, whatever they say of them."""

from __future__ import annotations

import pytest

from bot.fetching.content_kind import FEEDS, PAGES
from bot.ingest.formats.feed import read_feed
from tests.web import open_fetcher, open_web

FEED = b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>"


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "rot13", "undefined"])
async def test_a_page_is_in_no_encoding_that_only_programs_know(name: str) -> None:
    content = b"<p>The bridge-is-open-again-since-9qa3bc2d after nine months"
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": f"text/html; charset={name}"}, content)
        async with open_fetcher(small) as fetcher:
            fetched = await fetcher.fetch(small.address(), PAGES)
    assert fetched.content == content


@pytest.mark.parametrize(
    ("header", "meta"), [("; charset=utf-16", ""), ("; charset=UTF-32", ""), ("", "utf-16le")]
)
async def test_a_page_is_not_in_the_wide_encoding_that_it_cannot_be_in(
    header: str, meta: str
) -> None:
    content = f"<meta charset='{meta}'><p>The café is open again".encode()
    content += b" " * (len(content) % 4)
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": f"text/html{header}"}, content)
        async with open_fetcher(small) as fetcher:
            fetched = await fetcher.fetch(small.address(), PAGES)
    assert fetched.content == content


@pytest.mark.parametrize(
    ("name", "really", "text"),
    [
        ("gb2312", "gbk", "朱镕基"),
        ("Shift_JIS", "cp932", "髙島屋①"),
        ("euc-kr", "cp949", "펲시콜라"),
    ],
)
async def test_a_page_is_read_as_browsers_do_where_its_encoding_has_a_larger_one(
    name: str, really: str, text: str
) -> None:
    kind = {"Content-Type": f"text/html; charset={name}"}
    async with open_web() as small:
        small.pages["/"] = (200, kind, f"<p>{text}".encode(really))
        async with open_fetcher(small) as fetcher:
            fetched = await fetcher.fetch(small.address(), PAGES)
    assert fetched.content.decode() == f"<p>{text}"


@pytest.mark.parametrize("name", ["windows-1251", "gb2312", "Shift_JIS", "ISO-8859-2", "macroman"])
async def test_the_encodings_of_pages_are_read(name: str) -> None:
    text = "<p>Мост открыт" if name == "windows-1251" else "<p>The bridge is open"
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": f"text/html; charset={name}"}, text.encode(name))
        async with open_fetcher(small) as fetcher:
            fetched = await fetcher.fetch(small.address(), PAGES)
    assert fetched.content.decode() == text


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "UTF-8", "Shift_JIS"])
@pytest.mark.parametrize("declared", ["; charset={}", ""])
async def test_a_feed_is_read_in_the_encoding_that_it_is_sent_in(name: str, declared: str) -> None:
    title = "橋が開通" if name == "Shift_JIS" else "Мост открыт"
    text = f"<?xml version='1.0' encoding='{name}'?>" + FEED.decode().partition("?>")[2]
    kind = {"Content-Type": "application/rss+xml" + declared.format(name)}
    async with open_web() as small:
        small.pages["/"] = (200, kind, text.replace("News", title).encode(name))
        async with open_fetcher(small) as fetcher:
            fetched = await fetcher.fetch(small.address(), FEEDS)
    assert read_feed(fetched.content).title == title


async def test_a_text_in_the_encoding_that_is_declared_comes_in_utf_8() -> None:
    text = "Мост снова открыт."
    async with open_web() as small:
        small.pages["/"] = (
            200,
            {"Content-Type": "text/plain; charset=koi8-r"},
            text.encode("koi8-r"),
        )
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address(), PAGES)).content.decode() == text
