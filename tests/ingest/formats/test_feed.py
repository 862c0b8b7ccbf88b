"""What is read of a feed."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.document_reader import Document, read_document
from bot.ingest.formats.feed import MOST_ENTRIES, Feed, FeedEntry, FeedError, read_feed

ENTRY = FeedEntry("https://news.example.org/a", "The bridge is open", dt.date(2026, 11, 28))
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>City  News</title>
<link>https://news.example.org/</link><item><title>The bridge is open</title><link>/a</link>
<pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate></item>
<item><title>Again</title><link>/a</link></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item><item><title>None</title></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>City News</title>
<entry><title>The bridge is open</title><link href="https://news.example.org/a"/>
<updated>2026-11-28T10:00:00Z</updated></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "City News",
        "items": [
            {
                "id": "1",
                "url": "https://news.example.org/a",
                "title": "The bridge is open",
                "date_published": "2026-11-28T10:00:00Z",
            }
        ],
    }
).encode()


@pytest.mark.parametrize(
    "wrong",
    [
        "text",
        7,
        None,
        {"url": "https://news.example.org/b", "date_published": 20261128},
        {"url": "https://news.example.org/b", "content_text": 7},
        {"url": "https://news.example.org/b", "authors": "Ann Lee"},
        {"url": "https://news.example.org/b", "authors": ["Ann Lee"]},
        {"url": "https://news.example.org/b", "author": "Ann Lee"},
    ],
)
def test_an_item_of_a_wrong_type_costs_a_json_feed_no_other_article(wrong: object) -> None:
    feed = json.loads(JSON)
    content = json.dumps({**feed, "items": [wrong, *feed["items"]]}).encode()
    assert read_feed(content) == read_feed(JSON)


def test_an_item_with_a_field_of_a_wrong_type_that_nobody_reads_is_an_article() -> None:
    item = {"url": "https://news.example.org/b", "summary": "It sails.", "content_text": 7}
    content = json.dumps({**json.loads(JSON), "items": [item]}).encode()
    assert [entry.address for entry in read_feed(content).entries] == [item["url"]]


def test_a_json_feed_of_wrong_items_alone_is_refused() -> None:
    content = json.dumps({**json.loads(JSON), "items": ["text"]}).encode()
    with pytest.raises(FeedError, match="or it is damaged"):
        read_feed(content)


def odd(count: int, date: str = "28/11/2026 at 10:%02d:%02d") -> bytes:
    """Return a feed with so many dates, each in another form than feeds have."""
    items = "".join(
        f"<item><title>A</title><link>/{number}</link>"
        f"<pubDate>{date % (number // 60 % 60, number % 60)}</pubDate></item>"
        for number in range(count)
    )
    return f"<rss version='2.0'><channel><title>A</title>{items}</channel></rss>".encode()


def test_dates_in_odd_forms_are_guessed_at_but_few() -> None:
    address = "https://news.example.org/feed"
    assert {entry.day for entry in read_feed(odd(3), address).entries} == {dt.date(2026, 11, 28)}
    with patch(
        "dateutil.parser.parse", return_value=dt.datetime(2026, 11, 28, tzinfo=dt.UTC)
    ) as guess:
        assert len(read_feed(odd(5 * MOST_ENTRIES), address).entries) == MOST_ENTRIES
    assert guess.call_count <= 2 * MOST_ENTRIES


def test_a_date_that_counts_from_now_changes_no_mark() -> None:
    content = odd(1, "%d minutes and %d seconds ago")
    (entry,) = read_feed(content, "https://news.example.org/feed").entries
    (undated,) = read_feed(odd(1, "%d %d"), "https://news.example.org/feed").entries
    assert entry == undated


@pytest.mark.parametrize("content", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_a_feed_names_its_articles_once_each(content: bytes) -> None:
    feed = read_feed(content, "https://news.example.org/feed")
    entries = tuple(replace(entry, mark="") for entry in feed.entries)
    assert Feed(feed.title, entries) == Feed("City News", (ENTRY,))


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"Half a \ud83d pair", "Half a ? pair"),
        (r"A \u0000\u202ename\u200b", "A name"),
        (r"\u200b\u2060", ""),
        (r"a\n\t b", "a b"),
    ],
)
def test_a_title_can_be_kept_and_seen(written: str, title: str) -> None:
    content = JSON.replace(b"City News", written.encode())
    feed = read_feed(content.replace(b"The bridge is open", written.encode()))
    assert [feed.title, feed.entries[0].title] == [title, title]


@pytest.mark.parametrize(
    ("content", "before", "after"),
    [
        (RSS, b"10:00:00 GMT", b"11:00:00 GMT"),
        (RSS, b"The bridge", b"Updated: the bridge"),
        (ATOM, b"<updated>2026-11-28T10", b"<updated>2026-11-28T11"),
        (JSON, b'"title": "The bridge', b'"summary": "It is open.", "title": "The bridge'),
        (JSON, b'"id": "1"', b'"id": "1", "date_modified": "2026-11-29T10:00:00Z"'),
    ],
)
def test_what_a_feed_says_of_an_article_has_a_mark(
    content: bytes, before: bytes, after: bytes
) -> None:
    def mark(feed: bytes) -> str:
        return read_feed(feed, "https://news.example.org/feed").entries[0].mark

    assert before in content
    assert mark(content) == mark(content + b"\n")
    assert mark(content) != mark(content.replace(before, after, 1))


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["Mon, 2 Nov 2026 10:00:00 GMT", "Mon, 2 Nov 2026 12:00:00 GMT"], [1, 0]),
        (["Mon, 2 Nov 2026 12:00:00 GMT", "Mon, 2 Nov 2026 10:00:00 GMT"], [0, 1]),
        (["Mon, 2 Nov 2026 12:00:00 +0300", "Mon, 2 Nov 2026 10:00:00 GMT"], [1, 0]),
        (["Mon, 2 Nov 2026 10:00:00 GMT", "soon"], [0, 1]),
        (["2026-11-02", "Tue, 3 Nov 2026 10:00:00 GMT", "2026-11-04"], [2, 1, 0]),
        (
            [*["Mon, 2 Nov 2026 10:00:00 GMT"] * (MOST_ENTRIES + 1), "2026-11-04"],
            [MOST_ENTRIES + 1],
        ),
    ],
)
def test_the_newest_come_first_where_a_feed_dates_them_all(
    dates: list[str], order: list[int]
) -> None:
    items = "".join(
        f"<item><title>{n}</title><link>https://news.example.org/{n}</link>"
        f"<pubDate>{date}</pubDate></item>"
        for n, date in enumerate(dates)
    )
    feed = read_feed(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    assert [int(entry.title) for entry in feed.entries][: len(order)] == order


def test_no_more_than_so_many_are_read() -> None:
    item = b"<item><title>%d</title><link>https://news.example.org/%d</link></item>"
    items = b"".join(item % (n, n) for n in range(MOST_ENTRIES + 50))
    feed = read_feed(b"<rss version='2.0'><channel><title>A</title>" + items + b"</channel></rss>")
    assert len(feed.entries) == MOST_ENTRIES


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"https://127.0.0.1/feed",
        b"<html><head><meta http-equiv='refresh' content='0;url=http://127.0.0.1/'></head></html>",
        b"<rss><channel>",
        b"{}",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss version="2.0">'
        b"<channel><title>&b;</title></channel></rss>",
    ],
)
def test_what_is_no_feed_opens_no_connection_and_no_file(content: bytes) -> None:
    try:
        feed = read_feed(content)
    except FeedError:
        return
    assert feed.entries == ()
    assert "root:" not in feed.title


def test_an_element_of_a_hundred_thousand_attributes_is_refused_unread() -> None:
    attributes = b" ".join(b'a%d="1"' % number for number in range(100_000))
    content = b"<rss version='2.0'><channel " + attributes + b"><title>A</title></channel></rss>"
    with pytest.raises(FeedError, match="not an RSS, Atom or JSON feed, or it is damaged"):
        read_feed(content)


def test_signs_that_stand_in_a_text_are_no_attributes() -> None:
    content = (
        b"<rss version='2.0'><channel><title>A</title><item><title>B</title>"
        b"<link>https://a.example/b</link><description><![CDATA["
        + b"= " * 2500
        + b"]]></description></item></channel></rss>"
    )
    assert [entry.address for entry in read_feed(content).entries] == ["https://a.example/b"]


@given(st.binary(max_size=300))
def test_whatever_comes_is_a_feed_or_refused(content: bytes) -> None:
    for start in (b"", b"<rss version='2.0'><channel>", RSS[:400]):
        reading = read_document(Document("feed", "", start + content, feed="https://a.example/"))
        assert reading.feed or (reading.refusal and "mistake" not in reading.refusal.reason)
